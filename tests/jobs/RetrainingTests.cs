using QualityInsight.Analytics.Texts;
using QualityInsight.Feedback.Store;
using QualityInsight.Jobs.Pipeline;
using QualityInsight.Testing;

namespace QualityInsight.Jobs.Tests;

/// <summary>A model learns from what people decided, and replaces another only where it is not worse.</summary>
public sealed class RetrainingTests
{
    private static readonly string[][] Words =
    [
        ["排队太久", "等了两个小时", "叫号很慢", "队伍很长没人管"], ["态度很差", "爱理不理", "说话很凶", "给脸色看"], ["材料要了三次", "一次没说清", "反复补材料", "又让回去拿证明"],
    ];

    [Fact]
    public void What_a_person_decided_last_is_the_label_and_held_out_texts_are_always_the_same()
    {
        var texts = Enumerable.Range(0, 50).Select(i => ("a", $"R{i}", "文本", (IReadOnlyList<string>)["P01"])).ToList();
        var set = RetrainingSet.Of(texts, [Decision("R1", "P01", false), Decision("R1", "P02", true), Decision("R2", "P01", false), Decision("R2", "P01", true)], [], []);
        Assert.Equal(50, set.Training.Count + set.HeldOut.Count);
        Assert.InRange(set.HeldOut.Count, 3, 20);
        var all = set.Training.Concat(set.HeldOut).ToList();
        Assert.Single(all, t => t.Labels is ["P02"]);
        Assert.Equal(49, all.Count(t => t.Labels is ["P01"]));
        Assert.Equal(set.HeldOut.Count, RetrainingSet.Of(texts, [], [], []).HeldOut.Count);
        Assert.NotNull(set.WhyNot);
    }

    [Fact]
    public void A_better_model_goes_live_and_a_worse_one_does_not()
    {
        using var folder = new TempFolder();
        var deployment = new Deployment(folder.Path);
        var good = Set(shuffled: false);
        var first = Retraining.Run(deployment, good, TimeProvider.System, 5, (_, _) => { }, default);
        Assert.True(first.IsLive);
        var live = File.ReadAllBytes(deployment.ProblemModel);
        // Labels that mean nothing make a worse model: the old one stays, byte for byte.
        var worse = Retraining.Run(deployment, Set(shuffled: true) with { HeldOut = good.HeldOut }, TimeProvider.System, 5, (_, _) => { }, default);
        Assert.False(worse.IsLive);
        Assert.Contains("worse", worse.Summary);
        Assert.Equal(live, File.ReadAllBytes(deployment.ProblemModel));
        var again = Retraining.Run(deployment, good, TimeProvider.System, 5, (_, _) => { }, default);
        Assert.True(again.IsLive);
        Assert.Single(Directory.GetFiles(deployment.Models, "problems.qim.2*"));
    }

    private static RetrainingSet Set(bool shuffled)
    {
        LabelledText Text(int i) => new($"{Words[i % 3][i / 3 % 4]}，窗口{i % 17}，{Words[i % 3][i / 12 % 4]}", [$"P0{(shuffled ? (i * 7919 % 97 % 3) + 1 : (i % 3) + 1)}"]);
        return new([.. Enumerable.Range(0, 600).Select(Text)], [.. Enumerable.Range(600, 150).Select(Text)], 0);
    }

    private static LabelDecisionRow Decision(string no, string label, bool right) => new()
    {
        Subject = "review",
        Source = "a",
        SubjectNo = no,
        Axis = "PROBLEM",
        Label = label,
        IsRight = right,
        DecidedBy = "handler",
    };
}
