using System.Globalization;
using System.Text;

namespace QualityInsight.Analytics;

/// <summary>Writes <c>docs/metrics.md</c> from the definition files, so that the document cannot disagree with the figures.</summary>
public static class MetricDocs
{
    private static readonly (string Id, string Title)[] Groups =
    [
        ("volume", "Volumes 业务量"), ("wait", "Waiting and handling at the window 等候与窗口办理"), ("handling", "Handling of matters 办件"),
        ("review", "Reviews 好差评"), ("loop", "The loop 差评处置"), ("convenience", "Convenience 便利度"),
        ("hotline", "Hotline 12345 热线"), ("data", "Data 数据质量"),
    ];

    /// <summary>The whole document.</summary>
    public static string Write()
    {
        var text = new StringBuilder(Head);
        var all = MetricCatalogue.Embedded.All;
        if (all.FirstOrDefault(m => Groups.All(g => g.Id != m.Group)) is { } stray)
            throw new InvalidOperationException($"{stray.Id}: the group {stray.Group} has no chapter.");
        foreach (var (group, title) in Groups)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n");
            foreach (var metric in all.Where(m => m.Group == group))
                Metric(text, metric);
        }
        text.Append("\n## Cards 计分卡\n\n`qi metric card ID`, with `--period`, `--by`, `--where` and `--compare` as for a metric.\n\n| id | 名称 | name | metrics |\n|---|---|---|---|\n");
        foreach (var card in MetricCard.All)
            text.Append(CultureInfo.InvariantCulture, $"| `{card.Id}` | {card.NameZh} | {card.NameEn} | {string.Join("; ", card.Lines.Select(l => $"{l.NameZh}: {string.Join(' ', l.Metrics.Select(m => $"`{m}`"))}"))} |\n");
        text.Append("\n## Named, and not computed 有名称、无数据\n\nNo feed has the facts; nothing is invented.\n\n| 名称 | name | named by | 缺什么 | what is missing |\n|---|---|---|---|---|\n");
        foreach (var a in AbsentMetric.All)
            text.Append(CultureInfo.InvariantCulture, $"| {a.NameZh} | {a.NameEn} | {a.Source} | {a.NeedsZh} | {a.NeedsEn} |\n");
        text.Append("\n## Dimensions 维度\n\n| id | 名称 | name |\n|---|---|---|\n");
        foreach (var d in DimensionCatalogue.Embedded.All)
            text.Append(CultureInfo.InvariantCulture, $"| `{d.Id}` | {d.NameZh} | {d.NameEn}{(d.FilterOnly ? " (filter only)" : "")} |\n");
        return text.ToString();
    }

    private static void Metric(StringBuilder text, MetricDefinition m)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n### `{m.Id}` {m.NameZh} · {m.NameEn}\n\n{m.SaysZh}\n{m.SaysEn}\n\n| | |\n|---|---|\n");
        void Line(string name, string? value)
        {
            if (value is not null)
                text.Append(CultureInfo.InvariantCulture, $"| {name} | {value} |\n");
        }
        Line("aggregate, unit", $"{m.Aggregate.ToString().ToLowerInvariant()}, {m.Unit}" + (m.Scale != 1 ? string.Create(CultureInfo.InvariantCulture, $" (× {m.Scale})") : ""));
        Line("one record", m.Grain);
        Line("numerator", m.Numerator);
        Line("denominator", m.Denominator);
        Line("不计", m.ExclusionsZh);
        Line("left out", m.ExclusionsEn);
        Line("better", m.Direction switch { MetricDirection.Higher => "higher", MetricDirection.Lower => "lower", _ => null });
        Line("target", m.Target is { } target ? MetricFormat.Text(target, m.Format, CultureInfo.InvariantCulture) : null);
        Line("time", m.Time is null ? "none: the present state" : $"`{m.Model}.{m.Time}`");
        Line("formula", $"**[{m.SourceClass.Letter()}]** {m.SourceClass.Words(chinese: false)}: {m.Source}");
        Line("dimensions", string.Join(' ', m.Dimensions.Select(d => $"`{d}`")));
        Line("version", m.Version.ToString(CultureInfo.InvariantCulture));
    }

    private const string Head = """
        # Metrics 指标

        Made from `analytics/metrics/*.yaml` by a test that fails when this file is out of date
        (`QI_WRITE_DOCS=1 dotnet test tests/analytics` writes it anew). Each metric's rows are in the `.sql` file of its name.

        Rules that hold for all:

        - Every figure stands on n records, and the records can be opened. Nothing of nothing has no value and is shown as "—", never as 0 % or 100 %.
        - Shares are fractions from 0 to 1; they carry the 95 % score interval of Wilson (1927).
        - Medians and percentiles are exact, over the raw records, interpolated between neighbours (Hyndman and Fan 1996, type 7).
        - Periods are whole local days, the end exclusive. Weeks are ISO 8601 weeks, Monday to Sunday.
        - Comparisons: `previous` (as many days just before), `last-week`, `last-year` (an ISO week: the same week number; else the same dates),
          `base:2020` (the same dates or week in that year), `peers` (the median of the other units of the same kind: areas of a level, departments and
          halls of a kind, windows and staff of a hall, items of a type; shares are tested against all others together), `target`. A change is called a signal where it is likelier than three-sigma limits allow by chance
          (0.27 %): two proportions, or two counts of rare events; volumes, means and quantiles are judged by control charts instead.
        - Rankings need 30 records a row unless told otherwise; shares are shrunk to the common mean (beta-binomial, empirical Bayes); equal estimates are ties,
          and rows whose 95 % intervals overlap share a band of places ("2–5"). People with fewer than 30 records are never put in an order.
        - Formula classes: **[F]** the formula was found in a rule or public table; **[N]** the name was, the formula is ours; **[I]** both are ours.

        """;
}
