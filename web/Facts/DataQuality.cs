using QualityInsight.Warehouse;

namespace QualityInsight.Web.Facts;

/// <summary>A load. Times UTC.</summary>
internal sealed record BatchLine(
    long BatchId, string Feed, string Entity, string Profile, string FileName, string? Encoding, DateTime StartedAt, DateTime? FinishedAt,
    long RowsIn, long Loaded, long Duplicate, long Quarantined, long Nulled, string? Note, bool IsBroken, long Total);

/// <summary>Everything a feed ever brought of one kind.</summary>
internal sealed record FeedLine(
    string Feed, string Entity, long Batches, DateTime? LastLoaded, DateTime? LastEvent,
    long RowsIn, long Loaded, long Duplicate, long Quarantined, long Broken);

/// <summary>Why rows were refused.</summary>
internal sealed record ReasonLine(string Feed, string Entity, string Reason, string? Column, long N, string Example, string? Value);

/// <summary>What an integrity rule found.</summary>
internal sealed record RuleLine(string Rule, string Subject, long N, long Certain, string Example);

/// <summary>Values emptied by a rule.</summary>
internal sealed record NulledLine(string Feed, string Entity, string Column, string Reason, long N, string? Example);

/// <summary>A refused row, masked.</summary>
internal sealed record RefusedRow(long Line, string? Column, string? Value, string Reason, string Detail);

/// <summary>What the serving file says about the loads themselves.</summary>
internal sealed class DataQuality(Serving serving)
{
    /// <summary>Most refused rows a download holds.</summary>
    public const int MostRefused = 100_000;

    public Task<IReadOnlyList<FeedLine>?> FeedsAsync(CancellationToken cancel) => serving.QueryAsync(
        "sql/data_feeds.sql",
        r => new FeedLine(
            r.Text("feed"), r.Text("entity"), r.Long("batches"), r.TimestampOrNull("last_loaded"), r.TimestampOrNull("last_event"),
            r.Long("rows_in"), r.Long("loaded"), r.Long("duplicate"), r.Long("quarantined"), r.Long("broken")),
        null, cancel);

    public Task<IReadOnlyList<BatchLine>?> BatchesAsync(int offset, int limit, CancellationToken cancel) => serving.QueryAsync(
        "sql/data_batches.sql",
        r => new BatchLine(
            r.Long("batch_id"), r.Text("feed"), r.Text("entity"), r.Text("profile"), r.Text("file_name"), r.TextOrNull("encoding"),
            r.Timestamp("started_at"), r.TimestampOrNull("finished_at"), r.Long("rows_in"), r.Long("loaded"), r.Long("duplicate"),
            r.Long("quarantined"), r.Long("nulled"), r.TextOrNull("note"), r.Bool("is_broken"), r.Long("total")),
        new() { ["limit"] = limit, ["offset"] = offset }, cancel);

    public Task<IReadOnlyList<ReasonLine>?> ReasonsAsync(CancellationToken cancel) => serving.QueryAsync(
        "sql/data_reasons.sql",
        r => new ReasonLine(
            r.Text("feed"), r.Text("entity"), r.Text("reason"), r.TextOrNull("column_name"), r.Long("n"), r.Text("example"), r.TextOrNull("value")),
        null, cancel);

    public Task<IReadOnlyList<RuleLine>?> FlagsAsync(CancellationToken cancel) => serving.QueryAsync(
        "sql/data_flags.sql",
        r => new RuleLine(r.Text("rule"), r.Text("subject"), r.Long("n"), r.Long("certain"), r.Text("example")), null, cancel);

    public Task<IReadOnlyList<NulledLine>?> NulledAsync(CancellationToken cancel) => serving.QueryAsync(
        "sql/data_nulled.sql",
        r => new NulledLine(
            r.Text("feed"), r.Text("entity"), r.Text("column_name"), r.Text("reason"), r.Long("n"), r.TextOrNull("example")),
        null, cancel);

    public Task<IReadOnlyList<RefusedRow>?> RefusedAsync(long batch, CancellationToken cancel) => serving.QueryAsync(
        "sql/data_quarantine.sql",
        r => new RefusedRow(
            r.Long("line_no"), r.TextOrNull("column_name"), r.TextOrNull("value_masked"), r.Text("reason"), r.Text("detail")),
        new() { ["batch"] = batch, ["limit"] = MostRefused }, cancel);
}
