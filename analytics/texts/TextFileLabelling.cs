using System.Diagnostics;
using System.Globalization;
using CsvHelper;

namespace QualityInsight.Analytics.Texts;

/// <summary>What labelling a file did; serialises to the output of <c>qi texts label --file --json</c>.</summary>
public sealed record FileLabellingResult(string Model, int Texts, int Labelled, int Abstained, double Seconds);

/// <summary>Labels the texts of a CSV file into another one, for who works without the warehouse.</summary>
public static class TextFileLabelling
{
    /// <summary>
    /// Writes one row a text: line (of the input), labels (separated by <c>|</c>), probability (of the most probable
    /// label), to_person (true where the model is not sure), evidence (n-grams with their weights). UTF-8 with byte
    /// order mark; cells a spreadsheet would run as formulas are made harmless. Texts are not repeated.
    /// </summary>
    public static FileLabellingResult Run(TextModel model, string inputPath, string textColumn, string outputPath,
        IProgress<TextProgress>? progress = null, CancellationToken ct = default)
    {
        var clock = Stopwatch.StartNew();
        var csv = LabelledCsv.Read(inputPath, textColumn, null, ct: ct);
        int labelled = 0, abstained = 0;
        using (var file = File.Create(outputPath))
        using (var writer = CsvWriter.Create(file, new CsvWriterOptions { Injection = CsvInjection.Escape, WriteByteOrderMark = true }, leaveOpen: true))
        {
            writer.WriteRecord(["line", "labels", "probability", "to_person", "evidence"]);
            for (var i = 0; i < csv.Texts.Count; i++)
            {
                if (i % 1000 == 0)
                {
                    ct.ThrowIfCancellationRequested();
                    progress?.Report(new TextProgress("labelling texts", i, csv.Texts.Count));
                }
                var prediction = model.Predict(csv.Texts[i].Text, evidence: 5);
                if (prediction.Abstained) abstained++;
                else if (prediction.Labels.Count > 0) labelled++;
                writer.WriteRecord([
                    csv.Lines[i].ToString(CultureInfo.InvariantCulture),
                    prediction.Abstained ? "" : string.Join('|', prediction.Labels.Select(l => l.Label)),
                    prediction.Candidates[0].Probability.ToString("0.0000", CultureInfo.InvariantCulture),
                    prediction.Abstained ? "true" : "false",
                    string.Join(' ', prediction.Candidates[0].Evidence.Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Ngram}:{e.Weight:0.00}"))),
                ]);
            }
        }
        return new FileLabellingResult(model.Header.Id, csv.Texts.Count, labelled, abstained, clock.Elapsed.TotalSeconds);
    }
}
