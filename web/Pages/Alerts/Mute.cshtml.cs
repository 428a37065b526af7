using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Rights;

namespace QualityInsight.Web.Pages.Alerts;

/// <summary>Mutes an alert with a reason, or takes a mute back.</summary>
[MayCall(Right.MuteAlerts)]
internal sealed class MuteModel(AlertLog log, Actors actors) : PageModel
{
    public IActionResult OnGet() => Redirect("/alerts");

    public async Task<IActionResult> OnPostAsync(string? act, string? alert, string? subject, int hours, string? reason, string? whole, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(alert) || alert.Length > 60 || hours is < 0 or > 8784)
            return BadRequest();
        var (about, who) = (whole == "1" ? "" : subject ?? "", actors.Of(User).UserId);
        if (act == "unmute")
            await log.UnmuteAsync(alert, about, who, cancel);
        else if (string.IsNullOrWhiteSpace(reason) || hours == 0)
            return Redirect("/alerts?said=reason");
        else
            await log.MuteAsync(alert, about, TimeSpan.FromHours(hours), reason.Length > 200 ? reason[..200] : reason, who, cancel);
        return Redirect("/alerts?said=ok");
    }
}
