using System.Diagnostics;

namespace QualityInsight.Jobs.Bench;

/// <summary>What one request costs while nobody else asks: medians and means of the same request again and again.</summary>
/// <param name="Name">Which request.</param>
/// <param name="Milliseconds">Median time until the answer was read.</param>
/// <param name="Cpu">Mean milliseconds of processor, client and server together.</param>
/// <param name="Statements">Mean number of statements that the mapper sent to the store.</param>
/// <param name="Kilobytes">Mean size of what was allocated, client and server together.</param>
internal sealed record RequestCost(string Name, double Milliseconds, double Cpu, double Statements, double Kilobytes)
{
    private const int WarmUp = 60, Times = 150;

    // Listens from the first request on: the mapper looks for listeners once a second only.
    private static readonly Lazy<StatementCount> Sent = new();

    /// <summary>Asks again and again; every time is a request of its own.</summary>
    public static async Task<RequestCost> OfAsync(string name, Func<Task> ask)
    {
        var statements = Sent.Value;
        for (var i = 0; i < WarmUp; i++)
            await ask();
        GC.Collect();
        var times = new double[Times];
        var (cpu, before, sent) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(), statements.Value);
        for (var i = 0; i < Times; i++)
        {
            var from = Stopwatch.GetTimestamp();
            await ask();
            times[i] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        }
        var bytes = GC.GetTotalAllocatedBytes() - before;
        cpu = Environment.CpuUsage.TotalTime - cpu;
        Array.Sort(times);
        return new(name, times[Times / 2], cpu.TotalMilliseconds / Times, (double)(statements.Value - sent) / Times, bytes / 1024.0 / Times);
    }

    /// <summary>Counts the statements that Entity Framework executes anywhere in the process.</summary>
    private sealed class StatementCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        private const string Executing = "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuting";
        private long _value;

        public StatementCount() => DiagnosticListener.AllListeners.Subscribe(this);

        public long Value => Interlocked.Read(ref _value);

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore")
                value.Subscribe(this, (name, _, _) => name == Executing);
        }

        public void OnNext(KeyValuePair<string, object?> value) => Interlocked.Increment(ref _value);

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
