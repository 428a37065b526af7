using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Tests;

public sealed class FlagWordsTests
{
    [Theory]
    [InlineData("R02", "同一秒有 25 条评价", "25 reviews in the same second")]
    [InlineData("R03", "评价恰在受理后 300 秒，该单位 120 条中 80 条如此", "exactly 300 s after acceptance, like 80 of the unit's 120")]
    [InlineData("R04", "评价早于办理结束 12 秒", "rated 12 s before the service ended")]
    [InlineData("R14", "回访成功但通话仅 4 秒", "reached, but the call lasted only 4 s")]
    [InlineData("R20", "评价时间早于受理时间", "rated before the matter was accepted")]
    public void Evidence_of_a_flag_is_said_in_English_with_the_same_figures(string rule, string zh, string en)
    {
        Assert.Equal(en, FlagWords.Of(rule, zh, Tongue.Of(chinese: false)));
        Assert.Equal(zh, FlagWords.Of(rule, zh, Tongue.Of(chinese: true)));
    }

    [Fact]
    public void Evidence_of_a_new_pattern_keeps_its_words_behind_the_rules_name() =>
        Assert.EndsWith(": 别的说法", FlagWords.Of("R02", "别的说法", Tongue.Of(chinese: false)), StringComparison.Ordinal);

    [Fact]
    public void The_time_a_hall_was_closed_is_what_lies_between_its_open_periods()
    {
        DateTime At(int hour, int minute) => new(2026, 11, 16, hour, minute, 0, DateTimeKind.Unspecified);
        (DateTime, DateTime)[] open = [(At(9, 0), At(12, 0)), (At(13, 30), At(17, 30))];
        Assert.Equal([(At(12, 0), At(13, 30))], Timeline.Closed(At(11, 0), At(14, 0), open));
        Assert.Equal([(At(8, 30), At(9, 0))], Timeline.Closed(At(8, 30), At(10, 0), open));
        Assert.Equal([(At(17, 30), At(18, 0))], Timeline.Closed(At(14, 0), At(18, 0), open));
        Assert.Equal([(At(12, 30), At(13, 0))], Timeline.Closed(At(12, 30), At(13, 0), open));
        Assert.Empty(Timeline.Closed(At(9, 30), At(11, 0), open));
        Assert.Empty(Timeline.Closed(At(9, 30), At(11, 0), []));
    }
}
