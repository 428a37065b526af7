using QualityInsight.Analytics.Texts;
using QualityInsight.Testing;
using Xunit.Abstractions;

namespace QualityInsight.Analytics.Tests.Texts;

/// <summary>Public data sets as they are; floors stand a little below what was measured.</summary>
public class RealTextTests(ITestOutputHelper output)
{
    private const string Segmented = "teddyC/dev_segmented_train.csv", Raw = "teddyC/dev_raw_train.csv";
    private const string HotelTrain = "sentiment/dev_chnsenticorp_train.csv", HotelDev = "sentiment/dev_chnsenticorp_dev.csv";
    private const string Delivery = "sentiment/dev_waimai.csv";

    [RealDataFact(Segmented, Raw)]
    public void Matters_of_messages_are_told_in_cross_validation_and_raw_text_is_read_as_well()
    {
        var (model, result) = TextTraining.Train(RealData.PathOf(Segmented), "分词文本", "一级标签",
            new TextTrainingOptions(), null, "matters", TimeProvider.System);
        output.WriteLine($"five-fold: macro F1 {result.MacroF1:f4}, accuracy {result.Accuracy:f4}, {result.Seconds:f1} s, {result.Features} features");
        Assert.True(result.MacroF1 >= 0.925, $"macro F1 {result.MacroF1}");
        Assert.Equal(7, model.Labels.Count);

        // The raw file holds texts of the segmented one, so the model has seen them: this only shows that raw text is
        // read like segmented text. Unseen raw text is the next test.
        var seen = TextEvaluation.Evaluate(model, RealData.PathOf(Raw), "文本", "一级标签");
        output.WriteLine($"raw form of texts trained on: macro F1 {seen.MacroF1:f4}, {seen.TextsPerSecond:f0} texts/s");
        Assert.True(seen.MacroF1 >= 0.96, $"macro F1 {seen.MacroF1}");
    }

    [RealDataFact(Segmented, Raw)]
    public void Model_of_segmented_text_reads_raw_text_it_has_never_seen()
    {
        var segmented = LabelledCsv.Read(RealData.PathOf(Segmented), "分词文本", "一级标签").Texts;
        var raw = LabelledCsv.Read(RealData.PathOf(Raw), "文本", "一级标签").Texts;
        var train = WithoutTextsOf(segmented, raw);
        output.WriteLine($"{segmented.Count - train.Count} of {segmented.Count} segmented texts are in the raw file and left out");
        Assert.InRange(segmented.Count - train.Count, (int)(raw.Count * 0.9), raw.Count * 2);
        var (model, _) = TextTraining.Train(train, new TextTrainingOptions(), "matters", "segmented", TimeProvider.System);
        var unseen = TextEvaluation.Evaluate(model, raw);
        output.WriteLine($"unseen raw text: macro F1 {unseen.MacroF1:f4}, accuracy {unseen.Accuracy:f4}");
        Assert.True(unseen.MacroF1 >= 0.90, $"macro F1 {unseen.MacroF1}");
    }

    [RealDataFact(HotelTrain, HotelDev)]
    public void Sentiment_of_hotel_book_and_notebook_reviews()
    {
        var (model, _) = TextTraining.Train(RealData.PathOf(HotelTrain), "text", "label", new TextTrainingOptions(), null, "sentiment", TimeProvider.System);
        var result = TextEvaluation.Evaluate(model, RealData.PathOf(HotelDev), "text", "label");
        output.WriteLine($"accuracy {result.Accuracy:f4}, {result.TextsPerSecond:f0} texts/s");
        Assert.True(result.Accuracy >= 0.925, $"accuracy {result.Accuracy}");
    }

    [RealDataFact(Delivery)]
    public void Sentiment_of_delivery_reviews_in_cross_validation()
    {
        var (_, result) = TextTraining.Train(RealData.PathOf(Delivery), "text", "label", new TextTrainingOptions(), null, "sentiment", TimeProvider.System);
        output.WriteLine($"accuracy {result.Accuracy:f4}, macro F1 {result.MacroF1:f4}");
        Assert.True(result.Accuracy >= 0.895, $"accuracy {result.Accuracy}");
    }

    /// <summary>Leaves out the segmented texts whose words stand, in order, in one of the raw texts.</summary>
    private static List<LabelledText> WithoutTextsOf(IReadOnlyList<LabelledText> segmented, IReadOnlyList<LabelledText> raw)
    {
        var rawByFour = new Dictionary<string, List<int>>();
        for (var i = 0; i < raw.Count; i++)
            for (var at = 0; at + 4 <= raw[i].Text.Length; at++)
            {
                var gram = raw[i].Text.Substring(at, 4);
                if (!rawByFour.TryGetValue(gram, out var rows)) rawByFour[gram] = rows = [];
                if (rows.Count == 0 || rows[^1] != i) rows.Add(i);
            }
        return [.. segmented.Where(text =>
        {
            var words = text.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var candidates = words.Where(w => w.Length >= 4).SelectMany(w => rawByFour.GetValueOrDefault(w[..4], []))
                .Concat(words.Zip(words.Skip(1), (a, b) => a + b).Where(w => w.Length >= 4).SelectMany(w => rawByFour.GetValueOrDefault(w[..4], [])))
                .GroupBy(i => i).OrderByDescending(g => g.Count()).Take(5).Select(g => g.Key);
            return !candidates.Any(i => InOrder(words, raw[i].Text) > 0.8 * words.Length);
        })];
    }

    private static int InOrder(string[] words, string text)
    {
        int at = 0, found = 0;
        foreach (var word in words)
        {
            var next = text.IndexOf(word, at, StringComparison.Ordinal);
            if (next < 0) continue;
            at = next + word.Length;
            found++;
        }
        return found;
    }
}
