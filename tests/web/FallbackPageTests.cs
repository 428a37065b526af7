using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using QualityInsight.Feedback;
using QualityInsight.Web.Tests.Desk;

namespace QualityInsight.Web.Tests;

/// <summary>The fallback register's page and what leaves it.</summary>
public sealed class FallbackPageTests(DeskFixture fixture) : IClassFixture<DeskFixture>
{
    [Fact]
    public async Task An_entry_made_on_the_case_page_stands_in_the_register_leads_back_and_is_exported_without_what_people_wrote()
    {
        using var clerk = await fixture.Host.SignedInAsync("intake");
        Assert.Contains("没有符合条件", (await clerk.PageAsync("/fallback")).Body!.TextContent, StringComparison.Ordinal);
        var no = (await clerk.PageAsync("/cases?org=GA")).QuerySelector("a.case")!.TextContent;
        var page = await clerk.PageAsync($"/cases/{no}");
        Assert.NotNull(page.QuerySelector("#do-TakeIntoFallback"));
        Assert.Null(page.QuerySelector("#do-EndFallback"));
        var supervisor = (await fixture.Host.Services.GetRequiredService<Accounts>().FindAsync("supervisor"))!;
        var seq = (await fixture.Host.Services.GetRequiredService<ICaseDesk>().CaseAsync(no, supervisor))!.Case.Seq.ToString(CultureInfo.InvariantCulture);
        using (var done = await clerk.PostAsync($"/cases/{no}", $"/cases/{no}/act", [("command", nameof(TakeIntoFallback)), ("seq", seq), ("reason", "=HYPERLINK(\"x\") <b>跨省</b>")]))
            Assert.Equal($"/cases/{no}?done={nameof(TakeIntoFallback)}", done.Headers.Location?.OriginalString);

        var list = await clerk.PageAsync("/fallback?state=open&origin=Entered");
        var row = Assert.Single(list.QuerySelectorAll("tbody tr"));
        Assert.Equal($"/cases/{no}", row.QuerySelector("a.case")!.GetAttribute("href"));
        Assert.Empty(row.QuerySelectorAll("b"));
        Assert.Contains("<b>跨省</b>", row.TextContent, StringComparison.Ordinal);
        Assert.Empty((await clerk.PageAsync("/fallback?state=ended")).QuerySelectorAll("tbody tr"));
        Assert.Empty((await clerk.PageAsync("/fallback?from=9999-12-31&to=9999-12-31&page=x&sort=';--")).QuerySelectorAll("tbody .error"));

        using var handler = await fixture.Host.SignedInAsync("handler"); // of another unit
        Assert.Empty((await handler.PageAsync("/fallback")).QuerySelectorAll("tbody tr"));
        Assert.Equal("descending", list.QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort"));
        Assert.Equal("ascending", (await clerk.PageAsync("/fallback?sort=taken")).QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort"));
        Assert.NotNull((await clerk.PageAsync("/fallback/export")).QuerySelector("#purpose"));
        using var csv = await clerk.GetAsync("/fallback/export?purpose=check");
        var text = await csv.Content.ReadAsStringAsync();
        Assert.Contains(no, text, StringComparison.Ordinal);
        Assert.DoesNotContain("HYPERLINK", text, StringComparison.Ordinal);
        using var book = await clerk.GetAsync("/fallback/export?format=xlsx&purpose=check");
        Assert.Equal("PK"u8.ToArray(), (await book.Content.ReadAsByteArrayAsync())[..2]);
        var audit = await fixture.Host.Services.GetRequiredService<AccessAudit>().LastAsync(2);
        Assert.All(audit, a => Assert.StartsWith("/fallback/export", a.Subject, StringComparison.Ordinal));
        Assert.All(audit, a => Assert.False(string.IsNullOrEmpty(a.Purpose)));
    }
}
