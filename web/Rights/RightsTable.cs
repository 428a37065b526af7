using System.Collections.Frozen;
using QualityInsight.Feedback;

namespace QualityInsight.Web.Rights;

/// <summary>Which role holds which right: the one table, walked by a test over every endpoint and role.</summary>
public static class RightsTable
{
    private static readonly FrozenDictionary<Right, Role[]> Holders = new Dictionary<Right, Role[]>
    {
        [Right.ReadCases] = [Role.IntakeClerk, Role.Handler, Role.UnitLeader, Role.AppealReviewer, Role.Supervisor, Role.Manager],
        [Right.ActOnCases] = [Role.IntakeClerk, Role.Handler, Role.UnitLeader, Role.AppealReviewer, Role.Supervisor],
        [Right.RegisterMatters] = [Role.IntakeClerk],
        [Right.SeeAssignment] = [Role.Handler, Role.UnitLeader],
        [Right.RevealContact] = [Role.IntakeClerk, Role.Handler],
        [Right.SeeCitizenHistory] = [Role.IntakeClerk, Role.AppealReviewer],
        [Right.ManageTemplates] = [Role.IntakeClerk, Role.UnitLeader],
        [Right.PrintSlips] = [Role.IntakeClerk],
        [Right.ManageOutbox] = [Role.Administrator],
        [Right.ReadFigures] = [Role.IntakeClerk, Role.Handler, Role.UnitLeader, Role.Supervisor, Role.Manager, Role.Analyst],
        [Right.ReadReports] = [Role.UnitLeader, Role.Supervisor, Role.Manager, Role.Analyst],
        [Right.SendReports] = [Role.Supervisor, Role.Manager, Role.Administrator],
        [Right.OpenRecords] = [Role.UnitLeader, Role.Supervisor, Role.Manager, Role.Analyst],
        [Right.ReadDataQuality] = [Role.Supervisor, Role.Manager, Role.Analyst, Role.Administrator],
        [Right.DownloadQuarantine] = [Role.Analyst, Role.Administrator],
        [Right.QuerySql] = [Role.Analyst],
        [Right.HoldTokens] = [Role.Analyst],
        [Right.ReadJobs] = [Role.Supervisor, Role.Manager, Role.Analyst, Role.Administrator],
        [Right.RunJobs] = [Role.Administrator],
        [Right.ReadAlerts] = [Role.Supervisor, Role.Manager, Role.Analyst, Role.Administrator],
        [Right.MuteAlerts] = [Role.Supervisor, Role.Administrator],
        [Right.ManageAccounts] = [Role.Administrator],
        [Right.ReadAudit] = [Role.Auditor],
        [Right.ReadPolicies] =
        [
            Role.IntakeClerk, Role.Handler, Role.UnitLeader, Role.AppealReviewer, Role.Supervisor, Role.Manager, Role.Analyst, Role.Auditor, Role.Administrator,
        ],
        [Right.DraftPolicies] = [Role.Supervisor, Role.Manager, Role.Administrator],
        [Right.TryPolicies] = [Role.Supervisor, Role.Manager],
        [Right.ActivatePolicies] = [Role.Manager, Role.Administrator],
        [Right.LoadCalendar] = [Role.Manager, Role.Administrator],
    }.ToFrozenDictionary();

    /// <summary>Whether somebody with these roles holds the right. A person without any role holds <see cref="Right.Anyone"/> only.</summary>
    public static bool Holds(IEnumerable<Role> roles, Right right) => right switch
    {
        Right.Anyone => true,
        Right.SignedIn => roles.Any(r => r is not (Role.Reviewer or Role.System)),
        _ => roles.Any(Holders[right].Contains),
    };
}
