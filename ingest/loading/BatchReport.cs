namespace QualityInsight.Ingest;

/// <summary>Why rows were refused.</summary>
/// <param name="Reason">The word, such as unmapped_code.</param>
/// <param name="Count">How many rows.</param>
/// <param name="ExampleLine">Line of the first.</param>
/// <param name="ExampleColumn">Its column; empty where it is the whole row.</param>
/// <param name="ExampleValue">Its value, masked.</param>
/// <param name="Detail">A sentence on it.</param>
public sealed record RefusalCount(string Reason, long Count, long ExampleLine, string ExampleColumn, string ExampleValue, string Detail);

/// <summary>What became of the rows of one output. <c>RowsIn = Loaded + Duplicate + Quarantined</c>, always.</summary>
public sealed record BatchReport
{
    /// <summary>The batch's number in the warehouse.</summary>
    public required long Batch { get; init; }

    /// <summary>The profile's source.</summary>
    public required string Feed { get; init; }

    /// <summary>The profile's name.</summary>
    public required string Profile { get; init; }

    /// <summary>The entity.</summary>
    public required string Entity { get; init; }

    /// <summary>The file, without its folder.</summary>
    public required string File { get; init; }

    /// <summary>Rows of this output.</summary>
    public required long RowsIn { get; init; }

    /// <summary>New facts.</summary>
    public required long Loaded { get; init; }

    /// <summary>Known already, with the same content.</summary>
    public required long Duplicate { get; init; }

    /// <summary>Refused, with reasons.</summary>
    public required long Quarantined { get; init; }

    /// <summary>Rows that repeat a thing exactly (distinct_on); in no other count.</summary>
    public long Folded { get; init; }

    /// <summary>Rows that the profile says are no rows of this output; in no other count.</summary>
    public long Skipped { get; init; }

    /// <summary>Values emptied by rules while their rows were kept.</summary>
    public IReadOnlyList<NulledValue> Nulled { get; init; } = [];

    /// <summary>Reasons of refusal, most frequent first.</summary>
    public IReadOnlyList<RefusalCount> Reasons { get; init; } = [];

    /// <summary>What a person should look at, such as <c>direction_probably_reversed</c>.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The earliest event loaded, wall clock of the profile's zone.</summary>
    public DateTime? FirstEvent { get; init; }

    /// <summary>The latest event loaded.</summary>
    public DateTime? LastEvent { get; init; }

    /// <summary>What is to be said besides, such as the earlier batch of the same file.</summary>
    public string? Note { get; init; }
}

/// <summary>What became of a file: one batch an output, in the order of the profile.</summary>
/// <param name="File">The file, without its folder.</param>
/// <param name="Profile">The profile's name.</param>
/// <param name="Batches">One an output.</param>
/// <param name="HeadlineIndex">Which of them stands for the file.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Encoding">The encoding found.</param>
public sealed record IngestReport(string File, string Profile, IReadOnlyList<BatchReport> Batches, int HeadlineIndex, double Seconds, string Encoding)
{
    /// <summary>The batch that stands for the file: every row of it is in its counts.</summary>
    public BatchReport Headline => Batches[HeadlineIndex];
}

/// <summary>How far a load got.</summary>
/// <param name="Stage">reading, checking, loading or done.</param>
/// <param name="BytesRead">Bytes of the file read.</param>
/// <param name="BytesTotal">Bytes of the file.</param>
/// <param name="Rows">Rows read.</param>
/// <param name="Quarantined">Rows refused so far.</param>
public sealed record IngestProgress(string Stage, long BytesRead, long BytesTotal, long Rows, long Quarantined);
