using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>The statements of one text (duckdb_extracted_statements).</summary>
public sealed partial class DuckDBExtractedStatements() : DuckDBHandle(ownsHandle: true)
{
    /// <inheritdoc />
    protected override bool ReleaseHandle()
    {
        Destroy(ref handle);
        return true;
    }

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_destroy_extracted")]
    private static partial void Destroy(ref nint statements);
}
