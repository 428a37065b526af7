using QualityInsight.Feedback;

namespace QualityInsight.Web.Words;

/// <summary>What roles are called on the screen.</summary>
internal static class RoleNames
{
    public static Text Of(Role role) => role switch
    {
        Role.Reviewer => new("评价人", "Reviewer"),
        Role.IntakeClerk => new("差评受理员", "Intake clerk"),
        Role.Handler => new("承办人", "Handler"),
        Role.UnitLeader => new("部门负责人", "Unit leader"),
        Role.AppealReviewer => new("申诉复核员", "Appeal reviewer"),
        Role.Supervisor => new("督办员", "Supervisor"),
        Role.Manager => new("管理者", "Manager"),
        Role.Analyst => new("数据分析员", "Analyst"),
        Role.Auditor => new("审计员", "Auditor"),
        Role.Administrator => new("系统管理员", "Administrator"),
        Role.System => new("系统", "System"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No name for this role."),
    };
}
