using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;

namespace QualityInsight.Web.Pages.People;

/// <summary>The accounts of the page's filter as CSV, for the yearly review of who holds which right. Times UTC.</summary>
[MayCall(Right.ManageAccounts)]
internal sealed class ExportModel(AccountAdmin people) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var rows = AccountFilter.Read(Request.Query).Of(await people.ListAsync(cancel));
        await CsvDownload.Write(Response, "accounts.csv", ["login", "name", "roles", "unit", "scope", "staff", "active", "locked_until_utc", "one_time_password"],
            rows.Select(a => (IReadOnlyList<object?>)[a.UserId, a.Name, string.Join(' ', a.Roles.Select(r => r.Code())), a.OrgCode, string.Join(' ', a.Scope), a.StaffCode,
                a.IsActive, a.LockedUntilUtc, a.MustChangePassword]), cancel);
        return new EmptyResult();
    }
}
