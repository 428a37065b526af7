using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Notices;

/// <summary>How one wants to be told: address, language, daily summary, quiet hours, and each kind by which way.</summary>
[MayCall(Right.SignedIn)]
internal sealed class SettingsModel(NoticeDesk notices) : PageModel
{
    public NoticePreferences Wish { get; private set; } = null!;

    public bool Saved { get; private set; }

    public Text? Error { get; private set; }

    private string UserId => DeskUser.From(User)!.Id;

    public async Task OnGetAsync(string? saved, CancellationToken cancel)
    {
        Wish = await notices.PreferencesAsync(UserId, cancel);
        Saved = saved is not null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var form = Request.Form;
        var now = await notices.PreferencesAsync(UserId, cancel);
        Wish = new(
            form["mail"].ToString().Trim() is { Length: > 0 } mail ? mail : null,
            form["language"] == nameof(Language.En) ? Language.En : Language.Zh,
            Hour("digest"), new(Hour("from") ?? now.Quiet.From, Hour("until") ?? now.Quiet.Until),
            Enum.GetValues<NoticeKind>().ToDictionary(k => k, k => new NoticeWays(form["desk"].Contains(k.ToString()), form["bymail"].Contains(k.ToString()))));
        try
        {
            await notices.SaveAsync(UserId, Wish, cancel);
            return Redirect("/notices/settings?saved=1");
        }
        catch (ArgumentException)
        {
            Error = NoticeWords.WrongMail;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        int? Hour(string name) => int.TryParse(form[name], NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour < 24 ? hour : null;
    }
}
