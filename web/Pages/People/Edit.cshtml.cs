using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.People;

/// <summary>One account: made (<c>new</c>), changed, unlocked, reset, switched off and on.</summary>
[MayCall(Right.ManageAccounts)]
internal sealed class EditModel(AccountAdmin people, OrgTree orgs, Actors actors, Tongue tongue) : PageModel
{
    private const string NewAddress = "new";

    public static IReadOnlyList<Role> Offered { get; } = [.. Enum.GetValues<Role>().Where(r => r is not (Role.System or Role.Reviewer))];

    public IReadOnlyList<OrgUnit> Units { get; private set; } = [];

    public NewAccount Account { get; private set; } = new("", "", [], null, []);

    public AccountDetail? Kept { get; private set; }

    public bool IsOwn { get; private set; }

    public string? Password { get; private set; }

    public string? Error { get; private set; }

    public string? Done { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, string? done, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        Done = done is not null && Kept is not null ? tongue[AccountWords.Saved, Kept.UserId] : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        string id, string? act, string? login, string? name, Role[] role, string? org, string[] scope, string? staff, string? language, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        var by = actors.Of(User).UserId;
        try
        {
            if (Kept is null || act == "save")
            {
                Account = new((Kept?.UserId ?? login ?? "").Trim(), (name ?? "").Trim(), role, Or(org), scope, Or(staff), language == "en" ? Language.En : Language.Zh);
                if (Account.UserId is NewAddress or "export")
                    throw new AccountException(AccountFault.BadName, Account.UserId);
                if (Kept is not null)
                    await people.UpdateAsync(Account, by, cancel);
                else
                    Password = await people.CreateAsync(Account, by, cancel);
            }
            else if (act == "reset")
                Password = await people.ResetPasswordAsync(Kept.UserId, by, cancel);
            else if (act == "unlock")
                await people.UnlockAsync(Kept.UserId, by, cancel);
            else if (act is "on" or "off")
                await people.SetActiveAsync(Kept.UserId, act == "on", by, cancel);
            else
                return BadRequest();
        }
        catch (AccountException e)
        {
            (Error, Response.StatusCode) = (tongue[AccountWords.Of(e.Fault), e.About], StatusCodes.Status422UnprocessableEntity);
            return Page();
        }
        if (Password is null)
            return Redirect($"/accounts/{Uri.EscapeDataString(Account.UserId)}?done=1");
        await LoadAsync(Account.UserId, cancel);
        return Page();
    }

    private static string? Or(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private async Task<bool> LoadAsync(string id, CancellationToken cancel)
    {
        Units = await orgs.ListAsync(cancel);
        if (id == NewAddress)
            return true;
        Kept = await people.FindAsync(id, cancel);
        if (Kept is null)
            return false;
        IsOwn = Kept.UserId == actors.Of(User).UserId;
        Account = new(Kept.UserId, Kept.Name, Kept.Roles, Kept.OrgCode, Kept.Scope, Kept.StaffCode, Kept.Language);
        // Units that the account names and the tree does not know stand in the form too, or saving would take them away unseen.
        var named = Kept.Scope.Where(o => o != Accounts.Everything).Concat(Kept.OrgCode is { } home ? [home] : []).Distinct();
        Units = [.. Units, .. named.Except(Units.Select(u => u.Code)).Select(o => new OrgUnit(o, o, null))];
        return true;
    }
}
