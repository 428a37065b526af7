using QualityInsight.Analytics;
using QualityInsight.Reports.Charts;

namespace QualityInsight.Reports.Weekly.Sections;

/// <summary>The appendix (附录): reconciliation, then the definition, exclusions and version of every figure used.</summary>
internal static class AppendixSection
{
    public static ReportSection Build(Ask ask, IReadOnlyList<Reconciliation> checks, IEnumerable<string> metrics)
    {
        var language = ask.Language;
        return new("appendix", language.Pick("附录  勾稽与口径", "Appendix  Reconciliation and definitions"), [Checks(checks, language), Definitions(ask, metrics)]);
    }

    private static TableBlock Checks(IReadOnlyList<Reconciliation> checks, ReportLanguage language) => new(
        language.Pick("勾稽关系", "Reconciliation"),
        [new(language.Pick("关系", "Identity"), false), new(language.Pick("左", "Left")), new(language.Pick("右", "Right")), new(language.Pick("差", "Difference")), new("", false)],
        [.. checks.Select(c => (IReadOnlyList<Cell>)
        [
            new Cell(c.Name), new Cell(Figures.Count(c.Left)), new Cell(Figures.Count(c.Right)), new Cell(Figures.Count(c.Left - c.Right)),
            c.Holds ? new Cell("✓") : c.MustHold ? new Cell(language.Pick("▲ 不平", "▲ broken"), Tone.Act) : new Cell(language.Pick("仅供参考", "for information"), Tone.Faint),
        ])]);

    private static TableBlock Definitions(Ask ask, IEnumerable<string> metrics)
    {
        var language = ask.Language;
        return new(language.Pick("指标口径", "Definitions"),
            [
                new(language.Pick("指标", "Metric"), false), new(language.Pick("含义", "What it says"), false), new(language.Pick("不计入", "Left out"), false),
                new(language.Pick("来源", "Source"), false), new(language.Pick("版本", "Version")),
            ],
            [.. metrics.Distinct(StringComparer.Ordinal).Select(id => ask.Catalogue[id]).Select(m => (IReadOnlyList<Cell>)
            [
                new Cell($"{FigureText.Name(m, language)} ({m.Id})"), new Cell(language.Pick(m.SaysZh, m.SaysEn)), new Cell(language.Pick(m.ExclusionsZh, m.ExclusionsEn), Tone.Faint),
                new Cell(language.Pick(ClassOf(m.SourceClass, language), $"{ClassOf(m.SourceClass, language)} {m.Source}"), Tone.Faint), new Cell(Figures.Count(m.Version)),
            ])],
            language.Pick("来源类别：〔定〕公式见于规则或公报；〔名〕名称见于规则，公式为本系统所定；〔拟〕名称与公式均为本系统所拟。",
                "Source: [F] the formula was found in a rule or bulletin; [N] the name was found, the formula is ours; [I] both are ours."));
    }

    private static string ClassOf(FormulaClass source, ReportLanguage language) => source switch
    {
        FormulaClass.Found => language.Pick("〔定〕", "[F]"),
        FormulaClass.Named => language.Pick("〔名〕", "[N]"),
        _ => language.Pick("〔拟〕", "[I]"),
    };
}
