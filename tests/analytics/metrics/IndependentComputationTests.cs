using System.Globalization;

namespace QualityInsight.Analytics.Tests;

/// <summary>The main metrics computed a second time, in plain C# over the same made-up rows.</summary>
[Collection(DuckDbCollection.Name)]
public class IndependentComputationTests(DuckDbFixture duck)
{
    private sealed record Visit(string Hall, DateOnly Day, string Outcome, double? Wait, double Closed, double? Handle);

    private sealed record Review(string Org, DateTime At, int Level, bool IsDefault);

    private sealed record Ticket(DateTime Closed, DateTime? Due, double Suspended);

    private static double Quantile(IEnumerable<double> values, double q)
    {
        var sorted = values.Order().ToArray();
        var at = (sorted.Length - 1) * q;
        var low = (int)Math.Floor(at);
        return low + 1 < sorted.Length ? sorted[low] + (at - low) * (sorted[low + 1] - sorted[low]) : sorted[low];
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public void Both_ways_give_the_same_figures(int seed)
    {
        var dice = new Random(seed);
        DateOnly Day() => new DateOnly(2026, 11, 1).AddDays(dice.Next(30));
        var visits = Enumerable.Range(0, 400).Select(_ => new Visit($"H{dice.Next(4)}", Day(), new[] { "SERVED", "SERVED", "SERVED", "NO_SHOW", "VOID" }[dice.Next(5)],
            dice.Next(10) == 0 ? null : dice.Next(4000) / 2.0, dice.Next(5) == 0 ? 0.5 : 0, dice.Next(10) == 0 ? null : dice.Next(2000))).ToList();
        visits = [.. visits.Select(v => v.Wait is null ? v with { Closed = 0 } : v)];
        var reviews = Enumerable.Range(0, 400).Select(_ => new Review($"O{dice.Next(5)}", Day().ToDateTime(new(dice.Next(24), 0)), 1 + dice.Next(5), dice.Next(3) == 0)).ToList();
        var tickets = Enumerable.Range(0, 200).Select(_ =>
        {
            var due = Day().ToDateTime(new(12, 0));
            return new Ticket(due.AddHours(dice.Next(-48, 48)), dice.Next(5) == 0 ? null : due, dice.Next(3) == 0 ? 86400 : 0);
        }).ToList();
        string Text(DateTime? at) => at?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)!;
        duck.Load(
            Facts.Insert("visit", visits.Select((v, i) => new Dictionary<string, object?>
            {
                ["number"] = $"{i}",
                ["hall_code"] = v.Hall,
                ["visit_date"] = v.Day.ToString("yyyy-MM-dd"),
                ["outcome"] = v.Outcome,
                ["wait_s"] = v.Wait,
                ["closed_s"] = v.Closed,
                ["handle_s"] = v.Handle,
            }))
            + Facts.Insert("review", reviews.Select(r => new Dictionary<string, object?>
            { ["org_code"] = r.Org, ["reviewed_at"] = Text(r.At), ["level"] = r.Level, ["is_default"] = r.IsDefault }))
            + Facts.Insert("ticket", tickets.Select(t => new Dictionary<string, object?>
            { ["closed_at"] = Text(t.Closed), ["due_at"] = t.Due is null ? null : Text(t.Due), ["suspended_s"] = t.Suspended })));

        var from = new DateOnly(2026, 11, 9);
        var period = new Period(from, from.AddDays(14));
        foreach (var hall in new[] { "H0", "H1", "H2", "H3" })
        {
            var mine = visits.Where(v => v.Hall == hall && period.Contains(v.Day)).ToList();
            var waits = mine.Where(v => v is { Outcome: "SERVED", Wait: not null }).Select(v => v.Wait!.Value - v.Closed).ToList();
            Same("wait_mean", new("hall", hall), waits.Average(), waits.Count);
            Same("wait_median", new("hall", hall), Quantile(waits, 0.5), waits.Count);
            Same("wait_p90", new("hall", hall), Quantile(waits, 0.9), waits.Count);
            Same("wait_over_15_share", new("hall", hall), waits.Count(w => w > 900) / (double)waits.Count, waits.Count);
            var handled = mine.Where(v => v is { Outcome: "SERVED", Handle: not null }).Select(v => v.Handle!.Value).ToList();
            Same("handle_mean", new("hall", hall), handled.Average(), handled.Count);
            var called = mine.Count(v => v.Outcome is "SERVED" or "NO_SHOW");
            Same("no_show_rate", new("hall", hall), mine.Count(v => v.Outcome == "NO_SHOW") / (double)called, called);
        }
        foreach (var org in new[] { "O0", "O1", "O2", "O3", "O4" })
        {
            var mine = reviews.Where(r => r.Org == org && period.Contains(DateOnly.FromDateTime(r.At))).ToList();
            var active = mine.Where(r => !r.IsDefault).ToList();
            Same("bad_review_rate", new("org", org), mine.Count(r => r.Level <= 2) / (double)mine.Count, mine.Count);
            Same("active_good_rate", new("org", org), active.Count(r => r.Level >= 3) / (double)active.Count, active.Count);
            Same("default_share", new("org", org), mine.Count(r => r.IsDefault) / (double)mine.Count, mine.Count);
            Same("avg_score", new("org", org), mine.Average(r => new[] { 0.0, 3, 6, 8, 10 }[r.Level - 1]), mine.Count);
        }
        var due = tickets.Where(t => t.Due is not null && period.Contains(DateOnly.FromDateTime(t.Closed))).ToList();
        Same("on_time_rate", null, due.Count(t => t.Closed <= t.Due!.Value.AddSeconds(t.Suspended)) / (double)due.Count, due.Count);
        var late = due.Count(t => t.Closed > t.Due!.Value.AddSeconds(t.Suspended));
        Same("late_count", null, late, late);

        void Same(string metric, MetricFilter? where, double value, long n)
        {
            var row = duck.Engine.Run(new(metric) { Period = period, Where = where is null ? [] : [where] }).Single;
            Assert.Equal((metric, n), (metric, row.N));
            Assert.Equal(value, row.Value!.Value, 9);
        }
    }
}
