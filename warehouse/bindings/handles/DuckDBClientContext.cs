using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>What a connection knows of itself (duckdb_client_context).</summary>
public sealed partial class DuckDBClientContext() : DuckDBHandle(ownsHandle: true)
{
    /// <summary>The connection's number, unique within its database.</summary>
    public ulong ConnectionId => GetConnectionId(this);

    /// <inheritdoc />
    protected override bool ReleaseHandle()
    {
        Destroy(ref handle);
        return true;
    }

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_client_context_get_connection_id")]
    private static partial ulong GetConnectionId(DuckDBClientContext context);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_destroy_client_context")]
    private static partial void Destroy(ref nint context);
}
