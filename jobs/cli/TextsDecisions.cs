using System.CommandLine;
using System.Globalization;
using System.Text;
using CsvHelper;
using QualityInsight.Jobs.Host;

namespace QualityInsight.Jobs.Cli;

/// <summary><c>qi texts decisions</c>: what people decided about labels on the case page, as a file to train on.</summary>
internal static class TextsDecisions
{
    public static Command Create()
    {
        var output = new Option<string>("--out") { Description = "The CSV file to write: source, review_no, text (masked), labels separated by |.", Required = true };
        return new Command("decisions", "Writes the labels people confirmed or corrected, for qi texts train --text text --label labels.") { output }
            .Does(async (parsed, cancellation) =>
            {
                using var operations = await Operations.Open(parsed.Deployment(), TimeProvider.System, cancellation);
                var path = parsed.GetRequiredValue(output);
                var rows = 0;
                using (var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
                using (var csv = CsvWriter.Create(writer, CsvWriterOptions.Default with { Injection = CsvInjection.Escape, NewLine = "\n" }, leaveOpen: true))
                {
                    CsvOut.Record(csv, ["source", "review_no", "text", "labels"]);
                    await foreach (var row in operations.Labels.ExportAsync(cancellation))
                    {
                        CsvOut.Record(csv, [row.Source, row.ReviewNo, row.Text, string.Join('|', row.Labels)]);
                        rows++;
                    }
                }
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {rows:N0} texts somebody decided on"));
                return ExitCode.Done;
            });
    }
}
