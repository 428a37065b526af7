using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>A chunk of rows (duckdb_data_chunk).</summary>
public sealed partial class DuckDBDataChunk : DuckDBHandle
{
    /// <summary>A chunk of ours, destroyed with this object.</summary>
    public DuckDBDataChunk() : base(ownsHandle: true)
    {
    }

    /// <summary>A chunk lent to a callback: it stays DuckDB's.</summary>
    public DuckDBDataChunk(nint lent) : base(ownsHandle: false) => SetHandle(lent);

    /// <inheritdoc />
    protected override bool ReleaseHandle()
    {
        Destroy(ref handle);
        return true;
    }

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_destroy_data_chunk")]
    private static partial void Destroy(ref nint chunk);
}
