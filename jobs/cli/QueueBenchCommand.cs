using System.CommandLine;
using System.Globalization;
using QualityInsight.Jobs.Bench;

namespace QualityInsight.Jobs.Cli;

/// <summary><c>qi bench queue</c>: many people at the desk at once, over a store of a big city's size.</summary>
internal static class QueueBenchCommand
{
    private static readonly (string Kind, string Name, double Target)[] Kinds = [("list", "list", 100), ("case", "case page", 80), ("action", "durable action", 60), ("beside", "beside", double.PositiveInfinity)];

    public static Command Create()
    {
        var open = new Option<int>("--open") { Description = "Open cases.", DefaultValueFactory = _ => 100_000 };
        var closed = new Option<int>("--closed") { Description = "Closed cases.", DefaultValueFactory = _ => 1_000_000 };
        var handlers = new Option<int>("--handlers") { Description = "People at the desk at the same time.", DefaultValueFactory = _ => 50 };
        var seconds = new Option<int>("--seconds") { Description = "How long they work.", DefaultValueFactory = _ => 60 };
        var think = new Option<int>("--think") { Description = "Milliseconds a person waits between two clicks, on average (exponential). Three clicks make an action.", DefaultValueFactory = _ => 1000 };
        var postgres = new Option<string?>("--postgres") { Description = "A connection string (of an empty database), or auto: a PostgreSQL of its own. Without it: SQLite." };
        var folder = new Option<string?>("--store") { Description = "Where prepared stores are kept and found again; without it a folder among the temporary files." };
        var fresh = new Option<bool>("--fresh") { Description = "Prepare the store anew even where there is one." };
        return new Command("queue", "People at the desk over 1.1 million cases: lists, case pages, durable actions.") { open, closed, handlers, seconds, think, postgres, folder, fresh }.Does(async (parsed, cancellation) =>
        {
            var options = new QueueBenchOptions(
                parsed.GetValue(open), parsed.GetValue(closed), parsed.GetValue(handlers), parsed.GetValue(seconds),
                TimeSpan.FromMilliseconds(parsed.GetValue(think)), parsed.GetValue(postgres),
                parsed.GetValue(folder) is { } named ? Directory.CreateDirectory(Path.GetFullPath(named)).FullName : BenchStore.Folder, parsed.GetValue(fresh));
            var result = await QueueBench.RunAsync(options, TimeProvider.System, cancellation);
            Print(options, result);
            return result.Lost == 0 && result.Errors == 0 ? ExitCode.Done : ExitCode.Refused;
        });
    }

    private static void Print(QueueBenchOptions o, QueueBenchResult r)
    {
        void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
        Console.WriteLine(BenchCommand.Machine);
        Line($"queue on {r.Engine}, {o.Open:N0} open + {o.Closed:N0} closed cases, {o.Handlers} people, {o.Seconds} s; the real desk over HTTP on loopback, client and server in one process, no serving file (the case page reads no facts of the matter)");
        Line($"  each person: list, case, action, case again, list …, an exponential pause of {o.Think.TotalMilliseconds:F0} ms on average before every click (an action about every {3 * o.Think.TotalSeconds:F1} s), with the signs and counters a browser asks for beside");
        foreach (var (kind, name, target) in Kinds)
        {
            var (n, p50, p95, p99) = r.Of(kind);
            Line($"  {name,-15} n = {n,7:N0}   p50 {p50,7:F1} ms   p95 {p95,7:F1} ms{(double.IsPositiveInfinity(target) ? "" : $" (target {target:F0}{(p95 <= target ? "" : ", missed")})")}   p99 {p99,7:F1} ms");
        }
        var (probes, disk50, disk95, disk99) = r.Disk.Of(DiskProbe.Kind);
        Line($"  {"the disk alone",-15} n = {probes,7:N0}   p50 {disk50,7:F1} ms   p95 {disk95,7:F1} ms   p99 {disk99,7:F1} ms: 4 kB made durable, every 100 ms meanwhile, in the store's folder");
        Line($"  {r.PerSecond:F0} requests/s, {r.Busy:F2} cores busy ({r.CpuPerRequest:F1} ms of processor a request, client and server together), errors: {r.Errors}, refused (somebody was first): {r.Of("refused").N}");
        Line($"  without any pause: {r.FreePerSecond:F0} requests/s; acknowledged actions of both: {r.Acknowledged:N0}, lost events: {r.Lost}");
        Line($"  one request at a time, nobody else there (mean of 150; time is the median):");
        foreach (var c in r.Alone)
            Line($"    {c.Name,-16} {c.Milliseconds,6:F1} ms   processor {c.Cpu,6:F1} ms   statements {c.Statements,5:F1}   allocated {c.Kilobytes,7:N0} kB");
        var (own, page) = (r.Alone.First(c => c.Name == QueueBench.OwnListName), r.Of("case"));
        Line($"  the bare SQL of the own unit's list: p50 {r.Floor:F2} ms; ratio {own.Milliseconds / r.Floor:F1}");
        Line($"  open cases read into memory in {r.FirstSeconds:F1} s at the first question");
        var (list, action) = (r.Of("list"), r.Of("action"));
        Line($"| `qi bench queue{(o.Postgres is null ? "" : " --postgres auto")}{(o.Think.TotalMilliseconds == 1000 ? "" : $" --think {o.Think.TotalMilliseconds:F0}")}` ({r.Engine}; {o.Open / 1000:N0} k open + {o.Closed / 1000:N0} k closed, {o.Handlers} people, {o.Seconds} s; n = {list.N:N0} + {page.N:N0} + {action.N:N0}) | p95: list **{list.P95:F0} ms**, case page **{page.P95:F0} ms**, action **{action.P95:F0} ms**; {r.PerSecond:F0} requests/s with pauses, {r.FreePerSecond:F0} without, {r.Errors} errors, {r.Lost} lost; bare SQL of the list {r.Floor:F1} ms, list alone {own.Milliseconds:F1} ms ({own.Milliseconds / r.Floor:F1}×); the disk itself p95 {disk95:F1}, p99 {disk99:F1} ms | ≤ 100, 80, 60 ms, 0, 0 |");
    }
}
