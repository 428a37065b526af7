namespace QualityInsight.Analytics;

/// <summary>The answer to a <see cref="MetricQuery"/>: what was asked, from which snapshot, and the rows.</summary>
/// <param name="Metric">Id of the metric.</param>
/// <param name="Unit">Unit of the values: <c>s</c>, <c>days</c>, <c>share</c> (0–1), <c>count</c>, <c>score</c>, …</param>
/// <param name="Period">The days the rows speak of.</param>
/// <param name="Snapshot">Name of the serving snapshot the figures come from, so that they can be made again.</param>
/// <param name="Dimensions">Ids of the dimensions, in the order of <see cref="MetricRow.Dimensions"/>.</param>
/// <param name="Rows">The rows. Without dimensions exactly one, also when there is nothing to count.</param>
public sealed record MetricResult(
    string Metric, string Unit, Period Period, string Snapshot,
    IReadOnlyList<string> Dimensions, IReadOnlyList<MetricRow> Rows)
{
    /// <summary>The first row: the figure itself where no dimension was asked for.</summary>
    public MetricRow Single => Rows.Count == 1
        ? Rows[0]
        : throw new InvalidOperationException($"{Metric}: {Rows.Count} rows, one was expected.");
}

/// <summary>One figure with all that is needed to trust it.</summary>
/// <param name="Dimensions">Where it stands, in the order asked for.</param>
/// <param name="Value">The figure in the metric's unit; null where it is 0/0 or unknown (shown as "—").</param>
/// <param name="N">How many records it rests on.</param>
/// <param name="Numerator">The upper count or sum of a share or ratio; the sum for a mean; else null.</param>
/// <param name="Denominator">The lower count or sum; null where the metric is not a fraction.</param>
/// <param name="Low">Lower end of the 95 % interval of a share (Wilson 1927); null for others.</param>
/// <param name="High">Upper end of that interval.</param>
/// <param name="Note">What the reader must know (few records, no rank, comparison impossible); null mostly.</param>
public sealed record MetricRow(
    IReadOnlyList<DimensionValue> Dimensions, double? Value, long N,
    double? Numerator, double? Denominator, double? Low, double? High, string? Note = null)
{
    /// <summary>The comparisons, in the order of <see cref="MetricQuery.Compare"/>.</summary>
    public IReadOnlyList<MetricComparison> Comparisons { get; init; } = [];

    /// <summary>Place in the ranking, 1 is best; equal places are ties; null where too few records stand behind the row.</summary>
    public int? Rank { get; init; }

    /// <summary>The best place the row may truly have: one more than the rows whose 95 % interval lies wholly on the better side of its own.</summary>
    public int? RankFrom { get; init; }

    /// <summary>The worst place it may truly have. Rows whose intervals overlap cannot be told apart: from–to is their band of ties (并列区间).</summary>
    public int? RankTo { get; init; }

    /// <summary>The place as a reader should see it: <c>3</c>, or <c>2–5</c> where the data cannot tell; null without a place.</summary>
    public string? Place => Rank is null ? null : RankFrom == RankTo ? $"{RankFrom}" : $"{RankFrom}–{RankTo}";

    /// <summary>The value pulled towards the mean of all rows, in ranking mode for shares; else null.</summary>
    public double? Shrunk { get; init; }

    /// <summary>The code of one dimension of the row.</summary>
    public string? Code(string dimension) => Dimensions.First(d => d.Dimension == dimension).Code;
}

/// <summary>A place on one axis.</summary>
/// <param name="Dimension">Id of the dimension.</param>
/// <param name="Code">Its code: our text code, a feed's code, <c>2026-11-16</c>, <c>2026-W47</c>, <c>2026-11</c>, <c>2026-Q4</c>,
/// <c>2026</c>, hour <c>09</c>, ISO weekday <c>1</c>; null where the record does not say.</param>
/// <param name="Name">What a reader in Chinese calls it; the code where no name is known.</param>
/// <param name="NameEn">What a reader in English calls it; names out of the feeds are not translated.</param>
public sealed record DimensionValue(string Dimension, string? Code, string Name, string NameEn);

/// <summary>The same figure at another time, of other units of the same kind, or as a target wants it.</summary>
/// <param name="Kind">As asked: <c>last-week</c>, <c>last-year</c>, <c>peers</c>, <c>target</c>, …</param>
/// <param name="Period">The days compared with.</param>
/// <param name="Value">The figure then; null where there was nothing.</param>
/// <param name="N">Records behind it.</param>
/// <param name="Numerator">Its numerator.</param>
/// <param name="Denominator">Its denominator.</param>
/// <param name="Change">Value now minus value then, in the metric's unit.</param>
/// <param name="Ratio">Change as a share of the value then (−0.51 is 51 % less); null where that is 0 or missing.</param>
/// <param name="Verdict">Whether the change is more than noise.</param>
public sealed record MetricComparison(
    string Kind, Period Period, double? Value, long N, double? Numerator, double? Denominator,
    double? Change, double? Ratio, ChangeVerdict Verdict)
{
    /// <summary>How many other units stand behind a comparison with peers; null for other comparisons.</summary>
    public int? Units { get; init; }
}

/// <summary>What may be said of a change.</summary>
public enum ChangeVerdict
{
    /// <summary>No test applies (medians, missing values).</summary>
    Untested,

    /// <summary>Too few records to say anything.</summary>
    TooFew,

    /// <summary>Within ordinary variation (正常波动).</summary>
    Ordinary,

    /// <summary>More than ordinary variation (显著变化).</summary>
    Signal,
}

/// <summary>The records behind a number, one page of them.</summary>
/// <param name="Metric">Id of the metric.</param>
/// <param name="Model">The model the records are rows of.</param>
/// <param name="Columns">Names of the columns: the natural key first, then the main columns, then <c>part</c>, <c>whole</c> or <c>x</c>,
/// which is what the record adds to the figure.</param>
/// <param name="Rows">The records, newest first; a cell is null, text, long, double, bool or DateTime.</param>
/// <param name="Total">How many records there are in all: equal to the n of the figure.</param>
/// <param name="Offset">How many were skipped before these.</param>
public sealed record MetricRecords(
    string Metric, string Model, IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<object?>> Rows, long Total, long Offset);
