using System.Globalization;
using System.Text;

namespace QualityInsight.City;

/// <summary>A corpus that was written.</summary>
/// <param name="TrainFile">Full path of the training rows.</param>
/// <param name="TestFile">Full path of the held-out rows.</param>
/// <param name="TrainRows">Training rows.</param>
/// <param name="TestRows">Held-out rows.</param>
public sealed record LabelledCorpus(string TrainFile, string TestFile, int TrainRows, int TestRows);

/// <summary>Labelled texts of the made-up city, for training and testing the classification of service problems.</summary>
public static class CityTexts
{
    /// <summary>
    /// Writes <c>texts-train.csv</c> and <c>texts-test.csv</c>: columns text, labels (P01 … P13, P99 separated by
    /// <c>|</c>; empty for praise), polarity (NEGATIVE, NEUTRAL, POSITIVE), style, templates (separated by <c>|</c>). No
    /// sentence template of the test file is used in the training file. UTF-8, comma, rows distinct by text.
    /// </summary>
    /// <param name="folder">The folder to write into; made if absent.</param>
    /// <param name="rows">Rows of both files together; fewer are written where the templates give no more distinct texts.</param>
    /// <param name="seed">The seed of every draw; the same seed gives the same files.</param>
    /// <param name="cancel">Stops the writing.</param>
    public static LabelledCorpus WriteLabelled(string folder, int rows = 6000, int seed = 1, CancellationToken cancel = default)
    {
        Directory.CreateDirectory(folder);
        var maker = new TextMaker();
        var world = World.Build(1);
        var train = Path.Combine(folder, "texts-train.csv");
        var test = Path.Combine(folder, "texts-test.csv");
        return new LabelledCorpus(train, test,
            WriteSplit(train, maker, world, seed, rows * 3 / 4, isTest: false, cancel),
            WriteSplit(test, maker, world, seed, rows - (rows * 3 / 4), isTest: true, cancel));
    }

    private static int WriteSplit(string file, TextMaker maker, World world, int seed, int rows, bool isTest, CancellationToken cancel)
    {
        var dice = Dice.Of(seed, "corpus", isTest ? 1 : 0);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        using var writer = new StreamWriter(file, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        writer.WriteLine("text,labels,polarity,style,templates");
        for (var tries = 0; seen.Count < rows && tries < rows * 10; tries++)
        {
            cancel.ThrowIfCancellationRequested();
            var item = dice.Pick(world.Items).Name;
            var hall = dice.Pick(world.Halls).Name;
            var text = dice.Unit() switch
            {
                < 0.18 => maker.Praise(dice, item, hall, isTest),
                < 0.22 => maker.Neutral(dice, item, hall, isTest),
                _ => maker.Complaint(dice, Problems(dice), item, hall, isTest),
            };
            if (!seen.Add(text.Text))
                continue;
            writer.WriteLine(string.Join(',', Cell(text.Text), string.Join('|', text.Labels), text.Polarity, text.Style, string.Join('|', text.Templates)));
        }
        return seen.Count;
    }

    private static string[] Problems(Dice dice)
    {
        var first = dice.Pick(TextMaker.ProblemCodes);
        if (first == "P99" || dice.Chance(0.75))
            return [first];
        var second = dice.Pick(TextMaker.ProblemCodes);
        return second == first || second == "P99" ? [first] : [first, second];
    }

    private static string Cell(string text) =>
        text.AsSpan().IndexOfAny(',', '"', '\n') < 0 ? text : string.Create(CultureInfo.InvariantCulture, $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
}
