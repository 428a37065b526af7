using QualityInsight.Feedback;
using QualityInsight.Jobs.Host;
using QualityInsight.Warehouse;

namespace QualityInsight.Jobs.Pipeline;

/// <summary>What crosses between the facts and the loop: bad reviews in, case events out.</summary>
public sealed class Loop(DataWarehouse warehouse, Operations operations)
{
    /// <summary>Makes the units of the facts known to the desk, then opens a case for every bad review without one.</summary>
    /// <param name="history">The reviews are history: their clocks run from the review, not from now.</param>
    public async Task<RoutingReport> Route(bool history, CancellationToken cancellation)
    {
        await new OrgTree(operations.Store).PutAsync(Units(cancellation), cancellation);
        var source = new WarehouseBadReviews(warehouse, Workshop.Zone.Id, history ? 0 : 30);
        return await new Router(operations.Store, operations.Rules).RunAsync(source, new RouterOptions { Backfill = history }, cancel: cancellation);
    }

    /// <summary>Copies events that the warehouse does not have yet; returns how many.</summary>
    public Task<long> Mirror(CancellationToken cancellation) =>
        new Mirror(operations.Store).RunAsync(new WarehouseCaseEvents(warehouse), cancel: cancellation);

    private IReadOnlyList<OrgUnit> Units(CancellationToken cancellation)
    {
        using var session = warehouse.OpenSession();
        return session.Query(Sql.Load(typeof(Loop), "org_units.sql"),
            r => new OrgUnit(r.Text("code"), r.Text("name"), r.TextOrNull("parent_code")), cancel: cancellation);
    }
}
