using QualityInsight.Analytics.Texts;
using QualityInsight.Testing;

namespace QualityInsight.Analytics.Tests.Texts;

public class TextModelTests
{
    private static readonly TextTrainingOptions Options = new() { Mode = LabelMode.MultiClass };

    [Fact]
    public void Same_data_and_seed_give_the_same_model_and_another_seed_the_same_labels()
    {
        var first = Train(Options);
        var again = Train(Options);
        Assert.Equal(first.Header.Id, again.Header.Id);
        Assert.Equal(first.Weights, again.Weights);
        Assert.NotEqual(first.Header.Id, Train(Options with { Seed = 7 }).Header.Id);
    }

    [Fact]
    public void Saved_model_predicts_as_the_one_that_was_trained()
    {
        using var folder = new TempFolder();
        var model = Train(Options);
        model.Save(folder.File("m.model"));
        var loaded = TextModel.Load(folder.File("m.model"));
        Assert.Equal(model.Header.Id, loaded.Header.Id);
        foreach (var text in Corpus().Select(t => t.Text).Append("路灯坏了没人修，学校门口很黑"))
            Assert.Equal(model.Predict(text).Candidates.Select(c => (c.Label, c.Probability)),
                loaded.Predict(text).Candidates.Select(c => (c.Label, c.Probability)));
        Assert.Equal(model.Header.CrossValidated.MacroF1, loaded.Header.CrossValidated.MacroF1);
    }

    [Fact]
    public void Damaged_foreign_and_newer_model_files_are_refused_with_what_to_do()
    {
        using var folder = new TempFolder();
        var path = folder.File("m.model");
        Train(Options).Save(path);
        var bytes = File.ReadAllBytes(path);

        Assert.Contains("qi texts train", Refusal(folder.File("absent.model")));
        File.WriteAllText(folder.File("other"), "label,text\n1,好\n");
        Assert.Contains("not a text model", Refusal(folder.File("other")));
        File.WriteAllBytes(folder.File("cut"), bytes[..(bytes.Length / 2)]);
        Assert.Contains("damaged", Refusal(folder.File("cut")));
        var flipped = (byte[])bytes.Clone();
        flipped[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(folder.File("flipped"), flipped);
        Assert.Contains("damaged", Refusal(folder.File("flipped")));
        var newer = (byte[])bytes.Clone();
        newer[7] = 9;
        File.WriteAllBytes(folder.File("newer"), newer);
        Assert.Contains("version 9", Refusal(folder.File("newer")));

        static string Refusal(string file) => Assert.Throws<TextDataException>(() => TextModel.Load(file)).Message;
    }

    [Fact]
    public void Evidence_names_the_words_and_where_they_stand_in_the_text_as_written()
    {
        const string text = "请 问：學校 的 老师 什么时候 开学？";
        var label = Train(Options).Predict(text, evidence: 8).Labels.Single();
        Assert.Equal("教育", label.Label);
        var ngram = Assert.Single(label.Evidence, e => e.Ngram == "学校");
        Assert.True(ngram.Weight > 0);
        Assert.Equal("學校", text.Substring(ngram.Positions[0].Start, ngram.Positions[0].Length));
    }

    [Fact]
    public void Margins_of_the_explanation_add_up_to_the_margin_of_the_prediction()
    {
        var model = Train(Options with { Features = new TextFeatureOptions { HeadChars = 0, DropParticles = false } });
        var margins = new float[model.Labels.Count];
        model.Margins("学校食堂的老师", margins);
        var best = model.Predict("学校食堂的老师", evidence: 1000).Labels[0];
        var label = model.Labels.ToList().IndexOf(best.Label);
        // What speaks for the label is at least the margin without its constant term; the rest speaks against it.
        Assert.True(best.Evidence.Sum(e => e.Weight) >= margins[label] - model.Bias[label] - 1e-4);
    }

    [Fact]
    public void Text_segmented_or_not_full_width_or_traditional_is_the_same_text()
    {
        var model = Train(Options);
        var expected = model.Predict("学校食堂ABC涨价").Candidates[0].Probability;
        Assert.Equal(expected, model.Predict("学校 食堂 ABC 涨价").Candidates[0].Probability);
        Assert.Equal(expected, model.Predict("學校食堂ＡＢＣ漲價").Candidates[0].Probability);
    }

    [Fact]
    public void Text_without_a_known_ngram_gets_probabilities_that_sum_to_one()
    {
        var prediction = Train(Options).Predict("\u200B");
        Assert.Equal(1, prediction.Candidates.Sum(c => c.Probability), 9);
    }

    internal static TextModel Train(TextTrainingOptions options) =>
        TextTraining.Train(Corpus(), options, "test", "corpus", TimeProvider.System).Model;

    internal static List<LabelledText> Corpus()
    {
        (string Label, string[] Subjects, string[] Predicates)[] parts =
        [
            ("教育", ["学校食堂", "班主任老师", "小学开学", "幼儿园收费", "高中补课", "学校宿舍"], ["涨价了", "怎么管", "什么时候解决", "希望有人查", "太不合理", "请回复"]),
            ("交通", ["公交车", "十字路口红绿灯", "出租车司机", "地铁站", "高速出口", "停车位"], ["涨价了", "怎么管", "什么时候解决", "希望有人查", "太不合理", "请回复"]),
            ("环境", ["河里污水", "工厂废气", "夜里噪音", "垃圾堆放", "油烟扰民", "黑臭水体"], ["涨价了", "怎么管", "什么时候解决", "希望有人查", "太不合理", "请回复"]),
        ];
        return [.. parts.SelectMany(p => p.Subjects.SelectMany(s => p.Predicates.Select(v => new LabelledText(s + v, [p.Label]))))];
    }
}
