using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>A statement ready to run (duckdb_prepared_statement).</summary>
public sealed partial class DuckDBPreparedStatement() : DuckDBHandle(ownsHandle: true)
{
    /// <inheritdoc />
    protected override bool ReleaseHandle()
    {
        Destroy(ref handle);
        return true;
    }

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_destroy_prepare")]
    private static partial void Destroy(ref nint statement);
}
