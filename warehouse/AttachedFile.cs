using System.Diagnostics;
using DuckDB.NET.Data;

namespace QualityInsight.Warehouse;

/// <summary>What publishing and backing up do with a file attached to the owner's DuckDB.</summary>
internal static class AttachedFile
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Rows of a table, by its full name.</summary>
    internal static long Count(WarehouseSession session, string table) =>
        session.QuerySingle(Sql.Load(typeof(AttachedFile), "sql/count_rows.sql"), row => row.Long(0), new() { ["table"] = table });

    /// <summary>
    /// Writes the log of an attached file into it. A session that lists the catalogue for a moment holds a transaction on
    /// every attached file, this one too; then it is tried again.
    /// </summary>
    internal static void Checkpoint(WarehouseSession session, string database, CancellationToken cancel)
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                session.Execute($"CHECKPOINT {SqlText.Name(database)}", cancel: cancel);
                return;
            }
            catch (DuckDBException e) when (e.Message.Contains("Cannot CHECKPOINT", StringComparison.Ordinal) && waited.Elapsed < Patience)
            {
                cancel.WaitHandle.WaitOne(Pause);
            }
        }
    }
}
