using System.Globalization;
using QualityInsight.Analytics;
using QualityInsight.Warehouse;

namespace QualityInsight.Jobs.Bench;

/// <summary>A published serving file of made-up facts: so many ratings, as many queue numbers, half as many matters.</summary>
/// <param name="Rows">Ratings.</param>
/// <param name="WeekRows">Ratings a week: history grows with <paramref name="Rows"/>, a week does not.</param>
internal sealed record ScaleWorld(long Rows, long WeekRows)
{
    /// <summary>The last day of history, the Sunday of 2026-W46.</summary>
    private static readonly DateOnly LastDay = new(2026, 11, 15);

    private long PerDay => Math.Max(1, WeekRows / 7);

    /// <summary>The first day of history.</summary>
    public DateOnly FirstDay => LastDay.AddDays(1 - (int)((Rows + PerDay - 1) / PerDay));

    /// <summary>Makes and publishes it.</summary>
    public ServingSnapshot Make(string folder, string memory, TimeProvider time, CancellationToken cancel)
    {
        using var warehouse = DataWarehouse.Open(folder, time, new() { MemoryLimit = memory });
        using (var session = warehouse.OpenSession())
            foreach (var script in new[] { "scale_dimensions", "scale_facts", "scale_cases" })
                session.Execute(Filled(script), cancel: cancel);
        return ServingFile.Publish(warehouse, AnalyticsScripts.ForServing(LastDay.ToDateTime(new(18, 0))), cancel: cancel);
    }

    private string Filled(string script)
    {
        var invariant = CultureInfo.InvariantCulture;
        return Sql.Load(typeof(ScaleWorld), $"bench/{script}.sql")
            .Replace("{rows}", Rows.ToString(invariant), StringComparison.Ordinal)
            .Replace("{per_day}", PerDay.ToString(invariant), StringComparison.Ordinal)
            .Replace("{start}", FirstDay.ToString("yyyy-MM-dd", invariant), StringComparison.Ordinal)
            .Replace("{end}", LastDay.ToString("yyyy-MM-dd", invariant), StringComparison.Ordinal);
    }
}
