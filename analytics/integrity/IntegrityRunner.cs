using System.Diagnostics;
using QualityInsight.Warehouse;

namespace QualityInsight.Analytics;

/// <summary>What one rule did in a run.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="Added">Flags it added; what it had found before is not added again.</param>
/// <param name="Total">Its flags in all.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record RuleOutcome(string Rule, long Added, long Total, TimeSpan Elapsed);

/// <summary>Runs the integrity rules over the warehouse and writes their flags, each record once a rule.</summary>
public static class IntegrityRunner
{
    /// <summary>Runs all rules, each in a transaction of its own, so that a run that is stopped keeps whole rules.</summary>
    /// <param name="warehouse">The warehouse; the caller owns it.</param>
    /// <param name="time">The clock.</param>
    /// <param name="zone">Zone of the facts' wall-clock, for "in the future".</param>
    /// <param name="thresholds">Thresholds of this deployment as <c>R02.min_batch</c>; null for those shipped.</param>
    /// <param name="only">Ids of the rules to run; null for all.</param>
    /// <param name="progress">Hears of each rule as it ends.</param>
    /// <param name="cancellation">Stops between and within rules.</param>
    /// <exception cref="ArgumentException">A threshold that no rule has.</exception>
    public static IReadOnlyList<RuleOutcome> Run(
        DataWarehouse warehouse, TimeProvider time, TimeZoneInfo zone, IReadOnlyDictionary<string, double>? thresholds = null,
        IReadOnlyCollection<string>? only = null, IProgress<RuleOutcome>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentNullException.ThrowIfNull(time);
        CheckNames(thresholds);
        var utc = time.GetUtcNow();
        var now = TimeZoneInfo.ConvertTime(utc, zone).DateTime;
        using var session = warehouse.OpenSession();
        var outcomes = new List<RuleOutcome>();
        foreach (var rule in IntegrityRule.All.Where(r => only is null || only.Contains(r.Id)))
        {
            cancellation.ThrowIfCancellationRequested();
            var outcome = Run(session, rule, utc.UtcDateTime, now, thresholds, cancellation);
            outcomes.Add(outcome);
            progress?.Report(outcome);
        }
        return outcomes;
    }

    private static RuleOutcome Run(
        WarehouseSession session, IntegrityRule rule, DateTime utc, DateTime now, IReadOnlyDictionary<string, double>? thresholds,
        CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var arguments = new SqlArguments { ["rule"] = rule.Id, ["found_at"] = DateTime.SpecifyKind(utc, DateTimeKind.Unspecified) };
        foreach (var (name, shipped) in rule.Thresholds)
            arguments[name] = thresholds is not null && thresholds.TryGetValue($"{rule.Id}.{name}", out var own) ? own : shipped;
        if (rule.Sql.Contains("$now", StringComparison.Ordinal))
            arguments["now"] = DateTime.SpecifyKind(now, DateTimeKind.Unspecified);
        var sql = Sql.Load(typeof(IntegrityRunner), "integrity/write_flags.sql").Replace("{rule}", rule.Sql, StringComparison.Ordinal);
        var before = Count(session, rule.Id);
        session.InTransaction(() => session.Execute(sql, arguments, cancellation));
        var after = Count(session, rule.Id);
        return new(rule.Id, after - before, after, clock.Elapsed);
    }

    private static long Count(WarehouseSession session, string rule) => session.QuerySingle(
        "SELECT count(*) FROM integrity_flag WHERE rule = $rule", r => r.Long(0), new SqlArguments { ["rule"] = rule });

    private static void CheckNames(IReadOnlyDictionary<string, double>? thresholds)
    {
        var known = IntegrityRule.All.SelectMany(r => r.Thresholds.Keys.Select(k => $"{r.Id}.{k}")).ToHashSet(StringComparer.Ordinal);
        foreach (var name in thresholds?.Keys ?? [])
            if (!known.Contains(name))
                throw new ArgumentException(Nearest.Message("threshold", name, known), nameof(thresholds));
    }
}
