using System.Text.Json;

namespace QualityInsight.Web.Tests;

[Collection(SharedDesk.Name)]
public sealed class FigureTests(DeskFixture fixture)
{
    [Fact]
    public async Task The_dashboard_the_records_and_the_api_give_the_same_n()
    {
        using var client = await fixture.Host.SignedInAsync("manager");
        var board = await client.PageAsync("/dashboard?period=2026-W46");
        var stat = board.QuerySelectorAll(".stat").First(s => s.QuerySelector("a[href='/dictionary/wait_median']") is not null);
        var records = await client.PageAsync(stat.QuerySelector(".value a")!.GetAttribute("href")!);
        using var api = await client.GetAsync("/api/v1/metric/wait_median?period=2026-W46");
        using var json = JsonDocument.Parse(await api.Content.ReadAsStringAsync());
        var n = json.RootElement.GetProperty("rows")[0].GetProperty("n").GetInt64();
        Assert.Equal(345, n);
        Assert.Contains($"n={n:N0}", stat.TextContent, StringComparison.Ordinal);
        Assert.Contains($"共 {n:N0} 条", records.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_chart_has_a_question_and_its_numbers_as_a_table()
    {
        using var client = await fixture.Host.SignedInAsync("manager");
        var charts = (await client.PageAsync("/dashboard?period=2026-W46")).QuerySelectorAll("figure.chart");
        Assert.True(charts.Length >= 5, $"{charts.Length} charts");
        Assert.All(charts, chart =>
        {
            Assert.EndsWith("？", chart.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
            Assert.NotEmpty(chart.QuerySelectorAll("tbody tr"));
        });
    }

    [Fact]
    public async Task The_sql_desk_answers_and_says_why_it_does_not()
    {
        using var client = await fixture.Host.SignedInAsync("analyst");
        using var good = await client.PostAsync("/sql", "/sql", ("Query", "SELECT count(*) AS n FROM org"));
        Assert.Contains(">3</td>", await good.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var bad = await client.PostAsync("/sql", "/sql", ("Query", "COPY org TO '/tmp/x.csv'"));
        Assert.Equal(422, (int)bad.StatusCode);
        using var api = await client.GetAsync("/api/v1/sql?q=SELECT%201%20AS%20one&format=csv");
        Assert.Contains("one", await api.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
