using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>A bulk writer into one table (duckdb_appender). Destroying it flushes what is left.</summary>
public sealed partial class DuckDBAppender() : DuckDBHandle(ownsHandle: true)
{
    /// <inheritdoc />
    protected override bool ReleaseHandle() => Destroy(ref handle).IsSuccess();

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_appender_destroy")]
    private static partial DuckDBState Destroy(ref nint appender);
}
