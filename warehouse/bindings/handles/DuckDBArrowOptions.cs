using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>How Arrow output is made (duckdb_arrow_options).</summary>
public sealed partial class DuckDBArrowOptions() : DuckDBHandle(ownsHandle: true)
{
    /// <inheritdoc />
    protected override bool ReleaseHandle()
    {
        Destroy(ref handle);
        return true;
    }

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_destroy_arrow_options")]
    private static partial void Destroy(ref nint options);
}
