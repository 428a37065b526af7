using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Reports;

/// <summary>Which reports somebody gets, where to, and how.</summary>
[MayCall(Right.ReadReports)]
internal sealed class MineModel(ReportReaders readers, Actors actors, Tongue tongue) : PageModel
{
    public ReportSetting Setting { get; private set; } = null!;

    public bool IsSaved { get; private set; }

    public string? Error { get; private set; }

    public async Task OnGetAsync(bool? saved, CancellationToken cancel)
    {
        IsSaved = saved == true;
        Setting = await readers.OfAsync(actors.Of(User).UserId, cancel);
    }

    public async Task<IActionResult> OnPostAsync(string? address, string? language, string? how, bool weekly, bool daily, bool bulletin, CancellationToken cancel)
    {
        Setting = new(address, language == "en" ? Language.En : Language.Zh, how == "link" ? ReportHow.Link : ReportHow.Attach, weekly, daily, bulletin);
        try
        {
            await readers.SaveAsync(actors.Of(User).UserId, Setting, cancel);
        }
        catch (ArgumentException)
        {
            Error = tongue[ReportWords.BadAddress, address];
            Response.StatusCode = 422;
            return Page();
        }
        return Redirect("/reports/mine?saved=true");
    }
}
