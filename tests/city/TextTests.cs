using QualityInsight.Testing;

namespace QualityInsight.City.Tests;

[Collection("city")]
public sealed class TextTests(CityFixture city)
{
    [Fact]
    public void There_are_at_least_four_hundred_distinct_sentences()
    {
        var templates = new TextMaker().AllTemplates.ToList();
        Assert.True(templates.Select(t => t.Text).Distinct().Count() >= 600);
        Assert.Equal(templates.Count, templates.Select(t => t.Id).Distinct().Count());
        Assert.DoesNotContain(templates, t => t.Labels.Any(l => l.StartsWith('P') && !TextMaker.ProblemCodes.Contains(l)));
    }

    [Fact]
    public void No_template_of_the_test_split_is_in_the_training_split()
    {
        using var folder = new TempFolder();
        var corpus = CityTexts.WriteLabelled(folder.Path, rows: 4000);
        var (train, test) = (Rows(corpus.TrainFile), Rows(corpus.TestFile));
        Assert.Equal(4000, corpus.TrainRows + corpus.TestRows);
        Assert.Equal(corpus.TrainRows, train.Count);
        Assert.Empty(train.SelectMany(r => r.Templates).Intersect(test.SelectMany(r => r.Templates)));
        Assert.Empty(train.Select(r => r.Text).Intersect(test.Select(r => r.Text)));
        foreach (var code in TextMaker.ProblemCodes)
        {
            Assert.True(train.Count(r => r.Labels.Contains(code)) >= 20, code);
            Assert.True(test.Count(r => r.Labels.Contains(code)) >= 5, code);
        }
    }

    [Fact]
    public void Every_template_fills_without_a_slot_left()
    {
        var maker = new TextMaker();
        var dice = Dice.Of(1, "slots");
        for (var n = 0; n < 4000; n++)
        {
            var problem = dice.Pick(TextMaker.ProblemCodes);
            Assert.DoesNotMatch(@"[{}>]", maker.Complaint(dice, [problem], "食品经营许可（新办）", "大厅").Text);
            Assert.DoesNotMatch(@"[{}>]", maker.Hotline(dice, dice.Pick(["咨询", "求助", "投诉", "举报", "建议", "表扬", "其他"]), "低保", "大厅").Text.Text);
        }
    }

    [Fact]
    public void A_text_carries_every_problem_it_was_asked_to_complain_of()
    {
        var maker = new TextMaker();
        var dice = Dice.Of(2, "pairs");
        for (var n = 0; n < 2000; n++)
        {
            var (first, second) = (dice.Pick(TextMaker.ProblemCodes), dice.Pick(TextMaker.ProblemCodes));
            if (first == second || first == "P99" || second == "P99")
                continue;
            var labels = maker.Complaint(dice, [first, second], "低保", "大厅").Labels;
            Assert.Contains(first, labels);
            Assert.Contains(second, labels);
        }
    }

    [Fact]
    public void Texts_in_the_feeds_are_varied_and_some_hold_phones_as_the_truth_says()
    {
        var lines = File.ReadLines(Path.Combine(city.Options.Folder, TextTruth.FileName)).Skip(1).Select(l => l.Split(',')).ToList();
        Assert.Equal(lines.Count, lines.Select(l => l[0] + l[2]).Distinct().Count());
        var body = city.Rows("city-a", "review").DistinctBy(r => r["assessId"]).ToDictionary(r => r["assessId"], r => r["writingEvaluation"]);
        foreach (var line in lines.Where(l => l[0] == "city-a" && l[1] == "review"))
            Assert.Equal(line[6] == "1", System.Text.RegularExpressions.Regex.IsMatch(Narrow(body[line[2]]), @"1\d{2}[- ]?\d{4}[- ]?\d{4}"));
        var bad = lines.Where(l => l[1] == "review" && l[4] == "NEGATIVE").ToList();
        Assert.True(bad.Count > 50);
        Assert.Contains(lines, l => l[6] == "1");
        var orders = city.Rows("city-hotline", "ticket").Select(r => r.GetValueOrDefault("12345内容描述") ?? r["内容描述"]).Distinct().Count();
        Assert.True(orders > 300);
    }

    private static string Narrow(string text) => string.Concat(text.Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c));

    private static List<(string Text, string[] Labels, string[] Templates)> Rows(string file) => [.. File.ReadLines(file).Skip(1).Select(line =>
    {
        var cells = line.Split(',');
        return (string.Join(',', cells[..^4]), cells[^4].Split('|'), cells[^1].Split('|'));
    })];
}
