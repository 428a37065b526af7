using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>A result (duckdb_result). A struct that C fills in: <see cref="Close" /> frees what it points to, once.</summary>
[StructLayout(LayoutKind.Sequential)]
public partial struct DuckDBResult
{
    private ulong deprecatedColumnCount;
    private ulong deprecatedRowCount;
    private ulong deprecatedRowsChanged;
    private nint deprecatedColumns;
    private nint deprecatedErrorMessage;
    private nint internalData;

    /// <summary>Frees the result; a second call does nothing.</summary>
    public void Close() => Destroy(ref this);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_destroy_result")]
    private static partial void Destroy(ref DuckDBResult result);
}

/// <summary>How far a query is (duckdb_query_progress_type).</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBQueryProgress(double percentage, ulong rowsProcessed, ulong totalRowsToProcess)
{
    /// <summary>0–100, or −1 where it is not known.</summary>
    public double Percentage { get; } = percentage;

    /// <summary>Rows done.</summary>
    public ulong RowsProcessed { get; } = rowsProcessed;

    /// <summary>Rows in all, as estimated.</summary>
    public ulong TotalRowsToProcess { get; } = totalRowsToProcess;
}

/// <summary>Success or not (duckdb_state).</summary>
public enum DuckDBState
{
    Success = 0,
    Error = 1,
}

/// <summary>Reading <see cref="DuckDBState" />.</summary>
public static class DuckDBStateExtensions
{
    /// <summary>True for <see cref="DuckDBState.Success" />.</summary>
    public static bool IsSuccess(this DuckDBState state) => state == DuckDBState.Success;
}

/// <summary>What a statement gives (duckdb_result_type).</summary>
public enum DuckDBResultType
{
    Invalid = 0,
    ChangedRows = 1,
    Nothing = 2,
    QueryResult = 3,
}
