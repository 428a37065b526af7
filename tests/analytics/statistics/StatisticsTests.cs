using QualityInsight.Analytics;

namespace QualityInsight.Analytics.Tests;

public class StatisticsTests
{
    [Fact]
    public void Nothing_of_nothing_gives_the_whole_range()
    {
        Assert.Equal(new Interval(0, 1), Proportion.Wilson(0, 0));
        Assert.Equal(new Interval(0, 1), Proportion.Jeffreys(0, 0));
    }

    [Fact]
    public void More_hits_than_trials_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Proportion.Wilson(5, 4));

    [Fact]
    public void Units_that_differ_by_chance_only_all_get_the_common_mean()
    {
        var prior = BetaBinomial.Fit([(10, 100), (11, 110), (9, 90), (20, 200), (5, 50)])!;
        Assert.Equal(0.1, prior.Estimate(5, 50), 4);
        Assert.True(prior.Strength > 1e5, $"strength {prior.Strength}");
    }

    [Fact]
    public void A_small_unit_moves_further_to_the_mean_than_a_large_one()
    {
        var prior = BetaBinomial.Fit([(1, 2), (500, 1000), (10, 200), (20, 300), (3, 80)])!;
        Assert.True(prior.Estimate(1, 2) < prior.Estimate(500, 1000));
    }

    [Fact]
    public void Without_any_hit_there_is_no_prior() => Assert.Null(BetaBinomial.Fit([(0, 10), (0, 20)]));

    [Fact]
    public void A_point_beyond_three_sigma_is_rule_1()
    {
        var values = new double?[] { 10, 11, 10, 9, 10, 11, 9, 10, 30 };
        Assert.Contains(1, ControlChart.Individuals(values)[8].Signals);
        Assert.All(ControlChart.Individuals(values).Take(8), p => Assert.DoesNotContain(1, p.Signals));
    }

    [Theory]
    [InlineData(2, new[] { 0.1, -0.2, 2.5, 0.0, 2.4 })]
    [InlineData(3, new[] { -0.1, 1.2, 1.5, 0.2, 1.4, 1.3 })]
    [InlineData(4, new[] { -0.5, .1, .2, .1, .3, .2, .1, .4, .2 })]
    [InlineData(4, new[] { 0.5, -.1, -.2, -.1, -.3, -.2, -.1, -.4, -.2 })]
    public void Each_rule_speaks_at_the_last_point_and_not_before(int rule, double[] z)
    {
        var marked = WesternElectric.Mark([.. z.Select(v => new ControlPoint(v, 0, -3, 3, 1, []))]);
        Assert.Equal([rule], marked[^1].Signals);
        Assert.All(marked.SkipLast(1), p => Assert.Empty(p.Signals));
    }

    [Fact]
    public void A_gap_is_stepped_over_and_carries_no_signal()
    {
        double?[] z = [.1, .2, .1, .3, null, .2, .1, .4, .2];
        var marked = WesternElectric.Mark([.. z.Select(v => new ControlPoint(v, 0, -3, 3, 1, []))]);
        Assert.Empty(marked[4].Signals);
        Assert.Equal([4], marked[^1].Signals);
    }

    [Fact]
    public void Large_samples_do_not_signal_by_size_alone_on_the_Laney_chart()
    {
        // Weekly good-review shares of a city: the plain p-chart calls every week a signal.
        (double, double)[] weeks = [(98_900, 100_000), (98_700, 100_000), (98_950, 100_000), (98_750, 100_000), (98_850, 100_000)];
        Assert.Contains(ControlChart.P(weeks), p => p.Signals.Contains(1));
        Assert.DoesNotContain(ControlChart.P(weeks, laney: true), p => p.Signals.Contains(1));
    }

    [Fact]
    public void A_change_from_3_to_6_bad_reviews_is_ordinary_and_from_3_to_40_a_signal()
    {
        Assert.Equal(ChangeVerdict.Ordinary, ChangeTest.Verdict(ChangeTest.TwoProportions(3, 1000, 6, 1000)));
        Assert.Equal(ChangeVerdict.Signal, ChangeTest.Verdict(ChangeTest.TwoProportions(3, 1000, 40, 1000)));
        Assert.Equal("在正常波动范围内", ChangeTest.Words(ChangeVerdict.Ordinary, chinese: true));
    }

    [Fact]
    public void Counts_over_unequal_days_are_compared_by_their_rate()
    {
        Assert.Equal(1, ChangeTest.Counts(0, 0));
        Assert.True(ChangeTest.Counts(10, 40, 7, 28) > 0.9);
        Assert.True(ChangeTest.Counts(40, 40, 7, 28) < ChangeTest.ThreeSigma);
        Assert.Equal(ChangeTest.Counts(9_990, 10_009), ChangeTest.Counts(9_991, 10_010), 1);
    }
}
