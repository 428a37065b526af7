using QualityInsight.Analytics.Texts;
using QualityInsight.Testing;
using Xunit.Abstractions;

namespace QualityInsight.Analytics.Tests.Texts;

public class SignalTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("楼下煤气泄漏好几天没人管", "SAFETY")]
    [InlineData("我妈八十多岁坐轮椅，进不了大厅", "VULNERABLE")]
    [InlineData("给了差评就打电话骂，要求改评价", "RETALIATION")]
    [InlineData("学校老师体罚未成年学生", "MINOR")]
    [InlineData("不是火灾，只是演习", "")]
    [InlineData("还好没有受伤", "")]
    [InlineData("排队太久了，要命的是没座位", "")]
    [InlineData("材料交了三遍", "")]
    public void Urgent_words_are_found_unless_denied(string text, string codes) =>
        Assert.Equal(codes, string.Join('|', UrgencySignals.Of(text).Select(s => s.Code)));

    [Fact]
    public void Urgent_word_is_pointed_at_in_the_text_as_written()
    {
        const string text = "有人 在樓道 裡 着 火 了，着火了";
        var span = UrgencySignals.Of(text).Single().Positions[0];
        Assert.Equal("着 火", text.Substring(span.Start, span.Length));
    }

    [Fact]
    public void Copies_with_small_changes_are_grouped_and_other_texts_are_not()
    {
        string[] texts =
        [
            "小区门口的路灯坏了三个月一直没有人来修理，晚上出门非常危险，请尽快处理",
            "幼儿园附近的工厂每天排放刺鼻的废气，孩子们天天咳嗽",
            "小区门口的路灯坏了三个月一直没人来修理，晚上出门非常危险，请尽快处理！",
            "小區門口的路燈壞了三個月一直沒有人來修理，晚上出門非常危險，請盡快處理",
            "",
            "",
        ];
        var group = Assert.Single(NearDuplicates.Find(texts));
        Assert.Equal([0, 2, 3], group.Members);
        Assert.False(group.IsExact);
    }

    [Fact]
    public void Near_duplicates_are_the_pairs_a_full_comparison_finds()
    {
        var random = new SeededRandom(3);
        List<string> texts = [];
        for (var i = 0; i < 120; i++)
        {
            var words = Enumerable.Range(0, 60).Select(_ => (char)('一' + random.Below(3000))).ToArray();
            texts.Add(new string(words));
            if (i % 4 != 0) continue;
            words[random.Below(60)] = '改';
            texts.Add(new string(words));
        }
        var expected = (from i in Enumerable.Range(0, texts.Count)
                        from j in Enumerable.Range(i + 1, texts.Count - i - 1)
                        where Similarity(texts[i], texts[j]) >= 0.7
                        select (i, j)).ToList();
        Assert.Equal(30, expected.Count);
        Assert.Equal(expected, NearDuplicates.Find(texts).Select(g => (g.Members[0], g.Members[1])));

        static double Similarity(string a, string b)
        {
            var (x, y) = (Grams(a), Grams(b));
            return (double)x.Intersect(y).Count() / x.Union(y).Count();
        }

        static HashSet<string> Grams(string text) => [.. Enumerable.Range(0, text.Length - 2).Select(i => text.Substring(i, 3))];
    }

    [Fact]
    public void Issue_of_many_people_is_hotter_than_one_person_writing_often()
    {
        var at = new DateTime(2026, 3, 1);
        var many = Enumerable.Range(0, 4).Select(i => new IssueMessage($"m{i}", $"p{i}", $"东湖小区地下车位只卖不租强行捆绑销售请管一管{i}", at.AddDays(i), 3, 0));
        var often = Enumerable.Range(0, 6).Select(i => new IssueMessage($"o{i}", "q", $"西山路施工噪音夜里三点还在响无法睡觉求处理{i}", at, 0, 0));
        var hot = HotIssues.Find([.. many, .. often]);
        var issue = Assert.Single(hot);
        Assert.Equal((1, 4), (issue.Rank, issue.People));
        Assert.Equal((at, at.AddDays(3)), (issue.From, issue.To));
    }

    [Fact]
    public void Reply_that_answers_is_told_from_one_copied_for_everybody()
    {
        const string canned = "您好，您反映的问题我们高度重视，感谢您对我们工作的支持，我们将尽快研究处理";
        var set = Enumerable.Range(0, 5).Select(i => ($"第{i}号路口的红绿灯时间太短老人过不去", canned)).ToList();
        const string message = "东湖小区电梯停运半个月，物业不维修";
        const string answer = "您好！经核实，东湖小区电梯因曳引机损坏停运。根据《特种设备安全法》，已责令物业7日内维修，联系电话12345。";
        set.Add((message, answer));
        var quality = new ReplyQuality(set);
        Assert.True(quality.Judge(message, canned).IsCanned);
        var good = quality.Judge(message, answer);
        Assert.False(good.IsCanned);
        Assert.Equal((1.0, 1.0, 0.0), (good.Completeness, good.Explanation, good.CannedShare));
        Assert.True(good.Relevance > 0.3, $"relevance {good.Relevance}");
    }

    [RealDataFact("teddyC/messages_2019_likes.csv")]
    public void All_56_exact_duplicates_of_the_messages_are_found()
    {
        var path = RealData.PathOf("teddyC/messages_2019_likes.csv");
        var subjects = LabelledCsv.Read(path, "留言主题", null).Texts;
        var bodies = LabelledCsv.Read(path, "留言详情", null).Texts;
        Assert.Equal(4326, subjects.Count);
        Assert.Equal(subjects.Count, bodies.Count);
        var texts = subjects.Zip(bodies, (s, b) => s.Text + "\n" + b.Text).ToList();
        var exact = texts.Count - texts.Distinct().Count();
        var groups = NearDuplicates.Find(texts);
        var rootOf = groups.SelectMany((g, n) => g.Members.Select(m => (m, n))).ToDictionary(p => p.m, p => p.n);
        foreach (var same in Enumerable.Range(0, texts.Count).GroupBy(i => texts[i]).Where(g => g.Count() > 1))
            Assert.Single(same.Select(i => rootOf[i]).Distinct());
        output.WriteLine($"{exact} exact duplicates, {groups.Sum(g => g.Members.Count - 1)} near or exact, in {groups.Count} groups");
        Assert.Equal(56, exact);
    }
}
