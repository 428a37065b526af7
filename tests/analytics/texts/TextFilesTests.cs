using System.Text;
using System.Text.Json;
using QualityInsight.Analytics.Texts;
using QualityInsight.Testing;

namespace QualityInsight.Analytics.Tests.Texts;

public sealed class TextFilesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Missing_column_is_refused_with_the_columns_there_are()
    {
        var path = Write("a.csv", "标签,文本\n甲,你好\n");
        Assert.Contains("标签, 文本", Refusal(path, "text", "标签"));
        Assert.Contains("no column 'label'", Refusal(path, "文本", "label"));
    }

    [Fact]
    public void Absent_empty_headless_binary_and_broken_files_are_refused()
    {
        Assert.Contains("no file", Refusal(_folder.File("absent.csv"), "t", "l"));
        Assert.Contains("folder", Refusal(_folder.Path, "t", "l"));
        Assert.Contains("empty", Refusal(Write("empty.csv", ""), "t", "l"));
        Assert.Contains("no text", Refusal(Write("header.csv", "t,l\n"), "t", "l"));
        File.WriteAllBytes(_folder.File("bin.csv"), [1, 0, 2, 0]);
        Assert.Contains("not a text file", Refusal(_folder.File("bin.csv"), "t", "l"));
        Assert.Contains("line", Refusal(Write("quote.csv", "t,l\n好,1\n\"开着的引号,1\n"), "t", "l"));
    }

    [Fact]
    public void One_label_only_is_refused_with_what_was_found()
    {
        var path = Write("one.csv", "t,l\n" + string.Concat(Enumerable.Range(0, 9).Select(i => $"第{i}条很好,甲\n")));
        var error = Assert.Throws<TextDataException>(() => Train(path));
        Assert.Contains("甲 (9)", error.Message);
    }

    [Fact]
    public void Labels_parted_by_a_bar_make_a_model_of_many_labels()
    {
        var lines = Enumerable.Range(0, 40).Select(i => (i % 4) switch
        {
            0 => "太慢了等很久,慢",
            1 => "态度很凶吼人,凶",
            2 => "太慢了等很久态度很凶吼人,慢|凶",
            _ => "谢谢都好,",
        }).Select((line, i) => $"{i}号{line}\n");
        var (model, result) = Train(Write("many.csv", "t,l\n" + string.Concat(lines)));
        Assert.Equal(LabelMode.MultiLabel, model.Header.Mode);
        Assert.Equal(40, result.Texts);
        Assert.Equal(["凶", "慢"], model.Predict("等很久太慢了，态度凶得吼人").Labels.Select(l => l.Label).Order());
        Assert.Empty(model.Predict("谢谢都好").Labels);
    }

    [Fact]
    public void Gb18030_is_read_like_utf8()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var path = _folder.File("gb.csv");
        File.WriteAllText(path, "文本,标签\n窗口态度很好，谢谢,甲\n", Encoding.GetEncoding("GB18030"));
        Assert.Equal("窗口态度很好，谢谢", LabelledCsv.Read(path, "文本", "标签").Texts.Single().Text);
    }

    [Fact]
    public void Results_serialise_to_the_names_the_command_line_promises()
    {
        var model = TextModelTests.Train(new TextTrainingOptions());
        var json = JsonSerializer.SerializeToElement(TextEvaluation.Evaluate(model, TextModelTests.Corpus()), TextModelHeader.Json);
        Assert.True(json.GetProperty("accuracy").GetDouble() > 0.9);
        Assert.True(json.GetProperty("macro_f1").GetDouble() > 0.9);
        Assert.True(json.GetProperty("seconds").GetDouble() > 0);
        Assert.True(json.GetProperty("texts_per_second").GetDouble() > 0);
        var label = json.GetProperty("figures").GetProperty("labels")[0];
        Assert.Equal(["f1", "label", "n", "precision", "recall"], label.EnumerateObject().Select(p => p.Name).Order());
        Assert.Equal(36, json.GetProperty("figures").GetProperty("confusion")[0].EnumerateArray().Sum(c => c.GetInt32()));
    }

    [Fact]
    public void Figures_agree_with_a_count_by_hand()
    {
        // Known 甲 甲 甲 乙 乙, given 甲 甲 乙 乙 甲: 甲 P 2/3 R 2/3, 乙 P 1/2 R 1/2.
        var counter = new FigureCounter(["甲", "乙"], LabelMode.MultiClass);
        foreach (var (known, given) in new[] { (0, 0), (0, 0), (0, 1), (1, 1), (1, 0) })
            counter.Add([known == 0, known == 1], [given == 0, given == 1], abstained: false);
        var figures = counter.Figures();
        Assert.Equal(0.6, figures.Accuracy, 9);
        Assert.Equal((2.0 / 3 + 0.5) / 2, figures.MacroF1, 9);
        Assert.Equal([[2, 1], [1, 1]], figures.Confusion);
    }

    [Fact]
    public void Platt_scaling_gives_back_the_probabilities_margins_were_drawn_with()
    {
        var random = new SeededRandom(5);
        var margins = Enumerable.Range(0, 20000).Select(_ => (float)(random.Below(8000) / 1000.0 - 4)).ToArray();
        var positive = margins.Select(m => random.Below(1_000_000) < 1_000_000 / (1 + Math.Exp(-1.7 * m + 0.6))).ToArray();
        var fitted = PlattScaling.Fit(margins, positive);
        Assert.Equal(-1.7, fitted.Slope, 0.1);
        Assert.Equal(0.6, fitted.Offset, 0.1);
    }

    [Fact]
    public void Both_trainers_reach_the_minimum_of_their_problem()
    {
        // One feature, two mirrored rows: the constant term is 0 and the primal's gradient by w must vanish.
        var rows = new SparseRows([0, 1, 2], [0, 0], [1f, -1f]);
        foreach (var trainer in new[] { "svm", "lr" })
        {
            var fitted = TextTrainers.Named(trainer).Train(rows, [true, false], 1, 2, 1, CancellationToken.None);
            double w = fitted.Weights[0];
            var gradient = trainer == "svm" ? w - 2 * 2 * 2 * Math.Max(0, 1 - w) : w - 2 * 2 / (1 + Math.Exp(w));
            Assert.Equal(0, gradient, 0.1);
            Assert.Equal(0, fitted.Bias, 0.05);
        }
    }

    [Fact]
    public void Texts_of_one_group_are_never_on_both_sides_of_a_fold()
    {
        var texts = Enumerable.Range(0, 200).Select(i => new LabelledText($"文本{i}", ["甲"], i % 3 == 0 ? [$"g{i % 20}", $"g{i % 7}"] : [$"g{i % 20}"])).ToList();
        var plan = FoldPlan.Of(texts, 5, 1);
        Assert.Equal(200, Enumerable.Range(0, 5).Sum(f => plan.Held(f).Length));
        for (var f = 0; f < 5; f++)
        {
            var held = plan.Held(f).Select(i => texts[i].Groups![0]).ToHashSet();
            Assert.DoesNotContain(plan.Train(f), i => texts[i].Groups!.Any(held.Contains));
        }
    }

    [Fact]
    public void Labelling_a_file_gives_every_text_a_row_and_no_formula()
    {
        var model = TextModelTests.Train(new TextTrainingOptions());
        var input = Write("in.csv", "id,text\n1,学校食堂涨价了\n2,\n3,河里污水怎么管\n");
        var result = TextFileLabelling.Run(model, input, "text", _folder.File("out.csv"));
        Assert.Equal(2, result.Texts);
        var lines = File.ReadAllLines(_folder.File("out.csv"));
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("2,教育", lines[1]);
        Assert.StartsWith("4,环境", lines[2]);
    }

    private static string Refusal(string path, string text, string label) =>
        Assert.Throws<TextDataException>(() => LabelledCsv.Read(path, text, label)).Message;

    private static (TextModel Model, TextTrainingResult Result) Train(string path) =>
        TextTraining.Train(path, "t", "l", TextTrainingOptions.ShortTexts, null, "t", TimeProvider.System);

    private string Write(string name, string content)
    {
        File.WriteAllText(_folder.File(name), content);
        return _folder.File(name);
    }
}
