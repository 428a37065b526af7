using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>Settings for opening (duckdb_config).</summary>
public sealed partial class DuckDBConfig() : DuckDBHandle(ownsHandle: true)
{
    /// <inheritdoc />
    protected override bool ReleaseHandle()
    {
        Destroy(ref handle);
        return true;
    }

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_destroy_config")]
    private static partial void Destroy(ref nint config);
}
