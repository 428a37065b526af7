namespace QualityInsight.Jobs.Scheduled;

/// <summary>What a running step tells: how far it is, and lines for its log. Safe for several threads. No personal data.</summary>
public sealed class StepReport(TimeProvider time)
{
    private const int MostLines = 2_000;
    private readonly Lock _gate = new();
    private readonly List<(DateTime AtUtc, string Text)> _lines = [];
    private int _said;

    /// <summary>How much is done, 0 to 1; null where that is not known.</summary>
    public double? Share { get; private set; }

    /// <summary>What it is at.</summary>
    public string? Doing { get; private set; }

    /// <summary>Says what it is at and how much is done.</summary>
    public void At(double? share, string doing) => (Share, Doing) = (share is { } s ? Math.Clamp(s, 0, 1) : null, doing);

    /// <summary>Adds a line to the log; a log ends after 2,000 lines and says so.</summary>
    public void Say(string line)
    {
        lock (_gate)
            if (_said++ < MostLines)
                _lines.Add((time.GetUtcNow().UtcDateTime, _said == MostLines ? "… the log ends here" : line));
    }

    /// <summary>The lines since the last call.</summary>
    internal IReadOnlyList<(DateTime AtUtc, string Text)> Take()
    {
        lock (_gate)
        {
            var lines = _lines.ToArray();
            _lines.Clear();
            return lines;
        }
    }
}
