namespace QualityInsight.City.Tests;

[Collection("city")]
public sealed class ReviewTests(CityFixture city)
{
    private static readonly (string Feed, string Id)[] ReviewIds = [("city-a", "assessId"), ("city-b", "评价编号"), ("city-c", "EVALUATE_UNID")];

    [Fact]
    public void Bad_reviews_are_about_one_in_a_hundred()
    {
        var totals = city.Truth.Totals;
        var share = totals.BadReviews / (double)totals.Reviews;
        Assert.InRange(share, 0.005, 0.02);
        Assert.Equal(totals.BadReviews, city.Truth.Orgs.Sum(o => o.BadReviews));
        Assert.Equal(1 - share, totals.GoodRateRaw, 9);
    }

    [Fact]
    public void Bad_reviews_of_the_districts_agree_with_their_raw_files()
    {
        var raw = city.Rows("city-b", "review").Where(r => r["满意度代码"] is "4" or "5" && r["评价编号"].Length == 12 && r["评价渠道"] != "意见箱" && r["评价时间"].StartsWith("2026", StringComparison.Ordinal) && !r["评价时间"].StartsWith("20260230", StringComparison.Ordinal))
            .DistinctBy(r => r["评价编号"]).CountBy(r => r["机构代码"]).ToDictionary();
        foreach (var org in city.Truth.Orgs.Where(o => raw.ContainsKey(o.Code)))
            Assert.Equal(org.BadReviews, raw[org.Code]);
    }

    [Fact]
    public void Every_planted_review_is_in_a_raw_file()
    {
        var ids = ReviewIds.SelectMany(f => city.Rows(f.Feed, "review").Select(r => r[f.Id])).ToHashSet();
        foreach (var planted in city.Truth.Planted.Where(p => p.Subject == "review"))
            Assert.All(planted.Ids, id => Assert.Contains(id, ids));
    }

    [Fact]
    public void The_office_that_rates_itself_does_so_in_batches_of_one_second_without_a_word()
    {
        var planted = city.Truth.Planted.Single(p => p.Id == "made-up-reviews");
        var ids = planted.Ids.ToHashSet();
        var rows = city.Rows("city-a", "review").Where(r => ids.Contains(r["assessId"])).DistinctBy(r => r["assessId"]).ToList();
        Assert.True(ids.Count > 40);
        Assert.All(rows, r => Assert.True(r["satisfaction"] == "5" && r["evalDetail"].Length == 0 && r["writingEvaluation"].Length == 0 && r["deviceNo"].Length == 0));
        Assert.All(rows.GroupBy(r => r["assessTime"]), batch => Assert.True(batch.Count() >= 20, batch.Key));
        Assert.Equal(planted.Figures["coded_default"], rows.Count(r => r["pf"] == "7"));
        Assert.True(planted.Figures["not_coded"] > 5);
    }

    [Fact]
    public void The_night_office_rates_while_its_hall_is_closed()
    {
        var planted = city.Truth.Planted.Single(p => p.Id == "night-office");
        var ids = planted.Ids.ToHashSet();
        var hall = World.Build(1).Hall("H11");
        var rows = city.Rows("city-c", "review").Where(r => ids.Contains(r["EVALUATE_UNID"])).DistinctBy(r => r["EVALUATE_UNID"]).ToList();
        Assert.Equal(ids.Count, rows.Count);
        Assert.All(rows, r => Assert.False(hall.IsOpen(DateTime.ParseExact(r["EVALUATETIME"], "yyyyMMddHHmmss", null))));
    }

    [Fact]
    public void Ticked_indicators_belong_to_the_level_except_where_planted()
    {
        var planted = city.Truth.Planted.Single(p => p.Id == "tag-of-other-level").Ids.ToHashSet();
        var levels = new Dictionary<string, string> { ["3"] = "5", ["2"] = "4", ["1"] = "3", ["0"] = "2", ["5"] = "1" };
        Assert.All(city.Rows("city-c", "review").Where(r => r["EVA_TAGS"].Length > 0 && levels.ContainsKey(r["EVALUATE"])),
            r => Assert.All(r["EVA_TAGS"].Split('|'), tag => Assert.StartsWith(levels[r["EVALUATE"]], tag)));
        Assert.All(city.Rows("city-a", "review").Where(r => r["evalDetail"].Length > 0 && r["satisfaction"] != "9" && r["satisfaction"].Length > 0),
            r => Assert.Equal(planted.Contains(r["assessId"][..11]), r["evalDetail"].Split(',').Any(tag => tag[0] != r["satisfaction"][0])));
    }

    [Fact]
    public void The_reversed_feed_is_nearly_all_ones_and_its_manifest_entry_names_both_profiles()
    {
        var file = city.Manifest.Files.Single(f => f.Feed == "city-d");
        Assert.NotNull(file.CorrectProfile);
        Assert.NotEqual(file.Profile, file.CorrectProfile);
        var codes = city.Rows("city-d", "review").Select(r => r["满意度"]).ToList();
        var planted = city.Truth.Planted.Single(p => p.Id == "reversed-direction");
        Assert.Equal(planted.Figures["bad_as_declared"], codes.Count(c => c is "1" or "2"));
        Assert.Equal(planted.Figures["bad_in_truth"], codes.Count(c => c is "4" or "5"));
        Assert.True(planted.Figures["bad_as_declared"] > codes.Count / 2.0);
    }

    [Fact]
    public void Identity_numbers_have_right_check_digits_and_unissued_areas()
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        foreach (var id in city.Rows("city-c", "visit").Select(r => r["LINE_CARDNO"]).Distinct().Take(500))
        {
            Assert.Equal(18, id.Length);
            Assert.StartsWith("99", id);
            Assert.Equal("10X98765432"[Enumerable.Range(0, 17).Sum(i => (id[i] - '0') * weights[i]) % 11], id[17]);
        }
    }
}
