using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>A notice before it is stored.</summary>
internal sealed record Told(string UserId, NoticeKind Kind, string CaseNo, string? Detail, DateTime At, DateTime? DueAt, string What)
{
    /// <summary>The same for the same thing told to the same person, whenever it is found again.</summary>
    internal string DedupeKey => $"{Kind.Code()}:{CaseNo}:{What}:{UserId}";
}

/// <summary>Who is told what: pure, from an event and the case's line in the queue. The one who did it is not told.</summary>
internal static class NoticeRules
{
    /// <summary>Events that ask for something; <see cref="NoticeKind.Decided"/> goes to whoever did the last of them.</summary>
    internal static readonly string[] Requests = [nameof(ReturnRequested), nameof(ExtensionRequested), nameof(AppealFiled), nameof(FeedbackSubmitted)];

    /// <summary>Events that decide on it.</summary>
    internal static readonly string[] Decisions =
    [
        nameof(ReturnApproved), nameof(ReturnRejected), nameof(ExtensionApproved), nameof(ExtensionRejected), nameof(AppealWithheld),
        nameof(AppealUpheld), nameof(AppealRejected), nameof(FeedbackAccepted), nameof(FeedbackNotAccepted),
    ];

    internal static IEnumerable<Told> Of(CaseEventRow row, CaseEvent data, CaseView view, string? askedBy, NoticePeople people, IEnumerable<SupportTaskRow>? tasks = null)
    {
        var org = row.OrgCode;
        return data switch
        {
            CaseDispatched => Tell(NoticeKind.Arrived, people.Leaders(org)),
            HandlerAssigned x => Tell(NoticeKind.Assigned, people.One(x.UserId)),
            ReturnRequested => Wanted(Approval.Return, people.Outside(Role.IntakeClerk, org)),
            ExtensionRequested => Wanted(Approval.Extension, people.Leaders(org)),
            AppealFiled { NeedsEndorsement: true } => Wanted(Approval.Appeal, people.Leaders(org)),
            AppealFiled or AppealEndorsed => Wanted(Approval.AppealDecision, people.Outside(Role.AppealReviewer, org)),
            FeedbackSubmitted => Wanted(Approval.Feedback, people.Outside(Role.IntakeClerk, org)),
            CardIssued x => Tell(x.Card == Card.Red ? NoticeKind.RedCard : NoticeKind.YellowCard, people.Leaders(org), x.Step.Code(), x.DueAt),
            DeadlineMissed x => Tell(NoticeKind.Overdue, Meets(x.Step, view, people), x.Step.Code(), x.DueAt),
            SupervisionStarted x => Tell(NoticeKind.Supervised, people.Leaders(org).Concat(people.Outside(Role.Supervisor, org)), x.Trigger.Code()),
            RectificationRated { Satisfaction: Satisfaction.NotSatisfied } =>
                Tell(NoticeKind.NotSatisfied, people.One(view.HandlerId).Concat(people.Leaders(org))),
            SupportAsked x => Tell(NoticeKind.SupportAsked, people.Leaders(x.OrgCode), due: TaskOf(x)?.DueAt),
            SupportTaskDone or SupportTaskReturned => Tell(NoticeKind.SupportEnded, people.Responsible(view.HandlerId, org), row.EventType),
            SupportTaskWithdrawn x => Tell(NoticeKind.SupportEnded, people.Responsible(TaskOf(x)?.HandlerId, x.OrgCode), row.EventType),
            SupportCardIssued x => Tell(x.Card == Card.Red ? NoticeKind.RedCard : NoticeKind.YellowCard, people.Leaders(x.OrgCode), SupportCode, x.DueAt),
            SupportTaskOverdue x => Tell(
                NoticeKind.Overdue, people.Responsible(TaskOf(x)?.HandlerId, x.OrgCode).Concat(people.Responsible(view.HandlerId, org)), SupportCode, x.DueAt),
            _ when Decisions.Contains(row.EventType) => Tell(NoticeKind.Decided, people.One(askedBy), row.EventType),
            _ => [],
        };

        SupportTaskRow? TaskOf(SupportEvent x) => tasks?.FirstOrDefault(t => t.TaskNo == x.TaskNo);

        IEnumerable<Told> Wanted(Approval approval, IEnumerable<string> who) => Tell(NoticeKind.DecisionWanted, who, approval.Code());

        IEnumerable<Told> Tell(NoticeKind kind, IEnumerable<string> who, string? detail = null, DateTime? due = null) =>
            who.Distinct().Where(u => u != row.ActorId)
                .Select(u => new Told(u, kind, row.CaseNo, detail, row.At, due, row.Seq.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>A deadline that falls soon, told to whoever has to meet it; once a step and deadline.</summary>
    internal static IEnumerable<Told> DueSoon(CaseView view, DateTime now, NoticePeople people) =>
        view is not { DueStep: { } step, DueAt: { } due } || step == DeadlineStep.Rereview ? []
        : Meets(step, view, people).Distinct().Select(u => new Told(
            u, NoticeKind.DueSoon, view.CaseNo, step.Code(), now, due,
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{step.Code()}@{due:yyyy-MM-ddTHH:mm}")));

    /// <summary>The same for a supporting unit's task.</summary>
    internal static IEnumerable<Told> DueSoon(SupportTaskRow task, DateTime now, NoticePeople people) =>
        people.Responsible(task.HandlerId, task.OrgCode).Distinct().Select(u => new Told(
            u, NoticeKind.DueSoon, task.CaseNo, SupportCode, now, task.DueAt,
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{SupportCode}{task.TaskNo}@{task.DueAt:yyyy-MM-ddTHH:mm}")));

    private static readonly string SupportCode = DeadlineStep.Support.Code();

    private static IEnumerable<string> Meets(DeadlineStep step, CaseView view, NoticePeople people) => step switch
    {
        DeadlineStep.Dispatch or DeadlineStep.FeedbackReview => people.Outside(Role.IntakeClerk, view.OrgCode),
        DeadlineStep.AppealDecision => view.State == CaseState.Appeal ? people.Leaders(view.OrgCode) : people.Outside(Role.AppealReviewer, view.OrgCode),
        _ => people.Responsible(view.HandlerId, view.OrgCode),
    };
}
