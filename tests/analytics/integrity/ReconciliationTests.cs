namespace QualityInsight.Analytics.Tests;

/// <summary>The monthly bulletins of a province: what they publish and what that adds up to.</summary>
[Collection(DuckDbCollection.Name)]
public class ReconciliationTests(DuckDbFixture duck)
{
    private static readonly PublishedTotals January2020 = new(2_752_087, [935, 210, 1_638_682, 34_635, 445_832], 8_580_000,
        [1_488_847, 5_345, 692, 241, 645_313, 56_922, 763, 553_964], 185, 7.8);
    private static readonly PublishedTotals January2021 = new(6_149_345, [613, 178, 22_773, 23_409, 5_265_520], 6_969_000, null, 798, 10);
    private static readonly PublishedTotals July2023 = new(13_879_360, [980, 295, 18_062, 10_421, 13_431_970], 11_238_000, null, 1_249, 9.9);

    private static ReconciliationCheck Check(PublishedTotals totals, string id) => Reconciliation.Of(totals).Single(c => c.Id == id);

    [Fact]
    public void Averages_by_10_8_6_3_0_are_6_87_and_9_97_and_9_99()
    {
        Assert.Equal(6.87, Reconciliation.AverageScore(January2020.Levels)!.Value, 2);
        Assert.Equal(9.97, Reconciliation.AverageScore(January2021.Levels)!.Value, 2);
        Assert.Equal(9.99, Reconciliation.AverageScore(July2023.Levels)!.Value, 2);
        Assert.False(Check(January2020, "average").Holds);
        Assert.Null(Reconciliation.AverageScore([0, 0, 0, 0, 0]));
    }

    [Fact]
    public void Levels_do_not_add_up_to_the_published_total()
    {
        Assert.Equal(2_120_294, Check(January2020, "levels_total").Left);
        Assert.Equal(5_312_493, Check(January2021, "levels_total").Left);
        Assert.Equal(13_461_728, Check(July2023, "levels_total").Left);
        Assert.All([January2020, January2021, July2023], t => Assert.False(Check(t, "levels_total").Holds));
    }

    [Fact]
    public void Channels_of_january_2020_do_add_up() => Assert.True(Check(January2020, "channels_total").Holds);

    [Fact]
    public void Reviews_of_july_2023_are_an_impossible_123_5_percent_of_cases()
    {
        Assert.Contains("123.5 %", Check(July2023, "reviews_cases").SaysZh);
        Assert.False(Check(July2023, "reviews_cases").Holds);
        Assert.True(Check(January2021, "reviews_cases").Holds);
    }

    [Fact]
    public void Work_orders_of_july_2023_are_not_the_bad_reviews() =>
        Assert.Equal((1_249.0, 1_275.0, false), (Check(July2023, "work_orders").Left, Check(July2023, "work_orders").Right, Check(July2023, "work_orders").Holds));

    [Fact]
    public void Our_own_facts_keep_the_identities_and_a_lost_case_shows()
    {
        duck.Load(Facts.Insert("review", [new Dictionary<string, object?> { ["level"] = 1 }, new Dictionary<string, object?> { ["level"] = 5 }])
            + Facts.Insert("ticket", Enumerable.Range(1, 3).Select(i => new Dictionary<string, object?>
            { ["ticket_no"] = $"{i}", ["closed_at"] = $"2026-11-1{i} 09:00:00", ["due_at"] = "2026-11-12 12:00:00" })));
        var checks = Reconciliation.Of(duck.Engine, Period.All);
        Assert.Equal(["work_orders"], checks.Where(c => !c.Holds).Select(c => c.Id));
    }
}
