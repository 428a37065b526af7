using System.Security.Cryptography;
using System.Text;
using QualityInsight.Analytics;
using QualityInsight.Reports.Charts;
using QualityInsight.Reports.Weekly;

namespace QualityInsight.Reports.AdHoc;

/// <summary>What somebody wants to see: metrics, cut by dimensions, over days, within filters.</summary>
/// <param name="Metrics">Ids of metrics, at least one.</param>
/// <param name="By">Dimensions to cut by; empty for the figures alone.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, included.</param>
/// <param name="Where">Filters, all of which must hold.</param>
public sealed record AdHocQuestion(IReadOnlyList<string> Metrics, IReadOnlyList<string> By, DateOnly From, DateOnly To, IReadOnlyList<MetricFilter> Where)
{
    /// <summary>A name for files: the days, and eight characters over the question, so that two questions do not overwrite each other.</summary>
    public string Name
    {
        get
        {
            var asked = string.Join('|', string.Join(',', Metrics), string.Join(',', By), string.Join(',', Where.Select(w => $"{w.Dimension}={string.Join('/', w.Values)}")));
            return string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"{From:yyyy-MM-dd}..{To:yyyy-MM-dd}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked)))[..8]}");
        }
    }
}

/// <summary>Builds an ad hoc report (专题报告): chosen metrics, with the same care as the others: n, intervals, definitions, identities.</summary>
public static class AdHocReport
{
    private const int MostRows = 500;

    /// <summary>Asks the questions and puts the answers in order.</summary>
    /// <param name="engine">The metric layer over one serving snapshot.</param>
    /// <param name="facts">Feeds from the same snapshot.</param>
    /// <param name="question">What is wanted.</param>
    /// <param name="org">Code of the org, with those under it; null for the whole.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="time">The clock of the time stamp.</param>
    /// <param name="options">Minimum n, tolerance of feeds, draft.</param>
    /// <param name="cancellation">Stops between questions.</param>
    /// <exception cref="ReportRefusedException">Stale feeds, broken identities, no data; unless forced.</exception>
    /// <exception cref="MetricQueryException">Unknown metric, dimension or org, or no metric at all.</exception>
    public static ReportModel Build(IMetricEngine engine, IReportFacts facts, AdHocQuestion question, string? org, ReportLanguage language,
        TimeProvider time, WeeklyOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        options ??= new();
        if (question.Metrics.Count == 0) throw new MetricQueryException("Name at least one metric.");
        if (question.From > question.To) throw new MetricQueryException($"The days end ({question.To:yyyy-MM-dd}) before they begin ({question.From:yyyy-MM-dd}).");
        if (question.By.Concat(question.Where.Select(w => w.Dimension)).Contains("staff"))
            throw new MetricQueryException("A report names no persons; ask `qi metric` for figures by staff.");
        var frame = ReportFrame.Of(engine, facts, "adhoc", new Period(question.From, question.To.AddDays(1)), [Comparison.Previous, Comparison.LastYear], org, language, options, cancellation, question.Where);
        var ask = frame.Ask;
        var sections = new List<ReportSection>
        {
            new("overview", language.Pick("一、合计", "1  In all"),
            [
                .. question.Where.Count == 0 ? Array.Empty<ReportBlock>() : [new ParagraphBlock(language.Pick("条件：", "Within: ") + string.Join(language.Pick("；", "; "), question.Where.Select(w => $"{w.Dimension} = {string.Join(" / ", w.Values)}")))],
                ask.Block([(language.Pick("指标", "Figures"), [.. question.Metrics])]),
                new ParagraphBlock(language.Pick("n＝所依据的记录数；区间＝95% Wilson 区间；前期＝紧邻的同样天数。", "n = records behind the figure; interval = 95% Wilson interval; before = as many days just before."), IsSmall: true),
            ]),
        };
        if (question.By.Count > 0)
            sections.AddRange(question.Metrics.Select((m, i) => Cut(ask, m, i + 2, question.By, options)));
        return frame.Model(language.Pick("政务服务质量专题报告", "Report on Government Service Quality"), question.Name, sections, question.Metrics, time);
    }

    private static ReportSection Cut(Ask ask, string metric, int number, IReadOnlyList<string> by, WeeklyOptions options)
    {
        var language = ask.Language;
        var definition = ask.Catalogue[metric];
        var name = FigureText.Name(definition, language);
        var unit = FigureText.Unit(definition, language);
        var rows = ask.By(metric, [.. by]);
        var isShare = definition.Aggregate == MetricAggregate.Share;
        var table = new TableBlock(name,
            [
                .. by.Select(d => new Column(language.Pick(DimensionCatalogue.Embedded[d].NameZh, DimensionCatalogue.Embedded[d].NameEn), false)), new(unit.Length == 0 ? name : $"{name} ({unit})"),
                .. isShare ? [new Column(language.Pick("95% 区间", "95% interval"))] : Array.Empty<Column>(), new("n"),
            ],
            [.. rows.Take(MostRows).Select(r =>
            {
                var few = r.N < options.MinimumCellN;
                return (IReadOnlyList<Cell>)
                [
                    .. r.Dimensions.Select(d => new Cell(d.Code is null ? language.Pick("未注明", "not given") : ask.NameOf(d))),
                    new Cell(FigureText.Value(definition, r.Value), few ? Tone.Faint : Tone.Plain, Value: r.Value, Scale: FigureText.Scale(definition)),
                    .. isShare ? [new Cell(definition.Scale == 1 ? Figures.Interval(r.Value, r.Low, r.High) : $"{Figures.Number(r.Low, 0)}–{Figures.Number(r.High, 0)}", Tone.Faint)] : Array.Empty<Cell>(),
                    new Cell(Figures.Count(r.N), Tone.Faint),
                ];
            })],
            language.Pick($"n < {options.MinimumCellN} 的为灰字，不作比较。", $"Rows with n < {options.MinimumCellN} are grey and not compared.")
                + (rows.Count > MostRows ? language.Pick($"共 {rows.Count} 行，列前 {MostRows} 行。", $" The first {MostRows} of {rows.Count} rows.") : ""));
        var title = language.Pick($"{Numeral(number)}、{name}", $"{number}  {name}");
        return new("cut-" + metric, title, rows.Count == 0 ? [new ParagraphBlock(language.Pick("没有记录。", "No records."))] : [table]);
    }

    private static string Numeral(int n) => n <= 10 ? "一二三四五六七八九十"[n - 1].ToString() : n.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
