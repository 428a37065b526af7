using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Policies;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Calendar;

/// <summary>What a calendar file would move, within one's scope; agreed to with a reason, it is loaded and the deadlines are set again.</summary>
[MayCall(Right.LoadCalendar)]
internal sealed class RunModel(CalendarLoads loads, DeskRuns runs, Actors actors, Tongue tongue) : PageModel
{
    private const int PageSize = 100;
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    public DeskRun Run { get; private set; } = null!;

    public CalendarPreview? Preview => Run.Result as CalendarPreview;

    public SweepReport? Done => Run.Result as SweepReport;

    public bool IsLoad => ((CalendarFile)Run.Input).Agreed is not null;

    public IReadOnlyList<DeadlineMove> Found { get; private set; } = [];

    public Pager Pager { get; private set; } = null!;

    public string? Error { get; private set; }

    public bool MaySeeCases => RightsTable.Holds(DeskUser.RolesOf(User), Right.ReadCases);

    public IActionResult OnGet(string run, int? page) => Load(run, page) ? Page() : Redirect("/calendar/load");

    public async Task<IActionResult> OnPostAsync(string run, string? act, string? reason, CancellationToken cancel)
    {
        if (!Load(run, 1))
            return Redirect("/calendar/load");
        if (act == "stop" && Run.CanStop)
        {
            await Run.Stop.CancelAsync();
            return Redirect($"/calendar/runs/{Run.Id}");
        }
        if (act != "load" || Preview is not { } preview)
            return Redirect($"/calendar/runs/{Run.Id}");
        var who = actors.Of(User);
        var refusal = string.IsNullOrWhiteSpace(reason) ? LoadRefusal.ReasonMissing
            : preview.Region != CalendarData.National && preview.Data.Years.Count > 0 ? LoadRefusal.RegionalYears : (LoadRefusal?)null;
        if (refusal is { } no)
            return Refused(Messages.Name(no, tongue.Language));
        var text = ((CalendarFile)Run.Input).Text;
        var started = runs.Start(who.UserId, new CalendarFile(text, preview), canStop: false, async r =>
            (object?)(await loads.LoadAsync(text, preview, reason!, who, r)).Done ?? throw new InvalidOperationException("The load was refused after it was agreed to."));
        if (started is null)
            return Refused(tongue[PolicyWords.Busy]);
        await Task.WhenAny(started.Work, Task.Delay(Moment, cancel));
        return Redirect($"/calendar/runs/{started.Id}");
    }

    private bool Load(string run, int? page)
    {
        var who = actors.Of(User);
        if (runs.Find(run, who.UserId) is not { Input: CalendarFile } found)
            return false;
        Run = found;
        if (Preview is { } preview && MaySeeCases)
        {
            var rows = preview.Moves.Where(m => who.Scope.Covers(m.OrgCode)).ToList();
            var at = Math.Clamp(page ?? 1, 1, 100_000);
            Found = [.. rows.Skip((at - 1) * PageSize).Take(PageSize)];
            Pager = new(at, PageSize, rows.Count, new AddressBar(Request), null);
        }
        return true;
    }

    private PageResult Refused(string why)
    {
        Error = why;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
