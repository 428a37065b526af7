using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using QualityInsight.Jobs.Bench;
using QualityInsight.Warehouse;

namespace QualityInsight.Jobs.Cli;

/// <summary>
/// <c>qi bench scale</c>: the weekly report's data over up to 100 million ratings, as many queue numbers and half as many matters, from
/// a cold start (new process, the file dropped from the page cache), beside the same figures in hand-written DuckDB SQL.
/// </summary>
internal static class ScaleBenchCommand
{
    private const int Rounds = 3;

    public static Command Create()
    {
        var rows = new Option<string>("--rows") { Description = "Ratings, for example 1M, 10M, 100M; separated by commas, one file after the other.", DefaultValueFactory = _ => "1M,10M" };
        var week = new Option<string>("--week") { Description = "Ratings a week; history grows with --rows, a week does not.", DefaultValueFactory = _ => "1M" };
        var memory = new Option<string>("--memory") { Description = "DuckDB's memory limit, as it writes it.", DefaultValueFactory = _ => "4GB" };
        var folder = new Option<DirectoryInfo?>("--folder") { Description = "Where the file is made (about 60 bytes a rating); removed afterwards. Default: the system's temporary folder." };
        var keep = new Option<bool>("--keep") { Description = "Leave the file in --folder, and take the one that is there." };
        var measure = new Option<string?>("--measure") { Description = "For the program's own child processes: the part to time.", Hidden = true };
        return new Command("scale", "The weekly report's data over 100 million ratings, against hand-written DuckDB SQL.") { rows, week, memory, folder, keep, measure }.Does(async (parsed, cancellation) =>
        {
            var limit = parsed.GetRequiredValue(memory);
            if (parsed.GetValue(measure) is { } part)
            {
                Console.WriteLine(JsonSerializer.Serialize(ScaleMeasure.Run(part, parsed.GetValue(folder)!.FullName, limit, cancellation)));
                return ExitCode.Done;
            }
            Console.WriteLine(BenchCommand.Machine);
            Console.WriteLine($"memory limit {limit}; every time is a new process over a file dropped from the page cache, best and worst of {Rounds}");
            var weeks = new List<(string Rows, double Seconds)>();
            foreach (var size in MetricCommand.Split(parsed.GetRequiredValue(rows)))
                weeks.Add((size, await One(size, new ScaleWorld(Count(size), Count(parsed.GetRequiredValue(week))), limit, parsed.GetValue(folder), parsed.GetValue(keep), parsed.GetValue(CommonOptions.Verbose), cancellation)));
            if (weeks.Count > 1)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"one week's part: {string.Join(", ", weeks.Select(w => $"{w.Rows} {w.Seconds:F2} s"))}; largest / smallest history {weeks[^1].Seconds / weeks[0].Seconds:F2} (target 1.5)"));
            return ExitCode.Done;
        });
    }

    private static async Task<double> One(string size, ScaleWorld world, string memory, DirectoryInfo? under, bool keep, bool verbose, CancellationToken cancel)
    {
        var root = under is null ? Directory.CreateTempSubdirectory("qi-scale-") : Directory.CreateDirectory(Path.Combine(under.FullName, "qi-scale-" + size));
        try
        {
            var clock = Stopwatch.StartNew();
            var made = keep && ServingFile.CurrentFile(root.FullName) is { } there ? Taken(there) : world.Make(root.FullName, memory, TimeProvider.System, cancel);
            var file = new FileInfo(made.Path);
            Say($"{size}: {made.Rows["review"]:N0} ratings, {made.Rows["visit"]:N0} queue numbers, {made.Rows["ticket"]:N0} matters, {made.Rows["case_event"]:N0} case events since {world.FirstDay:yyyy-MM-dd}; {file.Length / 1e9:F2} GB, made in {clock.Elapsed.TotalSeconds:F0} s");

            async Task<(ScaleResult Result, string Text)> Time(string part)
            {
                var results = new List<ScaleResult>();
                for (var round = 0; round < Rounds; round++)
                {
                    var cold = PageCache.Drop(file.FullName);
                    if (!cold && round == 0)
                        Say("   (the page cache could not be dropped here: starts are warm)");
                    results.Add(await Child(part, root.FullName, memory, cancel));
                }
                var best = results.MinBy(r => r.Seconds)!;
                return (best, string.Create(CultureInfo.InvariantCulture, $"{best.Seconds:F2} s (to {results.Max(r => r.Seconds):F2})"));
            }

            var report = await Time("report");
            Say($"   all data of the weekly report, with last week, last year and year to date: {report.Text}, {report.Result.Questions} statements (target 5 s at 100M)");
            if (verbose)
                foreach (var line in report.Result.Slowest)
                    Console.WriteLine("      " + line);
            var (ours, peer) = (await Time("figures"), await Time("peer"));
            Agree(ours.Result, peer.Result);
            Say($"   {ours.Result.Figures.Count} figures of its summary: metric layer {ours.Text}, hand-written DuckDB SQL {peer.Text}, ratio {ours.Result.Seconds / peer.Result.Seconds:F2}; all values agree");
            var (week, peerWeek) = (await Time("week"), await Time("peer-week"));
            Agree(week.Result, peerWeek.Result);
            Say($"   one week's part of them: metric layer {week.Text}, hand-written DuckDB SQL {peerWeek.Text}, ratio {week.Result.Seconds / peerWeek.Result.Seconds:F2}");
            return week.Result.Seconds;
        }
        finally
        {
            if (!keep)
                root.Delete(recursive: true);
        }
    }

    private static ServingSnapshot Taken(string file)
    {
        using var reader = ServingReader.OpenFile(file);
        return reader.Snapshot;
    }

    private static void Agree(ScaleResult ours, ScaleResult peer)
    {
        foreach (var (key, value) in peer.Figures)
            if (ours.Figures[key] is var own && (own is null != value is null || Math.Abs((own ?? 0) - (value ?? 0)) > 1e-9 * Math.Max(1, Math.Abs(value ?? 0))))
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{key}: the metric layer says {own}, the hand-written SQL {value}."));
    }

    private static async Task<ScaleResult> Child(string part, string folder, string memory, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(ScaleBenchCommand).Assembly.Location);
        foreach (var argument in new[] { "bench", "scale", "--measure", part, "--folder", folder, "--memory", memory })
            start.ArgumentList.Add(argument);
        using var child = Process.Start(start)!;
        var said = await child.StandardOutput.ReadToEndAsync(cancel);
        await child.WaitForExitAsync(cancel);
        return child.ExitCode == 0
            ? JsonSerializer.Deserialize<ScaleResult>(said)!
            : throw new InvalidOperationException($"The part {part} ended with exit code {child.ExitCode}.");
    }

    private static long Count(string text)
    {
        var factor = char.ToUpperInvariant(text[^1]) switch { 'M' => 1_000_000, 'K' => 1_000, _ => 1 };
        return long.TryParse(factor == 1 ? text : text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0
            ? n * factor : throw new UsageException($"\"{text}\" is no number of rows; write for example 10M");
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static void Say(string text) => Console.WriteLine(text);
}
