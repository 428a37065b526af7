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

    public static TheoryData<string> Boards => ["", "/waits", "/handling", "/reviews", "/loop", "/texts", "/quality"];

    [Theory]
    [MemberData(nameof(Boards))]
    public async Task Every_number_and_bar_of_a_board_opens_the_records_behind_it(string board)
    {
        using var client = await fixture.Host.SignedInAsync("manager");
        var page = await client.PageAsync($"/dashboard{board}?period=2026-W46");
        Assert.NotEmpty(page.QuerySelectorAll(".stat"));
        Assert.All(page.QuerySelectorAll("figure.chart h2"), h => Assert.EndsWith("？", h.TextContent, StringComparison.Ordinal));
        var links = page.QuerySelectorAll("a[href^='/records/']").Select(a => a.GetAttribute("href")!)
            .Concat(page.QuerySelectorAll("script.links").SelectMany(s => JsonDocument.Parse(s.TextContent).RootElement.EnumerateObject().Select(l => l.Value.GetString()!)))
            .Distinct().ToArray();
        Assert.NotEmpty(links);
        var wrong = new List<string>();
        foreach (var link in links)
        {
            using var answer = await client.GetAsync(link);
            if (!answer.IsSuccessStatusCode)
                wrong.Add($"{link}: {(int)answer.StatusCode} {fixture.Host.Log.Faults.LastOrDefault()}");
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public async Task A_cell_of_a_chart_and_the_records_it_opens_have_the_same_n()
    {
        using var client = await fixture.Host.SignedInAsync("manager");
        var board = await client.PageAsync("/dashboard/waits?period=2026-W46");
        var cells = board.QuerySelectorAll("#hall-hours td").Where(td => td.QuerySelector("a") is not null).ToArray();
        Assert.NotEmpty(cells);
        foreach (var cell in cells.Take(5))
        {
            var records = await client.PageAsync(cell.QuerySelector("a")!.GetAttribute("href")!);
            Assert.Contains($"共 {cell.QuerySelector(".n")!.TextContent} 条", records.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_board_that_does_not_exist_is_not_found()
    {
        using var client = await fixture.Host.SignedInAsync("manager");
        using var answer = await client.GetAsync("/dashboard/nothing");
        Assert.Equal(404, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("/dashboard/export?period=2026-W46&board=waits&format=xlsx")]
    [InlineData("/records/wait_median?period=2026-W46&format=xlsx")]
    public async Task Figures_and_records_are_exported_as_workbooks(string address)
    {
        using var client = await fixture.Host.SignedInAsync("manager");
        using var answer = await client.GetAsync(address);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", answer.Content.Headers.ContentType?.MediaType);
        using var zip = new System.IO.Compression.ZipArchive(await answer.Content.ReadAsStreamAsync());
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.True((await sheet.ReadToEndAsync()).Split("<row ").Length > 10);
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
