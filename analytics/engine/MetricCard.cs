namespace QualityInsight.Analytics;

/// <summary>Metrics that belong together on one page, from <c>analytics/metrics/cards.yaml</c>: the five-way scorecard, before and after, …</summary>
/// <param name="Id">Stable id, for example <c>five-way</c>.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="Lines">Its lines, from the top.</param>
public sealed record MetricCard(string Id, string NameZh, string NameEn, IReadOnlyList<MetricCardLine> Lines)
{
    /// <summary>The cards of this program.</summary>
    public static IReadOnlyList<MetricCard> All { get; } = [.. DefinitionFiles.Cards()];

    /// <summary>The card of that id.</summary>
    /// <exception cref="MetricQueryException">There is none; the message names the nearest.</exception>
    public static MetricCard Of(string id) => All.FirstOrDefault(c => c.Id == id)
        ?? throw new MetricQueryException(Nearest.Message("card", id, All.Select(c => c.Id)));

    /// <summary>
    /// Asks for every figure of the card. What a metric does not know of the question (a period for the present state, a cut or filter
    /// it lacks, a target it has not) is left out for it, so that one question fits the card.
    /// </summary>
    /// <param name="engine">The metric layer.</param>
    /// <param name="question">Period, cut, filters and comparisons; its metric is replaced.</param>
    /// <param name="cancellation">Stops it.</param>
    public IReadOnlyList<MetricCardAnswer> Read(IMetricEngine engine, MetricQuery question, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(question);
        var asked = Lines.SelectMany(line => line.Metrics.Select(m => (Line: line, Metric: engine.Catalogue[m])))
            .Where(a => question.By.Concat(question.Where.Select(w => w.Dimension)).All(a.Metric.Dimensions.Contains)).ToList();
        var answers = engine.RunAll([.. asked.Select(a => question with
        {
            Metric = a.Metric.Id,
            Compare = [.. question.Compare.Where(c => c == Comparison.Target ? a.Metric.Target is not null : c == Comparison.Peers || a.Metric.Time is not null)],
        })], cancellation);
        return [.. asked.Zip(answers, (a, answer) => new MetricCardAnswer(a.Line, a.Metric, answer))];
    }
}

/// <summary>A line of a card.</summary>
/// <param name="NameZh">What its metrics stand for, Chinese.</param>
/// <param name="NameEn">The same in English.</param>
/// <param name="Metrics">Ids of its metrics.</param>
public sealed record MetricCardLine(string NameZh, string NameEn, IReadOnlyList<string> Metrics);

/// <summary>One figure of a card.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Result">The answer.</param>
public sealed record MetricCardAnswer(MetricCardLine Line, MetricDefinition Metric, MetricResult Result);

/// <summary>A metric that rules or reports name and that no feed has the facts for (暂无数据的指标); it is named, never invented.</summary>
/// <param name="NameZh">Its name.</param>
/// <param name="NameEn">Its name in English.</param>
/// <param name="Source">Who names it.</param>
/// <param name="NeedsZh">Which facts are missing, Chinese.</param>
/// <param name="NeedsEn">The same in English.</param>
public sealed record AbsentMetric(string NameZh, string NameEn, string Source, string NeedsZh, string NeedsEn)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<AbsentMetric> All { get; } = [.. DefinitionFiles.Absent()];
}
