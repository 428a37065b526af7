using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using QualityInsight.Feedback;
using QualityInsight.Ingest;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Facts;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Cases;

/// <summary>What stands in the form, as it was sent.</summary>
internal sealed record RegisterForm(
    string Form, string Kind, string Channel, string Text, string Org, string About, string Hall, string Item, string Name, string Phone);

/// <summary>
/// A clerk takes a matter down (窗口登记). Words are masked before they are kept; a telephone number goes to the vault, encrypted,
/// and the case knows a keyed hash only. The form has a number of its own, so that sending it twice opens one case.
/// </summary>
[MayCall(Right.RegisterMatters)]
internal sealed class RegisterModel(Registration registration, Actors actors, IDirectory directory, Tongue tongue, IServiceProvider services) : PageModel
{
    public const int MostCharacters = 2_000;

    public static IReadOnlyList<CaseKind> Kinds { get; } = [.. CaseKinds.Orders, CaseKind.Fallback];

    public static IReadOnlyList<string> Channels { get; } = ["COUNTER", "PHONE", "PC", "MOBILE", "EMAIL", "OTHER"];

    public RegisterForm Filled { get; private set; } = new("", "", "COUNTER", "", "", "", "", "", "", "");

    public IReadOnlyList<Named> Units { get; private set; } = [];

    public IReadOnlyList<Named> Halls { get; private set; } = [];

    public IReadOnlyList<Named> Items { get; private set; } = [];

    public string? Error { get; private set; }

    public async Task OnGetAsync(string? kind, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Filled = Filled with { Form = RandomNumberGenerator.GetHexString(20), Kind = Kinds.Any(k => k.ToString() == kind) ? kind! : "" };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        // From the form itself and not as parameters: those stand in traces.
        string Raw(string field) => Request.Form[field].ToString().ReplaceLineEndings("\n").Trim();
        Filled = new(Raw("form"), Raw("kind"), Raw("channel"), Raw("text"), Raw("org"), Raw("about"), Raw("hall"), Raw("item"), Raw("name"), Raw("phone"));
        var kind = Kinds.Cast<CaseKind?>().FirstOrDefault(k => k.ToString() == Filled.Kind);
        if (Fault(kind) is { } fault)
            return Again(tongue[fault]);
        var (caseNo, refusal) = await registration.RunAsync(
            new(kind!.Value, Filled.Form, TextMask.Mask(Filled.Text))
            {
                OrgCode = CodeOf(Units, Filled.Org),
                OrgName = NameOf(Units, Filled.Org),
                AboutOrgCode = CodeOf(Units, Filled.About),
                HallCode = CodeOf(Halls, Filled.Hall),
                HallName = NameOf(Halls, Filled.Hall),
                ItemCode = CodeOf(Items, Filled.Item),
                ItemName = NameOf(Items, Filled.Item),
                Channel = Filled.Channel,
                PersonHash = await KeepContactAsync(cancel),
            },
            actors.Of(User), cancel);
        return refusal is null ? Redirect($"/cases/{caseNo}?done=registered") : Again(refusal.Text(tongue.Language));
    }

    private Text? Fault(CaseKind? kind)
    {
        var digits = Filled.Phone.Count(char.IsAsciiDigit);
        return kind is null || !Channels.Contains(Filled.Channel) ? CaseWords.ChooseOne
            : Filled.Text.Length == 0 ? CaseWords.Missing
            : Filled.Text.Length > MostCharacters || Filled.Name.Length > 60 ? CaseWords.TooLong
            : Filled.Org.Length > 0 && CodeOf(Units, Filled.Org) is null ? RegisterWords.OutOfScope
            : Filled.About.Length > 0 && kind != CaseKind.Report ? RegisterWords.AboutOnlyReports
            : Filled.Phone.Length > 0 && (digits is < 7 or > 15 || Filled.Phone.Any(c => !char.IsAsciiDigit(c) && c is not ('+' or '-' or ' '))) ? RegisterWords.PhoneWrong
            : Filled.Name.Length > 0 && Filled.Phone.Length == 0 ? RegisterWords.NameAlone
            : Filled.Phone.Length > 0 && (services.GetService<PersonVault>() is null || services.GetService<PersonHasher>() is null) ? RegisterWords.NoVault
            : null;
    }

    private async Task<string?> KeepContactAsync(CancellationToken cancel)
    {
        if (Filled.Phone.Length == 0)
            return null;
        var hash = services.GetRequiredService<PersonHasher>().Phone(Filled.Phone);
        await services.GetRequiredService<PersonVault>().PutAsync(hash, new(Filled.Name.Length == 0 ? null : Filled.Name, Filled.Phone), cancel);
        return hash;
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var actor = actors.Of(User);
        Units = [.. (await directory.UnitsAsync(cancel)).Where(u => actor.Scope.Covers(u.Code))];
        Halls = await directory.HallsAsync(cancel);
        Items = await directory.ItemsAsync(cancel);
    }

    private PageResult Again(string error)
    {
        Error = error;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private static string? CodeOf(IReadOnlyList<Named> list, string code) => list.FirstOrDefault(n => n.Code == code)?.Code;

    private static string? NameOf(IReadOnlyList<Named> list, string code) => list.FirstOrDefault(n => n.Code == code)?.Name;
}
