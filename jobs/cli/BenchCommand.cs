using System.CommandLine;
using System.Globalization;
using QualityInsight.Analytics.Texts;
using QualityInsight.Ingest;

namespace QualityInsight.Jobs.Cli;

/// <summary><c>qi bench</c>: benchmarks against named peers, measured in the same run.</summary>
internal static class BenchCommand
{
    public static Command Create()
    {
        var command = new Command("bench", "Benchmarks against named peers.");
        command.Subcommands.Add(Ingest());
        command.Subcommands.Add(Texts());
        return command;
    }

    private static Command Ingest()
    {
        var rows = new Option<int>("--rows") { Description = "Rows of the generated file.", DefaultValueFactory = _ => 1_000_000 };
        var shape = new Option<string>("--shape") { Description = "visits (20 typed columns) or reviews (masked, hashed).", DefaultValueFactory = _ => "visits" };
        shape.AcceptOnlyFromAmong("visits", "reviews");
        return new Command("ingest", "The ingest against DuckDB's bare read_csv with types and no checks.") { rows, shape }.Does((parsed, cancellation) =>
        {
            var folder = Directory.CreateTempSubdirectory("qi-bench-");
            try
            {
                var r = IngestBench.Run(folder.FullName, parsed.GetRequiredValue(shape), parsed.GetValue(rows), TimeProvider.System, cancel: cancellation);
                Console.WriteLine(Machine);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"ingest {r.Shape}, n = {r.Rows:N0} rows ({r.Bytes / 1_048_576.0:F0} MB), best of 3: read_csv {r.PeerSeconds:F2} s, ingest {r.OwnSeconds:F2} s ({r.RowsPerSecond:N0} rows/s), ratio {r.Ratio:F2}"));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
            return Task.FromResult(ExitCode.Done);
        });
    }

    private static Command Texts()
    {
        var file = new Option<string>("--file") { Description = "A labelled CSV file.", Required = true };
        var text = new Option<string>("--text") { Description = "The column that holds the text.", Required = true };
        var label = new Option<string>("--label") { Description = "The column that holds the label.", Required = true };
        return new Command("texts", "Our text models against scikit-learn's LinearSVC (where python3 has it).") { file, text, label }.Does((parsed, cancellation) =>
        {
            var r = TextBench.Run(parsed.GetRequiredValue(file), parsed.GetRequiredValue(text), parsed.GetRequiredValue(label), TimeProvider.System, new TextBar(), cancellation);
            Console.WriteLine(Machine);
            foreach (var line in r.Ours.Concat(r.Peer is { } peer ? [peer] : []))
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{line.Name}: accuracy {line.Accuracy:F4}, macro-F1 {line.MacroF1:F4}, training {line.TrainSeconds:F1} s, {line.TextsPerSecond:N0} texts/s (n = {r.Train:N0} + {r.Test:N0})"));
            Console.WriteLine(r.PeerAbsent ?? string.Create(CultureInfo.InvariantCulture, $"macro-F1 {r.MacroF1Difference:+0.0000;-0.0000} against the peer, speed ratio {r.SpeedRatio:F2}"));
            return Task.FromResult(ExitCode.Done);
        });
    }

    private static string Machine => string.Create(CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1_073_741_824.0:F0} GB, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}, .NET {Environment.Version}");
}
