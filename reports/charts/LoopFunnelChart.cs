namespace QualityInsight.Reports.Charts;

/// <summary>One stage of the loop (差评处置闭环) and how many cases came that far.</summary>
/// <param name="Stage">The stage's name for the reader.</param>
/// <param name="Cases">Cases opened in the period that reached the stage by the cut-off.</param>
public sealed record FunnelStage(string Stage, long Cases);

/// <summary>How far bad reviews got: one bar a stage, with the share of all and of the stage before.</summary>
public static class LoopFunnelChart
{
    /// <summary>Builds the chart in the order given. Null where no case was opened.</summary>
    /// <param name="stages">Opened first.</param>
    /// <param name="language">The reader's language.</param>
    public static ChartOption? Build(IReadOnlyList<FunnelStage> stages, ReportLanguage language)
    {
        if (stages.Count == 0 || stages[0].Cases == 0) return null;
        var opened = stages[0].Cases;
        object bars = new
        {
            type = "bar",
            barWidth = 15,
            data = stages.Select((s, i) => new { value = s.Cases, itemStyle = new { color = i == 0 ? ChartLook.AccentSoft : ChartLook.Accent } }),
        };
        var (json, height) = new RowChart([.. stages.Select(s => s.Stage)])
            .Column(language.Pick("件", "cases"), [.. stages.Select(s => Figures.Count(s.Cases))])
            .Column(language.Pick("占全部", "of all"), [.. stages.Select(s => Figures.Part(s.Cases / (double)opened))])
            .Column(language.Pick("占上一步", "of prev."), [.. stages.Select((s, i) => i == 0 || stages[i - 1].Cases == 0 ? Figures.None : Figures.Part(s.Cases / (double)stages[i - 1].Cases))], ChartLook.InkSoft)
            .Build(language.Pick("本期立案的差评，截止时走到哪一步（件）", "bad reviews opened in the period: how far they had come at the cut-off (cases)"),
                0, RowChart.NiceMax(opened), "{value}", [bars], counts: true);
        var last = stages[^1];
        return new ChartOption("loop-funnel", language.Pick("差评处置走到了哪一步？", "How far did bad reviews get?"),
            language.Pick(
                $"本期立案 {Figures.Count(opened)} 件，其中 {Figures.Count(last.Cases)} 件（{Figures.Part(last.Cases / (double)opened)}）走到“{last.Stage}”。",
                $"{Figures.Count(opened)} opened; {Figures.Count(last.Cases)} ({Figures.Part(last.Cases / (double)opened)}) reached “{last.Stage}”."),
            json, ChartLook.FullWidth, height);
    }
}
