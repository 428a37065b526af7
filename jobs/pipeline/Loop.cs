using QualityInsight.Feedback;
using QualityInsight.Jobs.Host;
using QualityInsight.Warehouse;

namespace QualityInsight.Jobs.Pipeline;

/// <summary>What routing did, source by source.</summary>
/// <param name="Reviews">Bad reviews.</param>
/// <param name="Orders">Orders of the hotline.</param>
public sealed record LoopRouting(RoutingReport Reviews, RoutingReport Orders);

/// <summary>What crosses between the facts and the loop: bad reviews and the hotline's orders in, case events out.</summary>
public sealed class Loop(DataWarehouse warehouse, FeedbackRoom operations)
{
    /// <summary>Makes the units of the facts known to the desk, then opens a case for every bad review and every open order of the hotline without one, and gives new cases to handlers where a unit has rules.</summary>
    /// <param name="history">They are history: their clocks run from the review or order, not from now.</param>
    public async Task<LoopRouting> Route(bool history, CancellationToken cancellation)
    {
        await operations.Orgs.PutAsync(Units(cancellation), cancellation);
        var (days, options) = (history ? 0 : 30, new RouterOptions { Backfill = history });
        var reviews = await operations.Router.RunAsync(new WarehouseBadReviews(warehouse, Workshop.Zone.Id, days), options, cancel: cancellation);
        var orders = await operations.Router.RunAsync(new WarehouseOrders(warehouse, Workshop.Zone.Id, days), options, cancel: cancellation);
        await operations.Assignment.RunAsync(cancellation);
        return new(reviews, orders);
    }

    /// <summary>Copies events that the warehouse does not have yet; returns how many.</summary>
    public Task<long> Mirror(CancellationToken cancellation) =>
        operations.Mirror.RunAsync(new WarehouseCaseEvents(warehouse), cancel: cancellation);

    private IReadOnlyList<OrgUnit> Units(CancellationToken cancellation)
    {
        using var session = warehouse.OpenSession();
        return session.Query(Sql.Load(typeof(Loop), "org_units.sql"),
            r => new OrgUnit(r.Text("code"), r.Text("name"), r.TextOrNull("parent_code")), cancel: cancellation);
    }
}
