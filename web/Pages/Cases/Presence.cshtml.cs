using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Rights;

namespace QualityInsight.Web.Pages.Cases;

/// <summary>Who else is on a case, and what happened to it since the page was opened.</summary>
/// <param name="CaseNo">The case.</param>
/// <param name="Others">Colleagues there now.</param>
/// <param name="Since">What happened since the version the page shows.</param>
/// <param name="Names">Shown names of accounts.</param>
/// <param name="Now">The bureau's wall-clock.</param>
internal sealed record PresenceShown(
    string CaseNo, IReadOnlyList<Present> Others, IReadOnlyList<RecordedEvent> Since, IReadOnlyDictionary<string, string> Names, DateTime Now);

/// <summary>The heartbeat of an open case page: tells that somebody is there, and answers who else is.</summary>
[MayCall(Right.ReadCases)]
internal sealed class PresenceModel(ICaseDesk desk, PresenceBoard board, Colleagues colleagues, Actors actors) : PageModel
{
    public PresenceShown Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string no, int seq, CancellationToken cancel)
    {
        var actor = actors.Of(User);
        if (await desk.SinceAsync(no, SeqOr(seq), actor, cancel) is not { } glance)
            return NotFound();
        Shown = await ShowAsync(glance, await board.OthersAsync([glance.CaseNo], actor.UserId, cancel), cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string no, int seq, bool writing, bool leaving, CancellationToken cancel)
    {
        var actor = actors.Of(User);
        if (await desk.SinceAsync(no, SeqOr(seq), actor, cancel) is not { } glance)
            return NotFound();
        if (leaving)
        {
            await board.LeaveAsync(glance.CaseNo, actor.UserId, cancel);
            return StatusCode(204);
        }
        Shown = await ShowAsync(glance, await board.BeatAsync(glance.CaseNo, actor, writing, cancel), cancel);
        return Page();
    }

    // A page that does not say which version it shows is told of nothing.
    private static int SeqOr(int seq) => seq > 0 ? seq : int.MaxValue;

    private async Task<PresenceShown> ShowAsync(CaseGlance glance, IReadOnlyList<Present> others, CancellationToken cancel) =>
        new(glance.CaseNo, others, glance.Since, await colleagues.NamesAsync(glance.Since.Select(e => e.ActorId), cancel), glance.Now);
}
