namespace QualityInsight.Feedback.Tests;

public sealed class PolicyTests
{
    [Fact]
    public void The_default_and_seven_presets_are_shipped() =>
        Assert.Equal(
            ["default", "beijing", "linwu", "naiman", "shandong-complaints", "shanghai", "shenzhen", "zhejiang"],
            PolicyFile.Shipped.Select(p => p.Id));

    [Theory]
    [InlineData("default", 1, TimeUnit.WorkingDay, 5, TimeUnit.WorkingDay, 15)]
    [InlineData("zhejiang", 1, TimeUnit.NaturalDay, 15, TimeUnit.NaturalDay, 15)]
    [InlineData("shanghai", 1, TimeUnit.WorkingDay, 5, TimeUnit.WorkingDay, 15)]
    [InlineData("beijing", 1, TimeUnit.WorkingDay, 7, TimeUnit.NaturalDay, 7)]
    [InlineData("shenzhen", 3, TimeUnit.WorkingDay, 10, TimeUnit.WorkingDay, 15)]
    [InlineData("linwu", 1, TimeUnit.WorkingDay, 7, TimeUnit.NaturalDay, 15)]
    [InlineData("naiman", 48, TimeUnit.Hour, 15, TimeUnit.NaturalDay, 15)]
    [InlineData("shandong-complaints", 1, TimeUnit.WorkingDay, 15, TimeUnit.WorkingDay, 15)]
    public void A_preset_has_the_limits_of_its_place(string id, int call, TimeUnit callUnit, int rectify, TimeUnit rectifyUnit, int complex)
    {
        var p = PolicyFile.Preset(id);
        Assert.Equal((call, callUnit), (p.Callback.Amount, p.Callback.Unit));
        Assert.Equal((rectify, rectifyUnit, complex), (p.RectifyGeneral.Amount, p.RectifyGeneral.Unit, p.RectifyComplex.Amount));
        Assert.NotEmpty(p.After);
    }

    [Fact]
    public void Naiman_calls_within_48_hours_by_the_clock()
    {
        var w = new World(PolicyFile.Preset("naiman"), Make.Review(at: "2026-11-20 17:00"));
        Assert.Equal(Make.At("2026-11-22 17:00"), w.Case.Deadlines[DeadlineStep.Callback].DueAt);
        Assert.Equal(Make.At("2026-12-07 17:30"), w.Case.Deadlines[DeadlineStep.Rectify].DueAt); // 5 December is a Saturday
    }

    [Fact]
    public void A_version_is_the_hash_of_the_text_whatever_the_line_ends()
    {
        var yaml = PolicyFile.Preset("default").Yaml;
        Assert.Equal(PolicyFile.HashOf(yaml), PolicyFile.HashOf(yaml.Replace("\n", "\r\n")));
        Assert.NotEqual(PolicyFile.HashOf(yaml), PolicyFile.HashOf(yaml.Replace("attempts: 3", "attempts: 4")));
        Assert.Equal(64, PolicyFile.Preset("default").Hash.Length);
    }

    [Theory]
    [InlineData("bad_levels: [1, 2]", "bad_levels: [0, 2]", "levels are 1–5")]
    [InlineData("bad_levels: [1, 2]", "bad_level: [1, 2]", "bad_level")]
    [InlineData("unit: WORKING_DAY, from: REGISTERED", "unit: WORKDAY, from: REGISTERED", "'WORKDAY' is not a TimeUnit; known: WORKING_DAY")]
    [InlineData("rectify_general: { amount: 5", "rectify_general: { amount: 50", "shorter than rectify_general")]
    [InlineData("attempts: 3, days: 2", "attempts: 1, days: 2", "cannot be reached")]
    [InlineData("zone: Asia/Shanghai", "zone: Asia/Peking", "no zone 'Asia/Peking'")]
    [InlineData("09:00-12:00", "12:00-09:00", "open_hours")]
    [InlineData("id: default", "id:", "id: missing")]
    [InlineData("reopen: { max: 2 }", "reopen: { max: -1 }", "not between 0 and 10")]
    public void A_policy_that_makes_no_sense_is_refused_and_says_why(string from, string to, string expected)
    {
        var yaml = PolicyFile.Preset("default").Yaml;
        Assert.Contains(from, yaml);
        Assert.Contains(expected, Assert.Throws<PolicyException>(() => PolicyFile.Parse(yaml.Replace(from, to), "x.yaml")).Message);
    }

    [Fact]
    public void Every_fault_of_a_policy_is_named_at_once()
    {
        var message = Assert.Throws<PolicyException>(() => PolicyFile.Parse("id: x", "x.yaml")).Message;
        Assert.True(message.Split('\n').Length > 20, message);
        Assert.All(message.Split('\n'), line => Assert.StartsWith("x.yaml: ", line));
    }
}
