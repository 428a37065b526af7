using System.Collections.Concurrent;
using QualityInsight.Analytics;

namespace QualityInsight.Reports.Weekly;

/// <summary>Questions of one report to the metric layer: always the same days, the same scope, the same comparisons.</summary>
/// <param name="engine">The metric layer.</param>
/// <param name="kind">The kind of report, for its words.</param>
/// <param name="days">The days.</param>
/// <param name="compare">What every figure is put beside: comparisons of the metric layer, or <see cref="PreviousMonth"/>.</param>
/// <param name="scope">The filter of the org.</param>
/// <param name="language">The reader's language.</param>
/// <param name="cancellation">Stops between questions.</param>
internal sealed class Ask(IMetricEngine engine, string kind, Period days, IReadOnlyList<string> compare, IReadOnlyList<MetricFilter> scope, ReportLanguage language, CancellationToken cancellation)
{
    /// <summary>The calendar month before the report's month; months differ in length, so the metric layer's "previous" (as many days) is another.</summary>
    public const string PreviousMonth = "previous-month";

    private readonly ConcurrentDictionary<string, MetricRow> _asked = new(StringComparer.Ordinal);

    public Period Week => days;

    public string Kind => kind;

    public ReportLanguage Language => language;

    public MetricCatalogue Catalogue => engine.Catalogue;

    /// <summary>Asks for many figures at once, those of the same records by one reading; <see cref="One"/> then has them.</summary>
    public void Prepare(IEnumerable<string> metrics)
    {
        var missing = metrics.Where(m => !_asked.ContainsKey(m)).Distinct(StringComparer.Ordinal).ToArray();
        foreach (var (metric, row) in missing.Zip(Run(missing)))
            _asked.TryAdd(metric, row);
    }

    /// <summary>Half a year of weeks, with control limits.</summary>
    public WeeklyTrend Trends { get; } = new(engine, days, scope, language, cancellation);

    /// <summary>The figure of the days beside its comparisons; asked once, however often it is used.</summary>
    public MetricRow One(string metric) => _asked.GetOrAdd(metric, m => Run([m])[0]);

    /// <summary>A figure of the days that has no comparison (what is in force has no other time).</summary>
    public MetricRow Present(string metric) => engine.Run(new MetricQuery(metric) { Period = days, Where = scope }, cancellation).Single;

    /// <summary>Figures in groups, as the report's table of figures.</summary>
    public FiguresBlock Block(IEnumerable<(string Name, string[] Metrics)> groups)
    {
        var asked = groups.Select(g => (g.Name, Metrics: g.Metrics.Where(Catalogue.Contains).ToArray())).ToArray();
        Prepare(asked.SelectMany(g => g.Metrics));
        return new([.. asked.Select(g => new FigureGroup(g.Name, [.. g.Metrics.Select(m => FigureText.Figure(Catalogue[m], One(m), language))]))],
            PeriodWords.Now(kind, language), [.. compare.Select(c => PeriodWords.Then(c, kind, language))]);
    }

    /// <summary>The days' figure cut by dimensions.</summary>
    public IReadOnlyList<MetricRow> By(string metric, params string[] dimensions) =>
        engine.Run(new MetricQuery(metric) { Period = days, Where = scope, By = dimensions }, cancellation).Rows;

    /// <summary>The days' figures of several metrics cut by the same dimensions, in the order of the metrics.</summary>
    public IReadOnlyList<IReadOnlyList<MetricRow>> By(IEnumerable<string> metrics, params string[] dimensions) =>
        [.. engine.RunAll([.. metrics.Select(m => new MetricQuery(m) { Period = days, Where = scope, By = dimensions })], cancellation).Select(r => r.Rows)];

    /// <summary>The days' figure cut by dimensions, within further filters, beside comparisons.</summary>
    public IReadOnlyList<MetricRow> By(string metric, IReadOnlyList<string> beside, IReadOnlyList<MetricFilter> within, params string[] dimensions) =>
        engine.Run(new MetricQuery(metric) { Period = days, Where = [.. scope, .. within], By = dimensions, Compare = beside }, cancellation).Rows;

    /// <summary>Figures of other days, cut by dimensions, within further filters.</summary>
    public IReadOnlyList<MetricRow> Within(Period others, string metric, IReadOnlyList<MetricFilter> within, params string[] dimensions) =>
        engine.Run(new MetricQuery(metric) { Period = others, Where = [.. scope, .. within], By = dimensions }, cancellation).Rows;

    /// <summary>Several metrics cut by the same dimension, joined by its code, in the order of the first metric's answer.</summary>
    public IReadOnlyList<Joined> Join(string dimension, params string[] metrics)
    {
        var answers = By(metrics, dimension);
        var rest = answers.Select(a => a.Where(r => r.Dimensions[0].Code is not null).ToDictionary(r => r.Dimensions[0].Code!, StringComparer.Ordinal)).ToArray();
        return [.. answers[0].Where(r => r.Dimensions[0].Code is not null)
            .Select(r => new Joined(r.Dimensions[0], [.. rest.Select(a => a.GetValueOrDefault(r.Dimensions[0].Code!))]))];
    }

    /// <summary>The reader's name of a place.</summary>
    public string NameOf(DimensionValue value) => language.Pick(value.Name, value.NameEn);

    /// <summary>A table cell holding a figure.</summary>
    public Cell Cell(string metric, DimensionValue at, MetricRow? row, Tone tone = Tone.Plain)
    {
        var definition = Catalogue[metric];
        return new(FigureText.Value(definition, row?.Value), tone, metric, row?.Value, $"{at.Dimension}={at.Code}", FigureText.Scale(definition));
    }

    /// <summary>Does several things on all cores; what one of them throws is thrown as it is.</summary>
    public static void Together(int count, Action<int> work, CancellationToken cancellation)
    {
        try
        {
            Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, work);
        }
        catch (AggregateException e) when (e.Flatten().InnerExceptions is [var first, ..])
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(first);
        }
    }

    private MetricRow[] Run(string[] metrics)
    {
        // What is in force knows no other time.
        string[] timed = [.. metrics.Where(m => Catalogue[m].Time is not null)];
        string[] earlier = compare.Contains(PreviousMonth) ? timed : [];
        var then = new Period(days.From!.Value.AddMonths(earlier.Length > 0 ? -1 : 0), days.From);
        var answers = engine.RunAll(
        [
            .. metrics.Select(m => new MetricQuery(m) { Period = days, Where = scope, Compare = timed.Contains(m) ? [.. compare.Where(c => c != PreviousMonth)] : [] }),
            .. earlier.Select(m => new MetricQuery(m) { Period = then, Where = scope }),
        ], cancellation);
        return [.. metrics.Select((m, i) => Array.IndexOf(earlier, m) is >= 0 and var at
            ? answers[i].Single with { Comparisons = [MonthBefore(m, answers[i].Single, then, answers[metrics.Length + at].Single), .. answers[i].Single.Comparisons] }
            : answers[i].Single)];
    }

    private MetricComparison MonthBefore(string metric, MetricRow row, Period then, MetricRow before)
    {
        var change = row.Value - before.Value;
        var verdict = Catalogue[metric].Aggregate != MetricAggregate.Share || row.N == 0 || before.N == 0 ? ChangeVerdict.Untested
            : ChangeTest.Verdict(ChangeTest.TwoProportions((long)row.Numerator!, row.N, (long)before.Numerator!, before.N));
        return new(PreviousMonth, then, before.Value, before.N, before.Numerator, before.Denominator, change, before.Value is null or 0 ? null : change / before.Value, verdict);
    }
}

/// <summary>One place with its figures, in the order of the metrics asked for; null where a metric has no row there.</summary>
internal sealed record Joined(DimensionValue At, IReadOnlyList<MetricRow?> Rows);
