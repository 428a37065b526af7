using QualityInsight.Feedback.Store;

namespace QualityInsight.Web.Words;

/// <summary>The page of alerts.</summary>
internal static class AlertWords
{
    public static readonly Text Title = new("告警", "Alerts");
    public static readonly Text Sub = new("不应出现的情况：出现时通知有关角色，恢复时再通知。", "What must not be so: the roles it concerns are told when it is, and when it is over.");
    public static readonly Text Open = new("未恢复", "Open");
    public static readonly Text AllWell = new("一切正常", "All is well");
    public static readonly Text AllWellWhat = new("没有未恢复的告警。", "No alert is open.");
    public static readonly Text Since = new("自", "Since");
    public static readonly Text Told = new("上次通知", "Told");
    public static readonly Text NotTold = new("静默中，未通知", "muted, nobody was told");
    public static readonly Text Muted = new("静默至 {0}（{1}：{2}）", "muted until {0} ({1}: {2})");
    public static readonly Text Mute = new("静默", "Mute");
    public static readonly Text Unmute = new("取消静默", "Unmute");
    public static readonly Text MuteFor = new("时长", "For");
    public static readonly Text Hours = new("{0} 小时", "{0} hours");
    public static readonly Text Days = new("{0} 天", "{0} days");
    public static readonly Text Whole = new("整个告警（所有对象）", "the whole alert, whatever it is about");
    public static readonly Text Reason = new("原因", "Reason");
    public static readonly Text ReasonNeeded = new("请写明静默原因；未做任何更改。", "Say why it is muted; nothing was changed.");
    public static readonly Text History = new("历史", "History");
    public static readonly Text When = new("时间", "When");
    public static readonly Text Alert = new("告警", "Alert");
    public static readonly Text Event = new("事件", "Event");
    public static readonly Text What = new("情况", "What");
    public static readonly Text NoHistory = new("没有符合条件的记录", "Nothing fits");
    public static readonly Text NoHistoryWhat = new("还没有出现过告警，或筛选条件过窄。", "No alert was ever raised, or the filter is too narrow.");
    public static readonly Text Kept = new("已记录。", "Noted.");
    public static readonly Text Watched = new("正在监视的告警", "What is watched");
    public static readonly Text WholeMuted = new("整个告警已静默", "the whole alert is muted");

    /// <summary>An event's name.</summary>
    public static Text Of(string kind) => kind switch
    {
        AlertKind.Raised => new("出现", "raised"),
        AlertKind.Renotified => new("再次通知", "told again"),
        AlertKind.Recovered => new("恢复", "recovered"),
        AlertKind.Muted => new("静默", "muted"),
        AlertKind.Unmuted => new("取消静默", "unmuted"),
        _ => new(kind, kind),
    };
}
