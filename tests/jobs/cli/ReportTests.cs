using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using QualityInsight.Reports.Rendering;

namespace QualityInsight.Jobs.Tests;

/// <summary><c>qi metric</c> and the weekly report give the same number for the same question.</summary>
[Collection("command line")]
public sealed partial class ReportTests(SmallDemo demo)
{
    private const string Week = "2026-W46";

    private string Page => Path.Combine(demo.Data, "reports", Week, $"weekly-{Week}.html");

    [Fact]
    public async Task Every_figure_of_the_overview_is_what_qi_metric_says()
    {
        var cells = (await Figures()).ToArray();
        Assert.True(cells.Length >= 25, $"{cells.Length} figures");
        foreach (var cell in cells)
        {
            var row = (await demo.Qi("metric", cell.GetAttribute("data-metric")!, "--period", Week, "--json")).Ended(0).Json["rows"]!.AsArray().Single()!;
            Assert.Equal((double?)row["value"], Value(cell));
            Assert.Equal((long)row["n"]!, long.Parse(cell.GetAttribute("data-n")!, CultureInfo.InvariantCulture));
        }
        Assert.True(cells.Count(c => Value(c) is not (null or 0)) >= 15);
    }

    [Fact]
    public async Task A_figure_by_hall_is_what_qi_metric_says_where_filtered()
    {
        await demo.Made();
        var cells = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(Page)).QuerySelectorAll("td[data-metric][data-at]").Take(12).ToArray();
        Assert.True(cells.Length >= 8, $"{cells.Length} figures");
        foreach (var cell in cells)
        {
            var row = (await demo.Qi("metric", cell.GetAttribute("data-metric")!, "--period", Week, "--where", cell.GetAttribute("data-at")!, "--json"))
                .Ended(0).Json["rows"]!.AsArray().Single()!;
            Assert.Equal((double?)row["value"], Value(cell));
        }
    }

    [Fact]
    public async Task A_report_asked_for_by_hand_is_the_demos_own()
    {
        using var folder = new Testing.TempFolder();
        (await demo.Qi("report", "weekly", "--week", Week, "--out", folder.Path)).Ended(0);
        Assert.Equal(await File.ReadAllTextAsync(Page), await File.ReadAllTextAsync(folder.File($"weekly-{Week}.html")));
    }

    [PdfFact]
    public async Task The_PDFs_text_holds_the_overviews_figures()
    {
        var printed = Blank().Replace(Text(Path.ChangeExtension(Page, ".pdf")), "");
        foreach (var cell in await Figures())
        {
            var name = cell.ParentElement!.QuerySelectorAll("th, td").Select(c => c.TextContent.Trim()).ToArray();
            Assert.Contains(Blank().Replace(cell.TextContent, ""), printed);
            Assert.Contains(name, n => n.Length > 1 && printed.Contains(Blank().Replace(n, "")));
        }
    }

    private async Task<IEnumerable<IElement>> Figures()
    {
        await demo.Made();
        return new HtmlParser().ParseDocument(await File.ReadAllTextAsync(Page)).QuerySelectorAll("table.figures td.now");
    }

    private static double? Value(IElement cell) =>
        cell.GetAttribute("data-value") is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;

    private static string Text(string pdf)
    {
        using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", pdf, "-"]) { RedirectStandardOutput = true })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return text;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}

/// <summary>Needs a browser to print and pdftotext to read.</summary>
public sealed class PdfFactAttribute : FactAttribute
{
    public PdfFactAttribute()
    {
        if (ChromiumLocation.Find() is null)
            Skip = "no Chromium on this machine: no PDF is printed (./qi setup installs it)";
        else if (!Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(p => File.Exists(Path.Combine(p, "pdftotext"))))
            Skip = "pdftotext is absent on this machine (Debian: apt-get install poppler-utils)";
    }
}
