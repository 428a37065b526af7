using System.Collections.Concurrent;
using System.Diagnostics;

namespace QualityInsight.Jobs.Bench;

/// <summary>Durations by kind, and how many went wrong.</summary>
internal sealed class Measure
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _milliseconds = new(StringComparer.Ordinal);
    private int _errors;

    /// <summary>False while warming up: nothing is kept then.</summary>
    public bool Counts { get; set; }

    /// <summary>Requests that failed.</summary>
    public int Errors => _errors;

    public void Add(string kind, long from, bool right)
    {
        if (!Counts)
            return;
        _milliseconds.GetOrAdd(kind, _ => []).Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        if (!right)
            Interlocked.Increment(ref _errors);
    }

    /// <summary>How many of a kind, and its quantiles in milliseconds.</summary>
    public (int N, double P50, double P95, double P99) Of(string kind)
    {
        double[] sorted = _milliseconds.TryGetValue(kind, out var found) ? [.. found.Order()] : [];
        double At(double share) => sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)];
        return (sorted.Length, At(.5), At(.95), At(.99));
    }

    public int Total => _milliseconds.Values.Sum(b => b.Count);
}
