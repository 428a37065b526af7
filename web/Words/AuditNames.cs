namespace QualityInsight.Web.Words;

/// <summary>What is written into the access audit, in words.</summary>
internal static class AuditNames
{
    public static Text Of(string action) => action switch
    {
        "REVEAL" => new("查看联系方式", "saw contact data"),
        "REVEAL_NOTHING" => new("查询联系方式（无记录）", "asked for contact data (none kept)"),
        "EVIDENCE" => new("下载附件", "downloaded a file"),
        "HISTORY" => new("查看该群众的其他差评", "saw the citizen's other reviews"),
        "VIEW" => new("查看", "viewed"),
        "EXPORT" => new("导出", "exported"),
        "ACCOUNT" => new("更改账号", "changed an account"),
        "POLICY" => new("启用规则", "put a policy in force"),
        "CALENDAR" => new("载入日历", "loaded a calendar"),
        "TOKEN_MAKE" => new("生成令牌", "made a token"),
        "TOKEN_REVOKE" => new("吊销令牌", "revoked a token"),
        "TOKEN_SQL" => new("令牌查询", "asked by token"),
        "TOKEN_METRIC" => new("令牌取指标", "read a metric by token"),
        "FORWARD" => new("转发", "forwarded"),
        _ => new(action, action),
    };
}
