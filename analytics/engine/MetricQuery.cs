namespace QualityInsight.Analytics;

/// <summary>
/// A question to the metric layer: one metric, cut by dimensions, filtered, over a period, beside comparisons.
/// Everything named here comes from closed lists (<see cref="MetricCatalogue"/>, <see cref="DimensionCatalogue"/>,
/// <see cref="Comparison"/>); values only ever travel as parameters.
/// </summary>
/// <param name="Metric">Id of the metric, for example <c>wait_median</c>.</param>
public sealed record MetricQuery(string Metric)
{
    /// <summary>Ids of the dimensions to cut by, in the order of the result's columns. Empty for one figure.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>Filters, all of which must hold.</summary>
    public IReadOnlyList<MetricFilter> Where { get; init; } = [];

    /// <summary>The days asked about, in the local wall-clock of the facts. <see cref="Period.All"/> is everything.</summary>
    public Period Period { get; init; } = Period.All;

    /// <summary>What to put beside each row: <c>previous</c>, <c>last-week</c>, <c>last-year</c>, <c>base:2020</c>.</summary>
    public IReadOnlyList<string> Compare { get; init; } = [];

    /// <summary>The order of the rows.</summary>
    public MetricOrder Order { get; init; } = MetricOrder.Dimension;

    /// <summary>At most so many rows, after ordering. Null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>Rows that rest on fewer records are left out. 0 keeps all.</summary>
    public int MinN { get; init; }

    /// <summary>Set to rank the rows fairly (minimum n, shrinkage); null for a plain table.</summary>
    public RankingOptions? Ranking { get; init; }
}

/// <summary>One filter: the dimension is one of the values.</summary>
/// <param name="Dimension">Id of a dimension of the metric's model.</param>
/// <param name="Values">Codes; a null among them means "not given". At least one.</param>
public sealed record MetricFilter(string Dimension, IReadOnlyList<string?> Values)
{
    /// <summary>A filter on one value.</summary>
    public MetricFilter(string dimension, string? value) : this(dimension, [value]) { }
}

/// <summary>The order of a result's rows. Rows without a value always come last.</summary>
public enum MetricOrder
{
    /// <summary>By the dimensions' codes, ascending (time runs forward).</summary>
    Dimension,

    /// <summary>Largest value first.</summary>
    ValueDescending,

    /// <summary>Smallest value first.</summary>
    ValueAscending,

    /// <summary>Most records first.</summary>
    NDescending,

    /// <summary>The worst first, by the metric's own direction.</summary>
    WorstFirst,

    /// <summary>The best first, by the metric's own direction.</summary>
    BestFirst,
}

/// <summary>How to rank units when most of their difference is noise.</summary>
/// <param name="MinN">A row with fewer records gets no rank (it stays in the table with its n).</param>
/// <param name="Shrink">Shares are pulled towards the mean of all rows by empirical-Bayes beta-binomial shrinkage.</param>
public sealed record RankingOptions(int MinN = 30, bool Shrink = true);
