using System.Net;
using System.Reflection;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using QualityInsight.Feedback;
using QualityInsight.Warehouse;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Tests.Desk;

namespace QualityInsight.Web.Tests;

/// <summary>Whatever a feed writes in whichever field, no page takes it for markup, script or an address.</summary>
public sealed class MarkupTests
{
    private const string Evil = "javascript:alert(1)//'\"></script></textarea></title><script data-evil>1</script><img data-evil src=x onerror=alert(1)>${1}{{1}}";

    private static readonly Role[] Readers = [Role.IntakeClerk, Role.Supervisor, Role.Analyst, Role.Administrator];

    private static readonly string[] More =
    [
        "/cases?view=All&q=alert", "/dashboard/waits?period=2026-W46", "/dashboard/handling?period=2026-W46", "/dashboard/reviews?period=2026-W46", "/dashboard/loop?period=2026-W46",
        "/dashboard/texts?period=2026-W46", "/dashboard/data?period=2026-W46", "/records/wait_median?period=2026-W46", "/records/bad_review_rate?period=2026-W46",
    ];

    // Fields that lead to other rows keep their values: the pages would be empty without them.
    private static readonly HashSet<string> Keys = [nameof(BadReview.Source), nameof(BadReview.OrgCode), nameof(BadReview.Channel)];

    [Fact]
    public async Task Every_text_field_of_a_feed_stays_text_on_every_page()
    {
        await using var desk = await DeskHost.StartAsync(written: Poisoned, facts: Poison);
        using var clerk = await desk.SignedInAsync("intake");
        var no = (await clerk.PageAsync("/cases?view=All")).QuerySelector("a.case")!.TextContent;
        var (wrong, showing) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var role in Readers)
        {
            using var client = await desk.SignedInAsync(DeskHost.UserOf(role));
            foreach (var path in Addresses(desk, role))
            {
                using var answer = await client.GetAsync(RightsTests.Filled(path, no));
                if (answer.StatusCode >= HttpStatusCode.InternalServerError && !path.StartsWith("/problem", StringComparison.Ordinal) && answer.StatusCode != HttpStatusCode.ServiceUnavailable)
                    wrong.Add($"{role} {path}: {(int)answer.StatusCode} {desk.Log.Faults.LastOrDefault()}");
                if (answer.Content.Headers.ContentType?.MediaType != "text/html" || answer.Content.Headers.ContentDisposition is not null)
                    continue;
                var page = await DeskClient.DocumentAsync(answer);
                wrong.AddRange(Taken(page).Select(e => $"{role} {path}: {e.OuterHtml[..Math.Min(200, e.OuterHtml.Length)]}"));
                if (page.DocumentElement.OuterHtml.Contains("javascript:alert(1)", StringComparison.Ordinal))
                    showing.Add(path);
            }
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        // Else nothing was tried: these are the pages that show what the feed wrote.
        string[] shown = ["/cases", "/cases/{no}", "/cases/{no}/citizen", "/dashboard/waits?period=2026-W46", "/dashboard/reviews?period=2026-W46", "/records/bad_review_rate?period=2026-W46", "/data"];
        Assert.Empty(shown.Except(showing));
    }

    private static IEnumerable<IElement> Taken(IDocument page) => page.All.Where(e =>
        e.HasAttribute("data-evil")
        || e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
        || new[] { "href", "src", "action", "formaction", "hx-get", "hx-post" }.Any(a => e.GetAttribute(a)?.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) == true)
        || (e is IHtmlScriptElement { Type: not "application/json" } && e.TextContent.Contains("alert(1)", StringComparison.Ordinal)));

    private static IEnumerable<string> Addresses(DeskHost desk, Role role) =>
        desk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => !e.RoutePattern.RawText!.Contains("{*", StringComparison.Ordinal))
            .Where(e => e.Metadata.GetMetadata<IStatedRight>()?.Right is { } right && (right == Right.Anyone || RightsTable.Holds([role], right)))
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct(StringComparer.Ordinal)
            .Where(p => p is not "/logout").Concat(More.Where(m => role != Role.IntakeClerk || m.StartsWith("/cases", StringComparison.Ordinal)));

    private static BadReview Poisoned(BadReview review)
    {
        var copy = review with { Tags = [.. review.Tags.Select(t => new ReviewTag(t.Code + Evil, Evil))], Labels = [.. review.Labels, Evil] };
        foreach (var field in typeof(BadReview).GetProperties().Where(p => p.PropertyType == typeof(string) && p.CanWrite && !Keys.Contains(p.Name)))
            field.SetValue(copy, (field.GetValue(review) as string ?? "") + Evil);
        return copy;
    }

    private static void Poison(WarehouseSession session)
    {
        string[] texts = ["name", "text_masked", "file_name", "detail", "raw_masked", "value_masked", "column_name", "evidence"];
        foreach (var (table, column) in session.Query(
            "SELECT table_name, column_name FROM duckdb_columns() WHERE data_type = 'VARCHAR' AND database_name = current_database() AND NOT internal", r => (r.Text(0), r.Text(1)))
            .Where(c => texts.Contains(c.Item2) && c.Item1 is not ("text_label" or "case_event" or "mirror_position")))
            session.Execute($"UPDATE {table} SET {column} = coalesce({column}, '') || $evil", new() { ["evil"] = Evil });
    }
}
