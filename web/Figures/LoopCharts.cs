using QualityInsight.Reports.Charts;
using QualityInsight.Reports.Weekly;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Figures;

/// <summary>Charts about the loop (差评处置).</summary>
internal sealed class LoopCharts(ChartMaker make, IReportFacts facts)
{
    /// <summary>How far have the cases opened come? Only for the whole or one unit, since the funnel knows no halls.</summary>
    public ChartFigure? Funnel(BoardView view)
    {
        if (view.Filter.Hall is not null || (!view.Filter.Scope.IsAll && view.Filter.Org is null))
            return null;
        var stages = facts.Funnel(view.Filter.Period, view.Filter.Org).Select(s => (Name: make.Tongue[LoopStages.Of(s.Stage)], s.Cases)).ToArray();
        return make.Figure(
            LoopFunnelChart.Build([.. stages.Select(s => new FunnelStage(s.Name, s.Cases))], make.Language),
            [make.Tongue[Dashboards.Stage], make.Tongue[Dashboards.Cases]],
            stages.Select((s, i) => new FigureCell[] { new(s.Name, i == 0 ? view.Link("cases_opened") : null), new(make.Count(s.Cases)) }), [], "cases_opened");
    }

    /// <summary>Which departments are late in putting right?</summary>
    public ChartFigure? OnTime(BoardView view) => make.Rates("rectified_on_time_rate", "org", ChartWords.Rectified, view);

    /// <summary>Which departments do not call back?</summary>
    public ChartFigure? Called(BoardView view) => make.Rates("callback_rate_named", "org", ChartWords.Called, view);

    /// <summary>Are there more cases?</summary>
    public ChartFigure? Trend(BoardView view) => make.Trend("cases_opened", ChartWords.CasesTrend, view, share: false, 1, make.Tongue[ChartWords.CasesUnit], 0);
}
