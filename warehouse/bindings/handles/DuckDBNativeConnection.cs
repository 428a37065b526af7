using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>A connection (duckdb_connection).</summary>
public sealed partial class DuckDBNativeConnection() : DuckDBHandle(ownsHandle: true)
{
    /// <summary>Stops what the connection is doing, from any thread.</summary>
    public void Interrupt() => Interrupt(this);

    /// <inheritdoc />
    protected override bool ReleaseHandle()
    {
        Destroy(ref handle);
        return true;
    }

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_interrupt")]
    private static partial void Interrupt(DuckDBNativeConnection connection);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_disconnect")]
    private static partial void Destroy(ref nint connection);
}
