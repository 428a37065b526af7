namespace QualityInsight.Feedback.Store;

/// <summary>Table <c>job_run</c>: a run of a step of the pipeline.</summary>
public sealed class JobRunRow
{
    /// <summary>Id.</summary>
    public long Id { get; set; }
    /// <summary>Which step.</summary>
    public required string Job { get; set; }
    /// <summary>UTC.</summary>
    public DateTime StartedUtc { get; set; }
    /// <summary>UTC; null while it runs, or where it died.</summary>
    public DateTime? FinishedUtc { get; set; }
    /// <summary>One of <see cref="JobOutcome"/>; null while it runs.</summary>
    public string? Outcome { get; set; }
    /// <summary>What it did, or why not.</summary>
    public string? Detail { get; set; }
    /// <summary>The firing of the schedule it answers, UTC; null where a person asked for it.</summary>
    public DateTime? ScheduledUtc { get; set; }
    /// <summary>Which server ran it.</summary>
    public string? Server { get; set; }
    /// <summary>Who asked for it; null where the schedule did.</summary>
    public string? AskedBy { get; set; }
    /// <summary>Last sign of life, UTC.</summary>
    public DateTime? BeatUtc { get; set; }
    /// <summary>How much is done, 0 to 1; null where that is not known.</summary>
    public double? Share { get; set; }
    /// <summary>What it is at.</summary>
    public string? Doing { get; set; }
    /// <summary>Who asked it to stop.</summary>
    public string? StopAskedBy { get; set; }
}

/// <summary>Table <c>job_line</c>: a line of a run's log.</summary>
public sealed class JobLineRow
{
    /// <summary>The run.</summary>
    public long RunId { get; set; }
    /// <summary>From 1.</summary>
    public int LineNo { get; set; }
    /// <summary>UTC.</summary>
    public DateTime AtUtc { get; set; }
    /// <summary>The line; no personal data.</summary>
    public required string Text { get; set; }
}

/// <summary>What came of a run.</summary>
public static class JobOutcome
{
    /// <summary>It did what it does.</summary>
    public const string Done = "DONE";
    /// <summary>Data or a policy said no; a person can mend it.</summary>
    public const string Refused = "REFUSED";
    /// <summary>A fault of the program or the machine.</summary>
    public const string Failed = "FAILED";
    /// <summary>A person, or the server's end, stopped it.</summary>
    public const string Cancelled = "CANCELLED";
    /// <summary>Its process ended without a word.</summary>
    public const string Died = "DIED";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Done, Refused, Failed, Cancelled, Died];
}
