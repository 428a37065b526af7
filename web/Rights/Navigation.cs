using System.Security.Claims;
using QualityInsight.Feedback;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Rights;

/// <summary>A link of the main navigation.</summary>
internal sealed record NavigationLink(string Id, string Href, Text Name, Right Right);

/// <summary>What stands at the head of every page: only what the reader may open.</summary>
internal static class Navigation
{
    private static readonly NavigationLink[] All =
    [
        new("queue", "/cases", Shell.Queue, Right.ReadCases),
        new("register", "/register", RegisterWords.Title, Right.RegisterMatters),
        new("fallback", "/fallback", FallbackWords.Title, Right.ReadCases),
        new("assignment", "/assignment", AssignmentWords.Title, Right.SeeAssignment),
        new("templates", "/templates", DeskWords.Templates, Right.ManageTemplates),
        new("dashboard", "/dashboard", Shell.Dashboard, Right.ReadFigures),
        new("reports", "/reports", ReportWords.Title, Right.ReadReports),
        new("metrics", "/dictionary", Shell.Dictionary, Right.ReadFigures),
        new("data", "/data", Shell.DataQuality, Right.ReadDataQuality),
        new("outbox", "/outbox", NoticeWords.Outbox, Right.ManageOutbox),
        new("sql", "/sql", Shell.Sql, Right.QuerySql),
        new("jobs", "/jobs", Shell.Jobs, Right.ReadJobs),
        new("alerts", "/alerts", Shell.Alerts, Right.ReadAlerts),
        new("audit", "/audit", AuditWords.Title, Right.ReadAudit),
        new("accounts", "/accounts", AccountWords.Title, Right.ManageAccounts),
    ];

    public static IEnumerable<NavigationLink> For(ClaimsPrincipal user)
    {
        var roles = DeskUser.RolesOf(user);
        return All.Where(link => RightsTable.Holds(roles, link.Right));
    }

    /// <summary>Where somebody begins the day: the figures for managers, else the first page open to them; null where none is.</summary>
    public static string? Home(ClaimsPrincipal user) =>
        DeskUser.RolesOf(user).Contains(Role.Manager) ? "/dashboard" : For(user).FirstOrDefault()?.Href;
}
