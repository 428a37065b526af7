using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using QualityInsight.Feedback;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Security;

namespace QualityInsight.Web.Show;

/// <summary>
/// Every table that leaves as a file is in the access audit before its first byte: who, which address with its filters, what for.
/// What was typed to search by is left out, since it can name a person.
/// </summary>
internal static partial class Exported
{
    private const int LongestSubject = 300;
    private static readonly object Key = new();

    /// <summary>What the file is needed for, where the page asks.</summary>
    public static void For(HttpContext context, string purpose) => context.Items[Key] = purpose;

    /// <summary>Writes the row. Downloads by token are recorded where the token is checked.</summary>
    public static async Task RecordAsync(HttpContext context, string fileName, CancellationToken cancel)
    {
        if (TokenLogIn.UseOf(context) is not null || DeskUser.From(context.User) is not { } user)
            return;
        var filters = context.Request.Query.Where(q => q.Key != "purpose" && q.Key != "more").SelectMany(q => q.Value.Select(v => $"{q.Key}={(q.Key is "q" or "Query" ? "…" : v)}"));
        var subject = LongNumber().Replace($"{context.Request.Path} {string.Join('&', filters)}".Trim(), "…");
        await context.RequestServices.GetRequiredService<AccessAudit>().WriteAsync(
            user.Id, AuditActions.Export, subject.Length > LongestSubject ? subject[..LongestSubject] : subject, context.Items[Key] as string ?? fileName, cancel);
    }

    [GeneratedRegex(@"\d{9,}")]
    private static partial Regex LongNumber();
}
