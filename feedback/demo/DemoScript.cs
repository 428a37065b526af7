using System.Collections.Immutable;

namespace QualityInsight.Feedback;

/// <summary>What somebody does next: who, after how many open hours, which command at that time.</summary>
internal sealed record DemoStep(Actor Actor, double OpenHours, Func<DateTime, CaseCommand> Command);

/// <summary>What simulated people do in each state, and how often. The rates are made up, inside what real bulletins report.</summary>
internal static class DemoScript
{
    private static readonly Actor Clerk = Person("demo-clerk", "受理员", null, Role.IntakeClerk);
    private static readonly Actor Judge = Person("demo-appeal", "复核员", null, Role.AppealReviewer);
    private static readonly Actor Supervisor = Person("demo-supervisor", "督办员", null, Role.Supervisor);

    private static readonly string[] Measures =
        ["已增设一个窗口，午间轮岗不断档", "已对当事人批评教育并组织窗口服务培训", "已更新办事指南并在取号机旁张贴", "已修复自助机并安排专人引导", "已与业务部门核对材料清单，取消重复提交的复印件"];

    internal static DemoStep? Next(DemoLife life)
    {
        var c = life.Case;
        return c.State switch
        {
            CaseState.Registered or CaseState.Screening or CaseState.Reopened => Dispatch(life),
            CaseState.Dispatched when c.ReturnPending => new(Clerk, life.Hours(4), _ => new DecideReturn(false, "经核职责清单，仍由贵单位承办")),
            CaseState.Dispatched when c.Returns == 0 && life.Policy.MaxReturns > 0 && life.Chance(0.03) =>
                new(Handler(c), life.Hours(2), _ => new RequestReturn("不属于本单位职责")),
            CaseState.Dispatched => new(Handler(c), life.Hours(2), _ => new AcceptCase()),
            CaseState.Callback => Call(life),
            CaseState.Verifying when c.Kind == CaseKind.BadReview && c.Appeals == 0 && life.Chance(0.05) => Appeal(life),
            CaseState.Verifying => Verify(life),
            CaseState.Rectifying or CaseState.Explaining when Beside(life) is { } step => step,
            CaseState.FeedbackReview when c.OpenFallback is not null && life.Lot("ended") < 0.75 => EndEntry(life),
            CaseState.Rectifying or CaseState.Explaining when c.ExtensionPending is not null => new(Leader(c), life.Hours(2), _ => new DecideExtension(true)),
            CaseState.Rectifying when c.Rectifications == 0 => Rectify(life),
            CaseState.Explaining when c is { Kind: CaseKind.Suggestion, Suggestion: null } => Suggest(life),
            CaseState.Rectifying or CaseState.Explaining => new(life.Policy.LeaderSignsFeedback ? Leader(c) : Handler(c), life.Hours(2), _ => new SubmitFeedback(Reply(c))),
            CaseState.Appeal => new(Leader(c), life.Hours(3), _ => new EndorseAppeal(true)),
            CaseState.AppealReview => Decide(life),
            CaseState.FeedbackReview => new(Clerk, life.Hours(4), life.Chance(0.1)
                ? _ => new JudgeFeedback(false, "未说明具体整改措施") : _ => new JudgeFeedback(true)),
            CaseState.FedBack => Rate(life),
            _ => null,
        };
    }

    private static DemoStep? Dispatch(DemoLife life)
    {
        var (org, name) = (life.Case.OrgCode ?? life.Case.Review!.OrgCode, life.Case.OrgName ?? life.Case.Review!.OrgName);
        return org is null ? null : new(Clerk, life.Hours(1), _ => new DispatchCase(org, name));
    }

    private static DemoStep Call(DemoLife life)
    {
        var outcome = life.Pick(
            (CallbackOutcome.Reached, 0.76), (CallbackOutcome.NoAnswer, 0.17), (CallbackOutcome.Refused, 0.04), (CallbackOutcome.WrongNumber, 0.03));
        var seconds = outcome == CallbackOutcome.Reached ? 60 + (int)(life.Hours(1) * 120) : 25;
        return new(life.Case.Kind.HidesCitizen() ? Clerk : Handler(life.Case), life.Hours(life.Case.Attempts.Count == 0 ? 3 : 5),
            at => new RecordCallback(outcome, at, seconds, outcome == CallbackOutcome.Reached ? "已说明来意并听取意见" : null));
    }

    private static DemoStep Appeal(DemoLife life)
    {
        var ground = life.Pick((AppealGround.Mistaken, 0.6), (AppealGround.Malicious, 0.2), (AppealGround.NotOurUnit, 0.2));
        return new(Handler(life.Case), life.Hours(5), _ => new FileAppeal(ground, "见所附录音及系统日志"));
    }

    private static DemoStep Suggest(DemoLife life)
    {
        var adopt = life.Chance(0.75);
        return new(Leader(life.Case), life.Hours(20), _ => adopt
            ? new DecideSuggestion(true, "可行，纳入本季度改进安排") : new DecideSuggestion(false, "现行规定不允许，已向上级反映"));
    }

    private static string Reply(Case c) => c.Kind switch
    {
        CaseKind.Consult => "您咨询的事项，请携带身份证到窗口办理，也可在网上申请",
        CaseKind.Suggestion => c.Suggestion == SuggestionOutcome.Adopted ? "您的建议已采纳，将在本季度落实，感谢您" : "您的建议暂不能采纳，理由已列明，感谢您",
        CaseKind.Praise => "感谢您的鼓励，已转达被表扬的同志",
        _ => "您反映的问题已处理，感谢监督",
    };

    private static DemoStep Verify(DemoLife life)
    {
        var outcome = life.Pick(
            (VerificationOutcome.Substantiated, 0.58), (VerificationOutcome.PartlySubstantiated, 0.2), (VerificationOutcome.Unsubstantiated, 0.14), (VerificationOutcome.Unverifiable, 0.08));
        var branch = outcome == VerificationOutcome.Unsubstantiated ? Branch.Explain
            : life.Pick((Branch.RectifyNow, 0.68), (Branch.RectifyByLedger, 0.2), (Branch.Explain, 0.12));
        return new(Handler(life.Case), life.Hours(6), at => new RecordVerification(
            outcome, branch, "已调取排队记录与现场录像", branch == Branch.RectifyByLedger ? new("调整窗口设置", "窗口负责人", DateOnly.FromDateTime(at).AddDays(14)) : null));
    }

    private static DemoStep Rectify(DemoLife life)
    {
        var c = life.Case;
        if (c.Extensions == 0 && life.Policy.MaxExtensions > 0 && life.Chance(0.06))
            return new(Handler(c), life.Hours(4), _ => new RequestExtension(Math.Min(5, life.Policy.MaxExtensionAmount), "需协调场地与设备"));
        var measure = life.Pick([.. Measures.Select(m => (m, 1.0))]);
        return new(Handler(c), life.Hours(c.Branch == Branch.RectifyByLedger ? 55 : 9), at => new RecordRectification(measure, at));
    }

    /// <summary>Support asked for and given, and matters that go into the fallback register. Drawn by lots of their own, so that all else stays as it is without them.</summary>
    private static DemoStep? Beside(DemoLife life)
    {
        var c = life.Case;
        if (c.OpenSupport.FirstOrDefault() is { } task)
        {
            var helper = Person($"demo-handler-{task.OrgCode}", "承办人", task.OrgCode, Role.Handler);
            return task.State == SupportState.Asked ? new(helper, 3, _ => new AcceptSupportTask(task.No)) : new(helper, 6, _ => new FinishSupportTask(task.No, "已核对本单位系统记录，结果见附件"));
        }
        if (c.SupportTasks.Count == 0 && c.Rectifications == 0 && !c.Kind.HidesCitizen() && life.Lot("support") < 0.04 && life.OtherUnit() is var (code, name))
            return new(Handler(c), 1, _ => new AddSupport(code, name, "请核对贵单位系统中该办件的流转记录"));
        return c is { Supervised: true, FallbackEntries.Count: 0 } && life.Lot("fallback") < 0.12
            ? new(Clerk, 2, _ => new TakeIntoFallback("涉及跨地区数据核验，常规途径无法办结")) : null;
    }

    private static DemoStep EndEntry(DemoLife life) => new(Supervisor, 6, life.Lot("solved") < 0.7
        ? _ => new EndFallback(FallbackOutcome.Solved, "协调两地容缺受理，已办结") : _ => new EndFallback(FallbackOutcome.Unsolved, "外省数据尚未开放，已书面告知并登记跟踪"));

    private static DemoStep Decide(DemoLife life)
    {
        var upheld = life.Chance(life.Case.AppealGround == AppealGround.Mistaken ? 0.8 : 0.45);
        var obstacle = life.Case.Review!.IsNamed ? (FeedbackObstacle?)null : FeedbackObstacle.Anonymous;
        return new(Judge, life.Hours(8), _ => upheld
            ? new DecideAppeal(true, "证据充分", obstacle is null ? "经复核，该评价不计入考核，原评价保留" : null, obstacle)
            : new DecideAppeal(false, "证据不足"));
    }

    private static DemoStep? Rate(DemoLife life)
    {
        if (life.Case.Rating == Satisfaction.NotSatisfied)
            return new(Supervisor, life.Hours(15), _ => new CloseCase("已当面沟通并说明依据"));
        if (!life.Chance(0.5))
            return null;
        var rating = life.Pick((Satisfaction.Satisfied, 0.56), (Satisfaction.BasicallySatisfied, 0.3), (Satisfaction.NotSatisfied, 0.14));
        return new(Actor.Reviewer, Math.Min(life.Hours(6), 30), _ => new RateRectification(rating));
    }

    private static Actor Handler(Case c) => Person($"demo-handler-{c.OrgCode}", "承办人", c.OrgCode, Role.Handler);

    private static Actor Leader(Case c) => Person($"demo-leader-{c.OrgCode}", "负责人", c.OrgCode, Role.UnitLeader);

    private static Actor Person(string id, string name, string? org, Role role) => new(id, name, ImmutableHashSet.Create(role), org, OrgScope.All);
}
