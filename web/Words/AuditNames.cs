using QualityInsight.Feedback;

namespace QualityInsight.Web.Words;

/// <summary>What is written into the access audit, in words.</summary>
internal static class AuditNames
{
    public static Text Of(string action) => action switch
    {
        AuditActions.Reveal => new("查看联系方式", "saw contact data"),
        AuditActions.RevealNothing => new("查询联系方式（无记录）", "asked for contact data (none kept)"),
        AuditActions.View => new("打开工单", "opened the case"),
        AuditActions.Export => new("导出", "exported"),
        AuditActions.Forward => new("转交评价链接（纸质）", "handed out the rating link on paper"),
        AuditActions.Send => new("使用联系方式发送消息", "used contact data to send a message"),
        AuditActions.Evidence => new("下载附件", "downloaded a file"),
        AuditActions.History => new("查看该群众的其他差评", "saw the citizen's other reviews"),
        AuditActions.SendAgain => new("重发报告邮件", "sent a report letter again"),
        AuditActions.Account => new("更改账号", "changed an account"),
        AuditActions.Policy => new("启用规则", "put a policy in force"),
        AuditActions.Calendar => new("载入日历", "loaded a calendar"),
        AuditActions.TokenMake => new("生成令牌", "made a token"),
        AuditActions.TokenRevoke => new("吊销令牌", "revoked a token"),
        AuditActions.TokenSql => new("令牌查询", "asked by token"),
        AuditActions.TokenMetric => new("令牌取指标", "read a metric by token"),
        AuditActions.JobRun => new("手动运行步骤", "started a step"),
        AuditActions.JobPause => new("暂停步骤", "paused a step"),
        AuditActions.JobResume => new("恢复步骤", "resumed a step"),
        AuditActions.JobStop => new("停止运行", "stopped a run"),
        _ => new(action, action),
    };
}
