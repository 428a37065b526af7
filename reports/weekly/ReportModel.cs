using QualityInsight.Analytics;

namespace QualityInsight.Reports.Weekly;

/// <summary>
/// A whole report as data: every figure with its n, interval and comparisons, every chart as an option, every word
/// chosen. What draws it (the HTML report) decides nothing.
/// </summary>
/// <param name="Language">The reader's language.</param>
/// <param name="Title">What stands on top.</param>
/// <param name="Scope">Whom it speaks of: the whole, or one org (部门) and those under it.</param>
/// <param name="PeriodName">The period as it is asked for: <c>2026-W46</c>, <c>2026-11-15</c>, <c>2026-10</c>.</param>
/// <param name="Period">The days of that week.</param>
/// <param name="MadeAt">When it was made, local wall-clock with offset; the only thing that differs when it is made again.</param>
/// <param name="Snapshot">The serving snapshot all figures come from.</param>
/// <param name="Feeds">Feeds received and missing, with what was refused.</param>
/// <param name="Sections">The sections in order.</param>
/// <param name="Faults">Why it must not go out as it is; empty for a sound report.</param>
/// <param name="IsDraft">True where it was made in spite of <paramref name="Faults"/>.</param>
public sealed record ReportModel(
    ReportLanguage Language, string Title, string Scope, string PeriodName, Period Period, DateTimeOffset MadeAt, string Snapshot,
    IReadOnlyList<FeedStatus> Feeds, IReadOnlyList<ReportSection> Sections, IReadOnlyList<string> Faults, bool IsDraft)
{
    /// <summary>Which report: <c>weekly</c>, <c>daily</c>, <c>bulletin</c>, <c>adhoc</c>. Part of file names and message ids.</summary>
    public string Kind { get; init; } = "weekly";

    /// <summary>Code of the org it is for, with those under it; null for the whole.</summary>
    public string? Org { get; init; }

    /// <summary>The metric definitions it was made with, see <see cref="DefinitionsStamp"/>.</summary>
    public string Definitions { get; init; } = "";

    /// <summary>The policy versions its cases run under, for example <c>default 01b56136</c>.</summary>
    public IReadOnlyList<string> Policies { get; init; } = [];

    /// <summary>The newest record in any feed, local wall-clock: the data cut-off (数据截止). Null where no feed has one.</summary>
    public DateTime? CutOff => Feeds.Max(f => f.LastEvent);

    /// <summary>The charts of all sections, in order.</summary>
    public IEnumerable<ChartBlock> Charts => Sections.SelectMany(s => s.Blocks).OfType<ChartBlock>();

    /// <summary>The figures of the overview, in order.</summary>
    public IEnumerable<ReportFigure> Figures =>
        Sections.SelectMany(s => s.Blocks).OfType<FiguresBlock>().SelectMany(b => b.Groups).SelectMany(g => g.Figures);
}

/// <summary>One section.</summary>
/// <param name="Id">Stable id for links and bookmarks: <c>overview</c>, <c>waiting</c>, …</param>
/// <param name="Title">The heading, numbered.</param>
/// <param name="Blocks">What stands in it.</param>
public sealed record ReportSection(string Id, string Title, IReadOnlyList<ReportBlock> Blocks);

/// <summary>A part of a section.</summary>
public abstract record ReportBlock;

/// <summary>A paragraph.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsSmall">True for notes in small type: exclusions, minimum n, what was left out.</param>
public sealed record ParagraphBlock(string Text, bool IsSmall = false) : ReportBlock;

/// <summary>Points, one a line.</summary>
/// <param name="Points">The lines.</param>
public sealed record PointsBlock(IReadOnlyList<Point> Points) : ReportBlock;

/// <summary>One line of a list.</summary>
/// <param name="Text">The words.</param>
/// <param name="Tone">How much it asks of the reader.</param>
public sealed record Point(string Text, Tone Tone = Tone.Plain);

/// <summary>How much a figure or line asks of the reader. Always shown by a shape or word too, never by colour alone.</summary>
public enum Tone
{
    /// <summary>Nothing to do.</summary>
    Plain,

    /// <summary>A signal for the better.</summary>
    Good,

    /// <summary>A signal for the worse: act now.</summary>
    Act,

    /// <summary>Too few records, or not comparable.</summary>
    Faint,
}

/// <summary>The table of figures with comparisons.</summary>
/// <param name="Groups">Groups in order.</param>
/// <param name="Now">Head of the column of the period itself: 本周, 今日, …</param>
/// <param name="Then">Heads of the comparisons, in the order of <see cref="ReportFigure.Changes"/>.</param>
public sealed record FiguresBlock(IReadOnlyList<FigureGroup> Groups, string Now, IReadOnlyList<string> Then) : ReportBlock;

/// <summary>Figures of one subject.</summary>
/// <param name="Name">The subject.</param>
/// <param name="Figures">The figures.</param>
public sealed record FigureGroup(string Name, IReadOnlyList<ReportFigure> Figures);

/// <summary>A chart with its note.</summary>
/// <param name="Chart">The option; its <c>Kind</c> is unique within the report.</param>
/// <param name="Note">What was left out and why; null for nothing.</param>
/// <param name="Signal">What the chart adds to the summary; null where it shows ordinary variation.</param>
/// <param name="Data">Its figures as a table, for the workbook; null where a table of the report has them.</param>
public sealed record ChartBlock(Charts.ChartOption Chart, string? Note = null, Point? Signal = null, TableBlock? Data = null) : ReportBlock;

/// <summary>A plain table.</summary>
/// <param name="Title">The heading over it.</param>
/// <param name="Columns">Heads in order.</param>
/// <param name="Rows">Rows of as many cells as there are columns.</param>
/// <param name="Note">What was left out and why; null for nothing.</param>
public sealed record TableBlock(string Title, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows, string? Note = null) : ReportBlock;

/// <summary>The head of a column.</summary>
/// <param name="Head">The words, with the unit.</param>
/// <param name="IsFigure">True for right-aligned tabular figures.</param>
public sealed record Column(string Head, bool IsFigure = true);

/// <summary>One cell.</summary>
/// <param name="Text">What is printed.</param>
/// <param name="Tone">How much it asks of the reader.</param>
/// <param name="Metric">The metric a figure comes from; null for words.</param>
/// <param name="Value">Its exact value, kept in the page beside the rounded one; null for words and for "—".</param>
/// <param name="At">Where it stands, for example <c>hall=A01</c>, so that the same question can be asked again.</param>
/// <param name="Scale">Factor from <paramref name="Value"/> to the unit it is printed in: 100 for percent, 1/60 for minutes.</param>
public sealed record Cell(string Text, Tone Tone = Tone.Plain, string? Metric = null, double? Value = null, string? At = null, double Scale = 1);
