namespace QualityInsight.Ingest;

/// <summary>Why a whole file was refused.</summary>
public enum RefusalKind
{
    /// <summary>There is no such file.</summary>
    Missing,

    /// <summary>It is a folder.</summary>
    Folder,

    /// <summary>It may not be read.</summary>
    NoAccess,

    /// <summary>It holds nothing.</summary>
    Empty,

    /// <summary>It is not text.</summary>
    Binary,

    /// <summary>Its header lacks columns the profile needs.</summary>
    WrongProfile,

    /// <summary>It has a header and no rows.</summary>
    HeaderOnly,

    /// <summary>A row is longer than the profile allows.</summary>
    RowTooLong,

    /// <summary>The file ends in the middle of its compression.</summary>
    BrokenArchive,

    /// <summary>It changed while it was read.</summary>
    Changed,

    /// <summary>The batch that is to be retried does not exist or had nothing quarantined.</summary>
    NothingToRetry,
}

/// <summary>A file was refused as a whole; nothing of it was loaded.</summary>
public sealed class IngestRefusedException : Exception
{
    /// <summary>Makes the refusal.</summary>
    /// <param name="kind">Why.</param>
    /// <param name="path">Which file.</param>
    /// <param name="message">What happened, with the line where there is one.</param>
    /// <param name="advice">What to do.</param>
    /// <param name="inner">The cause, where a library reported it.</param>
    public IngestRefusedException(RefusalKind kind, string path, string message, string advice, Exception? inner = null)
        : base($"{Path.GetFileName(path)}: {message} {advice}", inner)
    {
        Kind = kind;
        FilePath = path;
        Advice = advice;
    }

    /// <summary>Why.</summary>
    public RefusalKind Kind { get; }

    /// <summary>Which file.</summary>
    public string FilePath { get; }

    /// <summary>What to do.</summary>
    public string Advice { get; }
}
