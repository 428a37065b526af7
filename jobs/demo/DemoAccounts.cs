using QualityInsight.Feedback;
using QualityInsight.Jobs.Host;

namespace QualityInsight.Jobs.Demo;

/// <summary>An account a role for people who try the demo. One password, printed at the end; never made outside a demo folder.</summary>
internal static class DemoAccounts
{
    public const string Password = "linlan-2026";

    private const int HandedOver = 8;

    /// <summary>Makes the accounts: city-wide roles, and a handler and a leader of the unit with most open cases.</summary>
    public static async Task<IReadOnlyList<NewAccount>> Make(FeedbackRoom operations, CancellationToken cancellation)
    {
        var open = await operations.Desk.QueueAsync(new QueueQuery { View = QueueView.Open, PageSize = 500 }, Actor.System, cancellation);
        var unit = open.Rows.Where(r => r.OrgCode is not null).GroupBy(r => r.OrgCode!)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).FirstOrDefault();
        string[] own = unit is null ? [] : [unit], all = [Accounts.Everything];
        NewAccount[] accounts =
        [
            new("intake", "差评受理员（演示）", [Role.IntakeClerk], null, all),
            new("handler", "承办人（演示）", [Role.Handler], unit, own),
            new("leader", "部门负责人（演示）", [Role.UnitLeader], unit, own),
            new("appeals", "申诉复核员（演示）", [Role.AppealReviewer], null, all),
            new("supervisor", "督办员（演示）", [Role.Supervisor], null, all),
            new("manager", "管理者（演示）", [Role.Manager], null, all),
            new("analyst", "数据分析员（演示）", [Role.Analyst], null, all),
            new("auditor", "审计员（演示）", [Role.Auditor], null, all),
            new("admin", "系统管理员（演示）", [Role.Administrator], null, all),
        ];
        await operations.Accounts.CreateWithHashAsync(accounts, Passwords.Hash(Password), cancellation);
        await HandOver(operations, open.Rows.Where(r => r.OrgCode == unit && unit is not null), cancellation);
        return accounts;
    }

    /// <summary>The unit's leader gives the latest open cases to the handler, so that "mine" has work in it.</summary>
    private static async Task HandOver(FeedbackRoom operations, IEnumerable<CaseView> cases, CancellationToken cancellation)
    {
        var leader = await operations.Accounts.FindAsync("leader", cancellation);
        foreach (var row in cases.OrderByDescending(r => r.CaseNo, StringComparer.Ordinal).Take(HandedOver))
            await operations.Desk.ExecuteAsync(row.CaseNo, row.Seq, new AssignHandler("handler"), leader!, cancel: cancellation); // one that cannot be given stays
    }
}
