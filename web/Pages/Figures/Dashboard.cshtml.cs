using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Facts;
using QualityInsight.Web.Figures;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Figures;

/// <summary>A part of a board, answered.</summary>
internal sealed record AnsweredPart(Text Title, IReadOnlyList<Figure> Figures, IReadOnlyList<ChartFigure> Charts);

/// <summary>A manager's board of a period: the overview, waits, handling, reviews, the loop, texts, data.</summary>
[MayCall(Right.ReadFigures)]
internal sealed class DashboardModel(FigureBoard figures, Boards boards, Serving serving, IDirectory directory, Actors actors) : PageModel
{
    public IReadOnlyList<Board> All => boards.All;

    public Board Board { get; private set; } = null!;

    public FigureFilter Filter { get; private set; } = null!;

    public IReadOnlyList<string> Periods { get; private set; } = [];

    public IReadOnlyList<Named> Units { get; private set; } = [];

    public IReadOnlyList<Named> Halls { get; private set; } = [];

    public IReadOnlyList<AnsweredPart> Parts { get; private set; } = [];

    public string? Snapshot { get; private set; }

    public bool MaySeeLoads { get; private set; }

    public AddressBar Address => new(Request);

    public async Task<IActionResult> OnGetAsync(string? board, CancellationToken cancel)
    {
        if (boards.Find(board) is not { } found)
            return NotFound();
        Board = found;
        if (await directory.LastDayAsync(cancel) is not { } last)
            return Page();
        Snapshot = serving.Snapshot;
        var actor = actors.Of(User);
        MaySeeLoads = RightsTable.Holds(actor.Roles, Right.ReadDataQuality);
        Filter = FigureFilter.Read(Request.Query, FigureFilter.WeekOf(last), actor.Scope);
        Periods = FigureFilter.Choices(last);
        Units = [.. (await directory.UnitsAsync(cancel)).Where(u => actor.Scope.Covers(u.Code))];
        Halls = await directory.HallsAsync(cancel);
        var view = new BoardView(Filter, last, RightsTable.Holds(actor.Roles, Right.OpenRecords), cancel);
        Parts = [.. found.Parts.Select(p => new AnsweredPart(
            p.Title, figures.Of(p.Figures, Filter, view.MayOpen, cancel), [.. p.Charts.Select(chart => chart(view)).OfType<ChartFigure>()]))];
        return Page();
    }
}
