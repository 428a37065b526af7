using System.Globalization;

namespace QualityInsight.Feedback;

/// <summary>One rule of a policy as people read it.</summary>
/// <param name="Key">Its path in the file, for example <c>limits.rectify_general</c>; the part before the dot is the group.</param>
/// <param name="Zh">Its name in Chinese.</param>
/// <param name="En">Its name in English.</param>
/// <param name="ValueZh">Its value in Chinese.</param>
/// <param name="ValueEn">Its value in English.</param>
public sealed record PolicyTerm(string Key, string Zh, string En, string ValueZh, string ValueEn)
{
    /// <summary>The name in the reader's language.</summary>
    public string Name(Language language) => language == Language.Zh ? Zh : En;

    /// <summary>The value in the reader's language.</summary>
    public string Value(Language language) => language == Language.Zh ? ValueZh : ValueEn;
}

/// <summary>A rule in which two policies differ.</summary>
/// <param name="Before">In the one.</param>
/// <param name="After">In the other.</param>
public sealed record PolicyDifference(PolicyTerm Before, PolicyTerm After);

/// <summary>A policy written out, rule by rule, and compared. Pure.</summary>
public static class PolicyTerms
{
    /// <summary>Every rule, in the order of the file.</summary>
    public static IReadOnlyList<PolicyTerm> Of(Policy p) =>
    [
        new("name", "名称", "Name", p.NameZh, p.NameEn),
        Same("valid_from", "自何日起", "In force from", p.ValidFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        new("kinds", "适用事项", "Kinds of matter", Many(p.Kinds, Language.Zh), Many(p.Kinds, Language.En)),
        Same("calendar.region", "节假日地区", "Region of the calendar", p.Region),
        Same("calendar.zone", "时区", "Time zone", p.Zone.Id),
        Same("calendar.open_hours", "开放时间", "Open hours", string.Join(", ", p.OpenHours.Periods.Select(o => string.Create(CultureInfo.InvariantCulture, $"{o.Opens:HH:mm}–{o.Closes:HH:mm}")))),
        Flag("calendar.natural_days_roll_over", "自然日期限遇休息日顺延", "Natural days that end on a day off move on", p.NaturalDaysRollOver),
        Same("intake.bad_levels", "差评等级（1–5）", "Bad levels (1–5)", string.Join(", ", p.BadLevels.Order())),
        Flag("intake.requires_text", "须有文字才建单", "Only reviews with words", p.RequiresText),
        Named("intake.anonymous", "匿名差评", "Anonymous reviews", p.Anonymous),
        Flag("intake.auto_dispatch", "单位明确时自动转办", "Dispatch by rule where the unit is known", p.AutoDispatch),
        Limit("limits.dispatch", DeadlineStep.Dispatch, p.Dispatch),
        Limit("limits.callback", DeadlineStep.Callback, p.Callback),
        Limit("limits.verify", DeadlineStep.Verify, p.Verify),
        Limit("limits.rectify_general", "整改反馈（一般）", "Rectification and reply, general", p.RectifyGeneral),
        Limit("limits.rectify_complex", "整改反馈（疑难、台账）", "Rectification and reply, by ledger", p.RectifyComplex),
        Limit("limits.appeal_window", DeadlineStep.AppealWindow, p.AppealWindow),
        Limit("limits.appeal_decision", DeadlineStep.AppealDecision, p.AppealDecision),
        Limit("limits.feedback_review", DeadlineStep.FeedbackReview, p.FeedbackReview),
        Limit("limits.rereview", DeadlineStep.Rereview, p.Rereview),
        Limit("limits.archive", "归档", "Archive", p.Archive),
        new("callback.attempts", "无法联系前回访次数", "Failed calls before giving up", $"{p.CallbackAttempts} 次，不少于 {p.CallbackDays} 天", $"{p.CallbackAttempts} on {p.CallbackDays} different days"),
        Flag("callback.anonymous_waived", "匿名的免回访", "Nobody to call: the call has no deadline", p.WaivesAnonymousCall),
        Number("extension.max", "每轮延期次数", "Extensions a round", p.MaxExtensions),
        new("extension.longest", "最长延期", "Longest extension", $"{p.MaxExtensionAmount} {Unit(p, Language.Zh)}", $"{p.MaxExtensionAmount} {Unit(p, Language.En)}"),
        Number("appeal.max", "申诉次数", "Appeals a case", p.MaxAppeals),
        Flag("appeal.leader_endorses", "申诉须部门负责人同意", "The unit's leader endorses an appeal", p.AppealNeedsLeader),
        Flag("appeal.stops_clock", "申诉期间停止计时", "An appeal stops the clock", p.AppealStopsClock),
        Number("return.max", "退单次数", "Returns a case", p.MaxReturns),
        Flag("feedback.leader_signs", "由部门负责人提交反馈", "The unit's leader hands in the reply", p.LeaderSignsFeedback),
        new("cards.yellow_days", "黄牌", "Yellow card", p.YellowCardDays is { } zh ? $"到期前 {zh} 个工作日" : "不发牌", p.YellowCardDays is { } en ? $"{en} working day(s) before the deadline" : "no cards"),
        new("supervise", "督办情形", "Supervision", Many(p.Supervise, Language.Zh), Many(p.Supervise, Language.En)),
        Number("reopen.max", "重新交办次数", "Reopenings", p.MaxReopens),
        Flag("close.when_not_rated", "逾期未评自动办结", "Closed by the system when nobody rated", p.AutoClose),
        Same("targets", "目标（%）", "Targets (per cent)", string.Join(", ", p.Targets.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Key} {t.Value:0.##}"))) is { Length: > 0 } targets ? targets : "—"),
    ];

    /// <summary>The rules in which two policies differ, in the order of the file; empty where only the sources or the layout do.</summary>
    public static IReadOnlyList<PolicyDifference> Differences(Policy before, Policy after) =>
        [.. Of(before).Zip(Of(after), (b, a) => new PolicyDifference(b, a)).Where(d => d.Before != d.After)];

    /// <summary>A limit in words.</summary>
    public static string Say(TimeLimit limit, Language language)
    {
        var amount = limit is { Amount: 0, Unit: TimeUnit.WorkingDay }
            ? language == Language.Zh ? "当个工作日" : "the same working day"
            : $"{limit.Amount.ToString(CultureInfo.InvariantCulture)} {(limit.Amount == 1 ? Messages.Name(limit.Unit, language).TrimEnd('s') : Messages.Name(limit.Unit, language))}";
        return language == Language.Zh ? $"{amount}，自{Messages.Name(limit.From, language)}起算" : $"{amount}, from {Messages.Name(limit.From, language)}";
    }

    private static string Unit(Policy p, Language language) => Messages.Name(p.RectifyGeneral.Unit, language);

    private static string Many<T>(IReadOnlySet<T> values, Language language) where T : struct, Enum => values.Count == 0 ? "—"
        : string.Join(language == Language.Zh ? "、" : ", ", values.Order().Select(v => Messages.Name(v, language)));

    private static PolicyTerm Same(string key, string zh, string en, string value) => new(key, zh, en, value, value);

    private static PolicyTerm Number(string key, string zh, string en, int value) => Same(key, zh, en, value.ToString(CultureInfo.InvariantCulture));

    private static PolicyTerm Flag(string key, string zh, string en, bool value) => new(key, zh, en, value ? "是" : "否", value ? "yes" : "no");

    private static PolicyTerm Named<T>(string key, string zh, string en, T value) where T : struct, Enum =>
        new(key, zh, en, Messages.Name(value, Language.Zh), Messages.Name(value, Language.En));

    private static PolicyTerm Limit(string key, string zh, string en, TimeLimit limit) => new(key, zh, en, Say(limit, Language.Zh), Say(limit, Language.En));

    private static PolicyTerm Limit(string key, DeadlineStep step, TimeLimit limit)
    {
        var en = Messages.Name(step, Language.En);
        return Limit(key, Messages.Name(step, Language.Zh), char.ToUpperInvariant(en[0]) + en[1..], limit);
    }
}
