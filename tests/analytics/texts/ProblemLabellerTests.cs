using QualityInsight.Analytics.Texts;
using QualityInsight.Testing;
using QualityInsight.Warehouse;

namespace QualityInsight.Analytics.Tests.Texts;

[Collection(nameof(CityModels))]
public sealed class ProblemLabellerTests : IDisposable
{
    private readonly CityModels _models;
    private readonly TempFolder _folder = new();
    private readonly DataWarehouse _warehouse;
    private readonly WarehouseSession _session;
    private readonly string _dict;

    public ProblemLabellerTests(CityModels models)
    {
        _models = models;
        _warehouse = DataWarehouse.Open(_folder.Path, TimeProvider.System);
        _session = _warehouse.OpenSession();
        _dict = _session.QuerySingle("SELECT DISTINCT dict FROM tag", r => r.Text(0));
    }

    public void Dispose()
    {
        _session.Dispose();
        _warehouse.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Ticked_indicator_115_says_both_slow_and_rude_and_is_kept_apart_from_the_text()
    {
        Review("1", 1, "窗口人员态度恶劣，一直玩手机", tags: ["115"]);
        Run();
        Assert.Equal(["P01", "P09"], Labels("1", "TAG"));
        Assert.Equal(["P09"], Labels("1", "TEXT"));
    }

    [Fact]
    public void Indicators_of_the_withdrawn_version_count_too()
    {
        Review("1", 2, null, tags: ["204", "206"]);
        Run();
        Assert.Equal(["P06", "P07"], Labels("1", "TAG"));
    }

    [Fact]
    public void Running_again_with_the_same_model_changes_nothing()
    {
        Review("1", 1, "等了两个小时还没叫到号，排队的人太多", tags: ["212"]);
        Review("2", 2, "窗口人员态度恶劣，说话大声吼人");
        Run();
        var before = Rows();
        var again = Run();
        Assert.Equal(0, again.AddedByTag + again.AddedByText + again.Removed);
        Assert.Equal(before, Rows());
        Assert.NotEmpty(before);
    }

    [Fact]
    public void New_model_takes_the_place_of_the_old_ones_words_but_not_of_tags_and_persons()
    {
        Review("1", 1, "窗口人员态度恶劣，一直玩手机", tags: ["109"]);
        Run();
        _session.Execute("INSERT INTO text_label VALUES ('review', 'hall', '1', 'PROBLEM', 'P08', 'PERSON', NULL, NULL, 'handler-7', TIMESTAMP '2026-01-01')");
        _session.Execute("UPDATE text_label SET model = 'problems-old' WHERE evidence = 'TEXT'");
        var result = Run();
        Assert.True(result.Removed > 0);
        Assert.Equal(0, _session.QuerySingle("SELECT count(*) FROM text_label WHERE model = 'problems-old'", r => r.Long(0)));
        Assert.Equal(["P02"], Labels("1", "TAG"));
        Assert.Equal(["P08"], Labels("1", "PERSON"));
        Assert.Equal(["P09"], Labels("1", "TEXT"));
    }

    [Fact]
    public void Five_stars_with_angry_words_are_read_and_flagged_and_kind_words_with_five_stars_are_not()
    {
        Review("hidden", 5, "窗口人员态度恶劣，一直玩手机，问什么都不耐烦");
        Review("praise", 5, "工作人员很耐心，讲解清楚，当场就办好了，非常感谢");
        Review("mistaken", 1, "工作人员很耐心，讲解清楚，当场就办好了，非常感谢");
        Run();
        Assert.Contains("P09", Labels("hidden", "TEXT"));
        Assert.Empty(Labels("praise", "TEXT"));

        var result = PolarityConflicts.Run(_session, _models.Polarity, TimeProvider.System);
        Assert.Equal((1, 1, 2), (result.HiddenBad, result.Mistaken, result.Flagged));
        Assert.Equal(0, PolarityConflicts.Run(_session, _models.Polarity, TimeProvider.System).Flagged);
        Assert.Equal(["hidden", "mistaken"], _session.Query("SELECT subject_no FROM integrity_flag WHERE rule = 'R11' ORDER BY 1", r => r.Text(0)));
    }

    [Fact]
    public void Reviews_made_by_a_system_are_not_read()
    {
        Review("1", 1, "窗口人员态度恶劣，一直玩手机", isDefault: true);
        Assert.Equal(0, Run().Texts);
    }

    [Fact]
    public void Model_of_other_labels_is_refused()
    {
        var model = TextModelTests.Train(new TextTrainingOptions());
        var error = Assert.Throws<TextDataException>(() => ProblemLabeller.Run(_session, model, null, TimeProvider.System));
        Assert.Contains("no problem type", error.Message);
    }

    [Fact]
    public void Taxonomy_and_the_list_of_indicators_in_the_warehouse_say_the_same()
    {
        Assert.Equal(14, ProblemTaxonomy.All.Select(p => p.Code).Distinct().Count());
        var listed = _session.Query("SELECT version::TEXT, code, unnest(problems) FROM tag", r => (r.Text(0), r.Text(1), r.Text(2)));
        var named = ProblemTaxonomy.All.SelectMany(p => p.Tags.SelectMany(v => v.Value.Select(code => (v.Key[1..], code, p.Code))));
        Assert.Equal(named.Order(), listed.Order());
    }

    private LabellingResult Run() => ProblemLabeller.Run(_session, _models.Problems, _models.Polarity, TimeProvider.System);

    private IReadOnlyList<string> Labels(string no, string evidence) => _session.Query(
        "SELECT label FROM text_label WHERE subject_no = $no AND evidence = $evidence AND axis = 'PROBLEM' ORDER BY label",
        r => r.Text(0), new SqlArguments { ["no"] = no, ["evidence"] = evidence });

    private IReadOnlyList<string> Rows() => _session.Query("SELECT text_label::TEXT FROM text_label ORDER BY ALL", r => r.Text(0));

    private void Review(string no, int level, string? text, string[]? tags = null, bool isDefault = false) => _session.InTransaction(() =>
    {
        using var reviews = _session.Append("review");
        reviews.Set("source", "hall");
        reviews.Set("review_no", no);
        reviews.Set("channel", "HALL_PAD");
        reviews.Set("level", level);
        reviews.Set("is_default", isDefault);
        reviews.Set("is_named", true);
        reviews.Set("reviewed_at", new DateTime(2026, 3, 2, 10, 0, 0));
        reviews.Set("text_masked", text);
        reviews.Set("batch_id", 1);
        reviews.Set("line_no", 1);
        reviews.EndRow();
        reviews.Complete();
        using var ticked = _session.Append("review_tag");
        foreach (var tag in tags ?? [])
        {
            ticked.Set("source", "hall");
            ticked.Set("review_no", no);
            ticked.Set("dict", _dict);
            ticked.Set("code", tag);
            ticked.Set("batch_id", 1);
            ticked.Set("line_no", 1);
            ticked.EndRow();
        }
        ticked.Complete();
    });
}
