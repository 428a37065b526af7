namespace QualityInsight.Web.Rights;

/// <summary>
/// Everything a caller of the desk can be allowed to do: a closed list. An endpoint names one of them
/// (<see cref="MayCallAttribute"/>); which role holds which is <see cref="RightsTable"/>.
/// </summary>
public enum Right
{
    /// <summary>Open to everybody without signing in: the log-in page, a citizen's own re-review link, health.</summary>
    Anyone,

    /// <summary>Everybody who is signed in: the start page, one's own account, logging out.</summary>
    SignedIn,

    /// <summary>See the queue and the case pages within one's scope.</summary>
    ReadCases,

    /// <summary>Send a command to a case; which commands, the loop itself decides by role, state and unit.</summary>
    ActOnCases,

    /// <summary>See dashboards and the metric dictionary.</summary>
    ReadFigures,

    /// <summary>Open the masked records behind a figure.</summary>
    OpenRecords,

    /// <summary>See batches, quarantine, freshness and flags.</summary>
    ReadDataQuality,

    /// <summary>Download refused rows (masked) so that they can be mended and sent again.</summary>
    DownloadQuarantine,

    /// <summary>Ask the serving file in SQL, read-only.</summary>
    QuerySql,
}
