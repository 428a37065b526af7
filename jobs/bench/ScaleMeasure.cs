using System.Diagnostics;
using QualityInsight.Analytics;
using QualityInsight.Jobs.Cli;
using QualityInsight.Reports;
using QualityInsight.Reports.Weekly;
using QualityInsight.Warehouse;

namespace QualityInsight.Jobs.Bench;

/// <summary>What a child process of the scale benchmark measured: from opening the file to the last figure.</summary>
/// <param name="Seconds">Wall-clock seconds.</param>
/// <param name="Questions">Statements sent to the database.</param>
/// <param name="Figures">Figures by <c>metric@period</c>.</param>
/// <param name="Slowest">The slowest statements, seconds and the beginning of their text.</param>
internal sealed record ScaleResult(double Seconds, int Questions, IReadOnlyDictionary<string, double?> Figures, IReadOnlyList<string> Slowest);

/// <summary>The parts that the scale benchmark times, each in a process of its own.</summary>
internal static class ScaleMeasure
{
    /// <summary>The summary's figures that both ways compute.</summary>
    private static readonly (string Script, string[] Metrics)[] Compared =
    [
        ("peer_reviews", ["reviews", "bad_review_rate", "good_rate", "active_good_rate", "default_share", "avg_score"]),
        ("peer_visits", ["visits", "wait_mean", "wait_median", "wait_p90", "wait_over_15_share", "wait_over_30_share", "no_show_rate", "handle_mean"]),
        ("peer_tickets", ["tickets", "on_time_rate", "late_count"]),
    ];

    private static readonly Period Week = Period.IsoWeek(2026, 46);

    /// <summary>Times one part over the published file of a folder.</summary>
    /// <param name="part"><c>report</c>, <c>figures</c>, <c>week</c>, <c>peer</c> or <c>peer-week</c>.</param>
    /// <param name="folder">The data folder.</param>
    /// <param name="memory">DuckDB's memory limit.</param>
    /// <param name="cancel">Stops it.</param>
    public static ScaleResult Run(string part, string folder, string memory, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        using var reader = ServingReader.Open(folder, new() { MemoryLimit = memory, TempFolder = Path.Combine(folder, "tmp") });
        var source = new TimedSource(new SessionSource(reader));
        var figures = new Dictionary<string, double?>(StringComparer.Ordinal);
        switch (part)
        {
            case "report": Report(reader, source, cancel); break;
            case "figures": Ours(source, figures, Periods, cancel); break;
            case "week": Ours(source, figures, [("week", Week)], cancel); break;
            case "peer": Peer(reader, figures, Periods, cancel); break;
            case "peer-week": Peer(reader, figures, [("week", Week)], cancel); break;
            default: throw new UsageException($"no such part: {part}");
        }
        return new(clock.Elapsed.TotalSeconds, source.Questions, figures, source.Slowest);
    }

    private static IReadOnlyList<(string Name, Period Period)> Periods =>
    [
        ("week", Week), ("last-week", Comparison.Of(Comparison.LastWeek, Week)), ("last-year", Comparison.Of(Comparison.LastYear, Week)), ("year-to-date", Week.YearToDate),
    ];

    private static void Report(ServingReader reader, TimedSource source, CancellationToken cancel)
    {
        var engine = new MetricEngine(source);
        var facts = new ServingFacts(reader.Snapshot.Name, reader.OpenSession);
        // Made-up facts are no feed: the report is made in spite of what it says of them.
        WeeklyReport.Build(engine, facts, "2026-W46", null, ReportLanguage.Chinese, TimeProvider.System, new() { Force = true }, cancel);
        engine.RunAll([.. Compared.SelectMany(c => c.Metrics).Select(m => new MetricQuery(m) { Period = Week.YearToDate })], cancel);
    }

    private static void Ours(TimedSource source, Dictionary<string, double?> figures, IReadOnlyList<(string Name, Period Period)> periods, CancellationToken cancel)
    {
        var questions = periods.SelectMany(p => Compared.SelectMany(c => c.Metrics).Select(m => (Key: $"{m}@{p.Name}", Query: new MetricQuery(m) { Period = p.Period }))).ToList();
        foreach (var (question, answer) in questions.Zip(new MetricEngine(source).RunAll([.. questions.Select(q => q.Query)], cancel)))
            figures[question.Key] = answer.Single.Value;
    }

    private static void Peer(ServingReader reader, Dictionary<string, double?> figures, IReadOnlyList<(string Name, Period Period)> periods, CancellationToken cancel)
    {
        using var session = reader.OpenSession();
        foreach (var (name, period) in periods)
            foreach (var (script, metrics) in Compared)
            {
                var row = session.QuerySingle(Sql.Load(typeof(ScaleMeasure), $"bench/{script}.sql"),
                    r => metrics.Select(r.DoubleOrNull).ToArray(),
                    new() { ["from"] = period.From!.Value.ToDateTime(TimeOnly.MinValue), ["to"] = period.To!.Value.ToDateTime(TimeOnly.MinValue) }, cancel);
                foreach (var (metric, value) in metrics.Zip(row))
                    figures[$"{metric}@{name}"] = value;
            }
    }
}

/// <summary>Counts and times the statements of the metric layer.</summary>
internal sealed class TimedSource(IMetricSource inner) : IMetricSource
{
    private readonly List<(double Seconds, string Sql)> _asked = [];

    public int Questions => _asked.Count;

    public IReadOnlyList<string> Slowest => [.. _asked.OrderByDescending(a => a.Seconds).Take(12)
        .Select(a => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{a.Seconds:F2} s  {string.Join(' ', a.Sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))[..Math.Min(400, string.Join(' ', a.Sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Length)]}"))];

    public string Snapshot => inner.Snapshot;

    public string ParameterPrefix => inner.ParameterPrefix;

    public IReadOnlyList<object?[]> Query(string sql, IReadOnlyDictionary<string, object?> arguments, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var rows = inner.Query(sql, arguments, cancellation);
        _asked.Add((clock.Elapsed.TotalSeconds, sql));
        return rows;
    }
}
