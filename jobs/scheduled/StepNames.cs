namespace QualityInsight.Jobs.Scheduled;

/// <summary>The steps of the pipeline, in the order a full run takes them.</summary>
public static class StepNames
{
    /// <summary>Loads what lies in the inbox.</summary>
    public const string Ingest = "ingest";
    /// <summary>Runs the integrity rules.</summary>
    public const string Flag = "flag";
    /// <summary>Labels what went wrong with the service.</summary>
    public const string Label = "label";
    /// <summary>Opens cases for bad reviews.</summary>
    public const string Route = "route";
    /// <summary>Cards and overdue marks.</summary>
    public const string Sweep = "sweep";
    /// <summary>Copies case events into the warehouse.</summary>
    public const string Mirror = "mirror";
    /// <summary>Publishes the serving file.</summary>
    public const string Publish = "publish";
    /// <summary>Writes and sends last week's report.</summary>
    public const string Weekly = "weekly";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Ingest, Flag, Label, Route, Sweep, Mirror, Publish, Weekly];
}
