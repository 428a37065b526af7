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
        new(nameof(RecordRectification),
            [new("text", WhatWasDone, FieldKind.Paragraph), new("at", DoneAt, FieldKind.Moment)],
            a => new RecordRectification(a.Values.Text("text") ?? "", a.Values.Moment("at") ?? default)),
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
                new("text", ReplyToCitizen, FieldKind.Paragraph) { Hint = ReplyHint },
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
        new(nameof(RaiseFlag), [Choice<CaseFlag>("flag", Flag), NoteField],
            a => new RaiseFlag(a.Values.One<CaseFlag>("flag") ?? default, a.Values.Text("note"))),
        new(nameof(AddNote), [new("text", Note, FieldKind.Paragraph)], a => new AddNote(a.Values.Text("text") ?? "")),
    ];

    /// <summary>The form of a command, or null where a person cannot give it.</summary>
    public static CommandForm? Of(string command) => All.FirstOrDefault(f => f.Command == command);

    /// <summary>Commands that stand beside the case's way: notes, marks, the clock, supervision. They are never unfolded first.</summary>
    public static bool IsAside(CommandForm form) => form.Command is
        nameof(AddNote) or nameof(RaiseFlag) or nameof(StopClock) or nameof(ResumeClock) or nameof(StartSupervision)
        or nameof(EndSupervision) or nameof(AssignHandler) or nameof(MergeCase) or nameof(RequestReturn);

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
