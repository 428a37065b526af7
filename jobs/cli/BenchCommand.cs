using System.CommandLine;
using System.Globalization;
using QualityInsight.Analytics.Texts;
using QualityInsight.City;
using QualityInsight.Ingest;
using QualityInsight.Jobs.Demo;
using QualityInsight.Jobs.Host;
using QualityInsight.Jobs.Pipeline;

namespace QualityInsight.Jobs.Cli;

/// <summary><c>qi bench</c>: benchmarks against named peers, measured in the same run.</summary>
internal static class BenchCommand
{
    public static Command Create()
    {
        var command = new Command("bench", "Benchmarks against named peers.");
        command.Subcommands.Add(Ingest());
        command.Subcommands.Add(Texts());
        command.Subcommands.Add(QueueBenchCommand.Create());
        command.Subcommands.Add(ScaleBenchCommand.Create());
        command.Subcommands.Add(Report());
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

    private static Command Report()
    {
        var reports = new Option<int>("--reports") { Description = "Org-scoped weekly reports to make.", DefaultValueFactory = _ => 100 };
        var scale = new Option<double>("--scale") { Description = "Size of the demo city that is made first where the data folder holds none.", DefaultValueFactory = _ => 10 };
        var workers = new Option<int>("--workers") { Description = "Reports at once, ours and the peer's alike.", DefaultValueFactory = _ => 2 };
        return new Command("report", "Weekly reports, HTML and PDF, against Chromium's bare print of the same finished pages.") { reports, scale, workers }.Does(async (parsed, cancellation) =>
        {
            var deployment = parsed.Deployment();
            if (!File.Exists(deployment.ServingFile))
                await new DemoRun(deployment, new CityOptions { Folder = Path.Combine(deployment.Root, "feeds"), Scale = parsed.GetValue(scale), Weeks = 54 }).Run(cancellation);
            var time = DemoClock.Of(deployment);
            var r = await ReportBench.Run(deployment, time, ReportCommand.LastFullWeek(time), parsed.GetValue(reports), parsed.GetValue(workers), cancellation);
            Console.WriteLine(Machine);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"weekly reports, n = {r.Reports} of {r.Orgs} units, {parsed.GetValue(workers)} at once: {r.OwnSeconds / r.Reports:F2} s a report (asking {r.QuestionSeconds / r.Reports:F2} s each), bare print {r.PeerSeconds / r.Reports:F2} s, ratio {r.Ratio:F2}"));
            return ExitCode.Done;
        });
    }

    internal static string Machine => string.Create(CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1_073_741_824.0:F0} GB, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}, .NET {Environment.Version}");
}
