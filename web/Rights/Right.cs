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

    /// <summary>Take matters down by hand at the desk or the counter.</summary>
    RegisterMatters,

    /// <summary>See the unit's loads, absences and rules of assignment; who may change what, the loop decides.</summary>
    SeeAssignment,

    /// <summary>Ask for a citizen's contact data, with a purpose, on record; for which case, the vault decides.</summary>
    RevealContact,

    /// <summary>Ask for a citizen's other bad reviews, on record; for which case and how much of them, the loop decides.</summary>
    SeeCitizenHistory,

    /// <summary>Write reply templates; of which unit, the loop decides.</summary>
    ManageTemplates,

    /// <summary>Print a slip with the citizen's one-time link; for which cases, the loop decides.</summary>
    PrintSlips,

    /// <summary>See the outbox and have dead letters tried again.</summary>
    ManageOutbox,

    /// <summary>See dashboards and the metric dictionary.</summary>
    ReadFigures,

    /// <summary>Read and make reports within one's scope, and say which one wants by mail.</summary>
    ReadReports,

    /// <summary>See what became of report letters, and have one sent again.</summary>
    SendReports,

    /// <summary>Open the masked records behind a figure.</summary>
    OpenRecords,

    /// <summary>See batches, quarantine, freshness and flags.</summary>
    ReadDataQuality,

    /// <summary>Download refused rows (masked) so that they can be mended and sent again.</summary>
    DownloadQuarantine,

    /// <summary>Ask the serving file in SQL, read-only.</summary>
    QuerySql,

    /// <summary>Make, see and revoke tokens for one's own programs.</summary>
    HoldTokens,

    /// <summary>See the steps of the pipeline, their runs and logs.</summary>
    ReadJobs,

    /// <summary>Run, pause, resume and stop steps.</summary>
    RunJobs,

    /// <summary>See alerts, open and past.</summary>
    ReadAlerts,

    /// <summary>Mute alerts.</summary>
    MuteAlerts,

    /// <summary>See accounts, make and change those of others; whose, and what of them, the accounts' own rules decide.</summary>
    ManageAccounts,

    /// <summary>Search the access audit and check its chain.</summary>
    ReadAudit,

    /// <summary>Read the policies that cases live under and the calendar of working days.</summary>
    ReadPolicies,

    /// <summary>Write drafts of policies.</summary>
    DraftPolicies,

    /// <summary>See what a policy would have done to the cases of one's scope.</summary>
    TryPolicies,

    /// <summary>Put a policy in force.</summary>
    ActivatePolicies,

    /// <summary>Load a calendar, after seeing what it moves.</summary>
    LoadCalendar,
}
