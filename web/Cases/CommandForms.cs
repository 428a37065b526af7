using QualityInsight.Feedback;
using QualityInsight.Web.Words;
using static QualityInsight.Web.Words.FormWords;

namespace QualityInsight.Web.Cases;

/// <summary>Every command a person can give, in the order of a case's way. Commands of the system itself have no form.</summary>
internal static class CommandForms
{
    private static readonly FormField NoteField = new("note", Note, FieldKind.Paragraph, Required: false);
    private static readonly FormField NoteNeeded = new("note", Note, FieldKind.Paragraph);
    private static readonly FormField ReasonField = new("reason", Reason, FieldKind.Paragraph);

    private static readonly FormField TaskField = new("task", SupportWords.Task, FieldKind.Task);

    public static IReadOnlyList<CommandForm> All { get; } =
    [
        new(nameof(StartScreening), [], _ => new StartScreening()),
        new(nameof(DispatchCase),
            [new("org", Unit, FieldKind.Unit), NoteField],
            a => new DispatchCase(a.Values.Text("org") ?? "", a.UnitName(a.Values.Raw("org")), a.Values.Text("note"))),
        new(nameof(MergeCase),
            [new("into", IntoCase, FieldKind.Line) { MaxLength = 40 }, ReasonField],
            a => new MergeCase(a.Values.Text("into") ?? "", a.Values.Text("reason") ?? "")),
        new(nameof(AcceptCase), [], _ => new AcceptCase()) { Hint = AcceptHint },
        new(nameof(AssignHandler),
            [new("user", Handler, FieldKind.Handler)],
            a => new AssignHandler(a.Values.Text("user") ?? "")),
        new(nameof(AcceptSupportTask), [TaskField], a => new AcceptSupportTask(TaskNo(a))),
        new(nameof(FinishSupportTask), [TaskField, new("text", SupportWords.Done, FieldKind.Paragraph)], a => new FinishSupportTask(TaskNo(a), a.Values.Text("text") ?? "")),
        new(nameof(ReturnSupportTask), [TaskField, ReasonField], a => new ReturnSupportTask(TaskNo(a), a.Values.Text("reason") ?? "")),
        new(nameof(AddSupport),
            [new("org", SupportWords.Unit, FieldKind.Unit), new("ask", SupportWords.Ask, FieldKind.Paragraph) { MaxLength = 500 }],
            a => new AddSupport(a.Values.Text("org") ?? "", a.UnitName(a.Values.Raw("org")), a.Values.Text("ask") ?? "")) { Hint = SupportWords.AskHint },
        new(nameof(WithdrawSupportTask), [TaskField, ReasonField], a => new WithdrawSupportTask(TaskNo(a), a.Values.Text("reason") ?? "")),
        new(nameof(RequestReturn), [ReasonField], a => new RequestReturn(a.Values.Text("reason") ?? "")),
        new(nameof(DecideReturn), [YesNo(ReturnIt, KeepIt), NoteField],
            a => new DecideReturn(a.Values.YesNo("yes"), a.Values.Text("note"))),
        new(nameof(RecordCallback),
            [
                Choice<CallbackOutcome>("outcome", CallbackEnded),
                new("at", CalledAt, FieldKind.Moment),
                new("seconds", CallSeconds, FieldKind.Number, Required: false),
                new("note", CallNote, FieldKind.Paragraph, Required: false),
            ],
            a => new RecordCallback(
                a.Values.One<CallbackOutcome>("outcome") ?? default, a.Values.Moment("at") ?? default,
                a.Values.Number("seconds", 0, 24 * 3600), a.Values.Text("note"))),
        new(nameof(RecordVerification),
            [
                Choice<VerificationOutcome>("outcome", Found),
                Choice<Branch>("branch", Way),
                new("finding", Finding, FieldKind.Paragraph),
                new("measures", Measures, FieldKind.Paragraph, Required: false) { OnlyWhen = nameof(Branch.RectifyByLedger) },
                new("responsible", Responsible, FieldKind.Line, Required: false) { OnlyWhen = nameof(Branch.RectifyByLedger), MaxLength = 80 },
                new("planned", PlannedFor, FieldKind.Day, Required: false) { OnlyWhen = nameof(Branch.RectifyByLedger) },
            ],
            Verification),
        new(nameof(DecideSuggestion), [YesNo(Adopt, DoNotAdopt), ReasonField],
            a => new DecideSuggestion(a.Values.YesNo("yes"), a.Values.Text("reason") ?? "")),
        new(nameof(RecordRectification),
            [
                new("text", WhatWasDone, FieldKind.Paragraph), new("at", DoneAt, FieldKind.Moment),
                new("evidence", DeskWords.EvidenceFor, FieldKind.Evidence, Required: false),
            ],
            a => new RecordRectification(a.Values.Text("text") ?? "", a.Values.Moment("at") ?? default, a.Values.Many("evidence"))),
        new(nameof(RequestExtension),
            [new("amount", MoreTime, FieldKind.Number), ReasonField],
            a => new RequestExtension(a.Values.Number("amount", 1, 365) ?? 0, a.Values.Text("reason") ?? "")),
        new(nameof(DecideExtension), [YesNo(Grant, Refuse), NoteField],
            a => new DecideExtension(a.Values.YesNo("yes"), a.Values.Text("note"))),
        new(nameof(FileAppeal), [Choice<AppealGround>("ground", Ground), ReasonField],
            a => new FileAppeal(a.Values.One<AppealGround>("ground") ?? default, a.Values.Text("reason") ?? "")),
        new(nameof(EndorseAppeal), [YesNo(Endorse, Withhold), NoteField],
            a => new EndorseAppeal(a.Values.YesNo("yes"), a.Values.Text("note"))),
        new(nameof(DecideAppeal),
            [
                YesNo(Uphold, RejectAppeal),
                ReasonField,
                new("reply", ReplyToCitizen, FieldKind.Paragraph, Required: false) { Hint = ReplyHint },
                Choice<FeedbackObstacle>("obstacle", Obstacle, required: false),
            ],
            a => new DecideAppeal(
                a.Values.YesNo("yes"), a.Values.Text("reason") ?? "", a.Values.Text("reply"), a.Values.One<FeedbackObstacle>("obstacle"))),
        new(nameof(SubmitFeedback),
            [
                new("text", ReplyToCitizen, FieldKind.Paragraph) { Hint = ReplyHint, IsReply = true },
                Choice<FeedbackObstacle>("obstacle", Obstacle, required: false),
            ],
            a => new SubmitFeedback(a.Values.Text("text") ?? "", a.Values.One<FeedbackObstacle>("obstacle"))),
        new(nameof(JudgeFeedback), [YesNo(AcceptReply, SendBack), NoteField],
            a => new JudgeFeedback(a.Values.YesNo("yes"), a.Values.Text("note"))),
        new(nameof(RateRectification),
            [Choice<Satisfaction>("satisfaction", Rating), new("text", CitizenWords, FieldKind.Paragraph, Required: false)],
            a => new RateRectification(a.Values.One<Satisfaction>("satisfaction") ?? default, a.Values.Text("text"))) { Hint = RateHint },
        new(nameof(CloseCase), [NoteField], a => new CloseCase(a.Values.Text("note"))),
        new(nameof(ReopenCase), [NoteNeeded], a => new ReopenCase(a.Values.Text("note") ?? "")),
        new(nameof(ArchiveCase), [], _ => new ArchiveCase()),
        new(nameof(StopClock), [ReasonField], a => new StopClock(a.Values.Text("reason") ?? "")),
        new(nameof(ResumeClock), [], _ => new ResumeClock()),
        new(nameof(StartSupervision), [NoteNeeded], a => new StartSupervision(a.Values.Text("note") ?? "")),
        new(nameof(EndSupervision), [NoteNeeded], a => new EndSupervision(a.Values.Text("note") ?? "")),
        new(nameof(TakeIntoFallback), [ReasonField], a => new TakeIntoFallback(a.Values.Text("reason") ?? "")) { Hint = FallbackWords.TakeHint },
        new(nameof(EndFallback), [Choice<FallbackOutcome>("outcome", FallbackWords.Outcome), ReasonField],
            a => new EndFallback(a.Values.One<FallbackOutcome>("outcome") ?? default, a.Values.Text("reason") ?? "")) { Hint = FallbackWords.EndHint },
        new(nameof(RaiseFlag), [Choice<CaseFlag>("flag", Flag), NoteField],
            a => new RaiseFlag(a.Values.One<CaseFlag>("flag") ?? default, a.Values.Text("note"))),
        new(nameof(RemoveEvidence), [new("file", DeskWords.File, FieldKind.Line) { MaxLength = 64 }, ReasonField],
            a => new RemoveEvidence(a.Values.Text("file") ?? "", a.Values.Text("reason") ?? "")) { StandsElsewhere = true },
        new(nameof(AddNote), [new("text", Note, FieldKind.Paragraph)], a => new AddNote(a.Values.Text("text") ?? "")),
    ];

    /// <summary>The form of a command, or null where a person cannot give it.</summary>
    public static CommandForm? Of(string command) => All.FirstOrDefault(f => f.Command == command);

    /// <summary>Commands that stand beside the case's way: notes, marks, the clock, more time, appeal, supervision. They are never unfolded first.</summary>
    public static bool IsAside(CommandForm form) => form.Command is
        nameof(AddNote) or nameof(RaiseFlag) or nameof(StopClock) or nameof(ResumeClock) or nameof(StartSupervision)
        or nameof(EndSupervision) or nameof(RequestExtension) or nameof(FileAppeal) or nameof(AssignHandler) or nameof(MergeCase) or nameof(RequestReturn)
        or nameof(TakeIntoFallback) or nameof(EndFallback) or nameof(AddSupport) or nameof(WithdrawSupportTask) or nameof(ReturnSupportTask);

    /// <summary>Whether a task can be what a form is about: one's own unit's, in a state that the command needs; any open one for who takes tasks back.</summary>
    public static bool IsAbout(string command, SupportTask task, string? myUnit) => task.IsOpen && command switch
    {
        nameof(WithdrawSupportTask) => true,
        nameof(AcceptSupportTask) => task.OrgCode == myUnit && task.State == SupportState.Asked,
        nameof(FinishSupportTask) => task.OrgCode == myUnit && task.State == SupportState.Working,
        _ => task.OrgCode == myUnit,
    };

    private static int TaskNo(FormAnswers a) => a.Values.Number("task", 1, 10_000) ?? 0;

    private static RecordVerification Verification(FormAnswers a)
    {
        var branch = a.Values.One<Branch>("branch") ?? default;
        var ledger = branch == Branch.RectifyByLedger
            ? new LedgerEntry(a.Values.Text("measures") ?? "", a.Values.Text("responsible") ?? "", a.Values.Day("planned") ?? default)
            : null;
        return new(a.Values.One<VerificationOutcome>("outcome") ?? default, branch, a.Values.Text("finding") ?? "", ledger);
    }

    private static FormField Choice<T>(string name, Text label, bool required = true) where T : struct, Enum =>
        new(name, label, FieldKind.Choice, required)
        {
            Options = tongue => [.. Enum.GetValues<T>().Select(v => new FieldOption(v.ToString(), tongue.NameOf(v)))],
        };

    private static FormField YesNo(Text yes, Text no) => new("yes", FormWords.Decision, FieldKind.Choice)
    {
        Options = tongue => [new("yes", tongue[yes]), new("no", tongue[no])],
    };
}
