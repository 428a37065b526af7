using System.Globalization;
using System.Runtime.CompilerServices;
using QualityInsight.Feedback;
using QualityInsight.Warehouse;

namespace QualityInsight.Jobs.Pipeline;

/// <summary>The hotline's orders (12345 工单) that wait for an answer, out of the warehouse, in the order of loading; the cursor is batch and line.</summary>
/// <param name="warehouse">The facts.</param>
/// <param name="zone">IANA id of the bureau's zone.</param>
/// <param name="historyDays">As in <see cref="WarehouseBadReviews"/>.</param>
public sealed class WarehouseOrders(DataWarehouse warehouse, string zone, int historyDays = 30) : IOrderSource
{
    private const int Block = 2_000;

    /// <inheritdoc />
    public async IAsyncEnumerable<SourcedOrder> ReadAsync(string? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (true)
        {
            var read = Read(after, cancel);
            foreach (var order in read)
            {
                after = order.Cursor;
                yield return order;
            }
            if (read.Count < Block)
                yield break;
            await Task.Yield();
        }
    }

    private List<SourcedOrder> Read(string? after, CancellationToken cancel)
    {
        var (batch, line) = WarehouseBadReviews.Parse(after);
        using var session = warehouse.OpenSession();
        return [.. session.Query(Sql.Load(typeof(WarehouseOrders), "hotline_orders.sql"), Map, new SqlArguments
        {
            ["batch"] = batch,
            ["line"] = line,
            ["zone"] = zone,
            ["history_days"] = historyDays > 0 ? historyDays : -1,
            ["block"] = Block,
        }, cancel)];
    }

    private static SourcedOrder Map(Row row) => new(
        // 其他 is no kind of ours, nor is a feed's silence: the router says how many there were.
        Codes.TryParse<CaseKind>(row.TextOrNull("request_type")) is { } kind && CaseKinds.Orders.Contains(kind) ? kind : null,
        new BadReview
        {
            Source = row.Text("source"),
            ReviewNo = row.Text("ticket_no"),
            TicketNo = row.Text("ticket_no"),
            ReviewedAt = row.Timestamp("asked_at"),
            ArrivedAt = row.TimestampOrNull("arrived_at"),
            OrgCode = row.TextOrNull("org_code"),
            OrgName = row.TextOrNull("org_name"),
            HallCode = row.TextOrNull("hall_code"),
            HallName = row.TextOrNull("hall_name"),
            CounterCode = row.TextOrNull("counter_code"),
            ItemCode = row.TextOrNull("item_code"),
            ItemName = row.TextOrNull("item_name"),
            TextMasked = row.TextOrNull("text_masked"),
            Labels = row.TextList("labels"),
            Channel = row.TextOrNull("channel"),
            IsNamed = row.TextOrNull("person_hash") is not null,
            PersonHash = row.TextOrNull("person_hash"),
        },
        string.Create(CultureInfo.InvariantCulture, $"{row.Long("batch_id"):D12}:{row.Long("line_no"):D12}"));
}
