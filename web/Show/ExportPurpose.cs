using Microsoft.AspNetCore.Http;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Show;

/// <summary>What a list of cases is taken away for; asked before the download, and its Chinese name stands in the audit.</summary>
/// <param name="Action">Address of the download.</param>
/// <param name="Back">Address of the list.</param>
/// <param name="Query">The list's filters, carried along.</param>
/// <param name="Wrong">What was said was no purpose.</param>
internal sealed record ExportPurpose(string Action, string Back, IQueryCollection Query, bool Wrong)
{
    private const int LongestMore = 200;

    /// <summary>The purposes to choose from.</summary>
    public static readonly (string Code, Text Name)[] All =
    [
        ("meeting", AuditWords.ForMeeting), ("report", AuditWords.ForReport), ("check", AuditWords.ForCheck), ("other", DeskWords.PurposeOther),
    ];

    /// <summary>Notes the purpose the request gives for its audit row; null when it gives one, else what to ask.</summary>
    public static ExportPurpose? Take(HttpRequest request, string back)
    {
        var (purpose, more) = (request.Query["purpose"].ToString(), request.Query["more"].ToString().Trim());
        var chosen = All.FirstOrDefault(p => p.Code == purpose);
        if (chosen.Code is null || more.Length > LongestMore || (chosen.Code == "other" && more.Length == 0))
            return new(request.Path, back, request.Query, request.Query.ContainsKey("purpose"));
        Exported.For(request.HttpContext, more.Length == 0 ? chosen.Name.Zh : $"{chosen.Name.Zh}：{more}");
        return null;
    }
}
