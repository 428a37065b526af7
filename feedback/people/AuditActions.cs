namespace QualityInsight.Feedback;

/// <summary>What the access audit records; the stored words. A new one is added to <see cref="All"/> too.</summary>
public static class AuditActions
{
    /// <summary>查看: the page of a case was opened; once an account, case and day (<see cref="ViewLog"/>).</summary>
    public const string View = "VIEW";
    /// <summary>导出: rows left the program as a file.</summary>
    public const string Export = "EXPORT";
    /// <summary>转发: a citizen's link was handed out on paper.</summary>
    public const string Forward = "FORWARD";
    /// <summary>发送: a citizen's contact data were opened to send a message to that very citizen.</summary>
    public const string Send = "SEND";
    /// <summary>重发: a report letter was sent once more.</summary>
    public const string SendAgain = "SEND_AGAIN";
    /// <summary>查看联系方式: contact data were shown.</summary>
    public const string Reveal = "REVEAL";
    /// <summary>Contact data were asked for where none are kept.</summary>
    public const string RevealNothing = "REVEAL_NOTHING";
    /// <summary>A file of a case was downloaded.</summary>
    public const string Evidence = "EVIDENCE";
    /// <summary>Other bad reviews of a case's citizen were shown.</summary>
    public const string History = "HISTORY";
    /// <summary>An account was made or changed.</summary>
    public const string Account = "ACCOUNT";
    /// <summary>A policy was put in force.</summary>
    public const string Policy = "POLICY";
    /// <summary>A calendar was loaded.</summary>
    public const string Calendar = "CALENDAR";
    /// <summary>A program's token was made.</summary>
    public const string TokenMake = "TOKEN_MAKE";
    /// <summary>A program's token was revoked.</summary>
    public const string TokenRevoke = "TOKEN_REVOKE";
    /// <summary>A program asked SQL by its token.</summary>
    public const string TokenSql = "TOKEN_SQL";
    /// <summary>A program read a metric by its token.</summary>
    public const string TokenMetric = "TOKEN_METRIC";
    /// <summary>A step was started by hand.</summary>
    public const string JobRun = "JOB_RUN";
    /// <summary>A step's schedule was paused.</summary>
    public const string JobPause = "JOB_PAUSE";
    /// <summary>A step's schedule was taken up again.</summary>
    public const string JobResume = "JOB_RESUME";
    /// <summary>A run was asked to stop.</summary>
    public const string JobStop = "JOB_STOP";

    /// <summary>All of them, in the order a list offers them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Reveal, RevealNothing, View, Export, Forward, Send, Evidence, History, SendAgain, Account, Policy, Calendar,
        TokenMake, TokenRevoke, TokenSql, TokenMetric, JobRun, JobPause, JobResume, JobStop,
    ];
}
