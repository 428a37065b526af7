using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>An open database (duckdb_database).</summary>
public sealed partial class DuckDBDatabase() : DuckDBHandle(ownsHandle: true)
{
    /// <inheritdoc />
    protected override bool ReleaseHandle()
    {
        Destroy(ref handle);
        return true;
    }

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_close")]
    private static partial void Destroy(ref nint database);
}
