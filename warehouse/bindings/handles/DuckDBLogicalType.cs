using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>The type of a column or value (duckdb_logical_type).</summary>
public sealed partial class DuckDBLogicalType() : DuckDBHandle(ownsHandle: true)
{
    /// <inheritdoc />
    protected override bool ReleaseHandle()
    {
        Destroy(ref handle);
        return true;
    }

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_destroy_logical_type")]
    private static partial void Destroy(ref nint type);
}
