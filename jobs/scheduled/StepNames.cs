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
    /// <summary>Writes notices, summaries and citizens' messages.</summary>
    public const string Notify = "notify";
    /// <summary>Sends what lies in the outbox.</summary>
    public const string Deliver = "deliver";
    /// <summary>Copies case events into the warehouse.</summary>
    public const string Mirror = "mirror";
    /// <summary>Publishes the serving file.</summary>
    public const string Publish = "publish";
    /// <summary>Writes and sends last week's report.</summary>
    public const string Weekly = "weekly";
    /// <summary>Writes and sends yesterday's flash.</summary>
    public const string Daily = "daily";
    /// <summary>Writes and sends last month's bulletin.</summary>
    public const string Bulletin = "bulletin";
    /// <summary>Sends report letters that wait.</summary>
    public const string Letters = "letters";
    /// <summary>Looks at every alert.</summary>
    public const string Alerts = "alerts";
    /// <summary>Trains the text model anew from what people decided.</summary>
    public const string Retrain = "retrain";
    /// <summary>Copies both stores.</summary>
    public const string Backup = "backup";
    /// <summary>Forgets what is older than stated.</summary>
    public const string Retention = "retention";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Ingest, Flag, Label, Route, Sweep, Notify, Deliver, Mirror, Publish, Weekly, Daily, Bulletin, Letters,
        Alerts, Retrain, Backup, Retention];
}
