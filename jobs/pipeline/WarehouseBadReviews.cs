using System.Globalization;
using System.Runtime.CompilerServices;
using QualityInsight.Feedback;
using QualityInsight.Warehouse;

namespace QualityInsight.Jobs.Pipeline;

/// <summary>Bad reviews out of the warehouse, in the order of loading; the cursor is batch and line.</summary>
/// <param name="warehouse">The facts.</param>
/// <param name="zone">IANA id of the bureau's zone.</param>
/// <param name="historyDays">A review loaded more than so many days after it was made is history: its clocks run from
/// the review itself, not from the day of loading. 0 makes every review history.</param>
public sealed class WarehouseBadReviews(DataWarehouse warehouse, string zone, int historyDays = 30) : IBadReviewSource
{
    private const int Block = 2_000;

    /// <inheritdoc />
    public async IAsyncEnumerable<SourcedReview> ReadAsync(
        IReadOnlyCollection<int> levels, string? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (batch, line) = Parse(after);
        while (true)
        {
            var read = Read(levels, batch, line, cancel);
            foreach (var (review, at) in read)
            {
                (batch, line) = at;
                yield return new SourcedReview(review, Cursor(at));
            }
            if (read.Count < Block)
                yield break;
            await Task.Yield();
        }
    }

    private List<(BadReview Review, (long, long) At)> Read(IReadOnlyCollection<int> levels, long batch, long line, CancellationToken cancel)
    {
        using var session = warehouse.OpenSession();
        return [.. session.Query(Sql.Load(typeof(WarehouseBadReviews), "bad_reviews.sql"), Map, new SqlArguments
        {
            ["levels"] = string.Join(',', levels),
            ["batch"] = batch,
            ["line"] = line,
            ["zone"] = zone,
            ["history_days"] = historyDays > 0 ? historyDays : -1,
            ["block"] = Block,
        }, cancel)];
    }

    private static (BadReview, (long, long)) Map(Row row)
    {
        var codes = row.TextList("tag_codes");
        var labels = row.TextList("tag_labels");
        return (new BadReview
        {
            Source = row.Text("source"),
            ReviewNo = row.Text("review_no"),
            Level = row.Int("level"),
            ReviewedAt = row.Timestamp("reviewed_at"),
            ArrivedAt = row.TimestampOrNull("arrived_at"),
            OrgCode = row.TextOrNull("org_code"),
            OrgName = row.TextOrNull("org_name"),
            HallCode = row.TextOrNull("hall_code"),
            HallName = row.TextOrNull("hall_name"),
            CounterCode = row.TextOrNull("counter_code"),
            CounterName = row.TextOrNull("counter_name"),
            ItemCode = row.TextOrNull("item_code"),
            ItemName = row.TextOrNull("item_name"),
            TicketNo = row.TextOrNull("ticket_no"),
            StaffCode = row.TextOrNull("staff_code"),
            TextMasked = row.TextOrNull("text_masked"),
            Tags = [.. codes.Zip(labels, (code, label) => new ReviewTag(code, label))],
            Labels = row.TextList("labels"),
            Channel = row.TextOrNull("channel"),
            IsNamed = row.Bool("is_named"),
            IsDefault = row.Bool("is_default"),
            PersonHash = row.TextOrNull("person_hash"),
        }, (row.Long("batch_id"), row.Long("line_no")));
    }

    private static string Cursor((long Batch, long Line) at) =>
        string.Create(CultureInfo.InvariantCulture, $"{at.Batch:D12}:{at.Line:D12}");

    internal static (long Batch, long Line) Parse(string? cursor)
    {
        if (cursor is null)
            return (0, 0);
        var parts = cursor.Split(':');
        return (long.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
