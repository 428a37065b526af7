namespace QualityInsight.Feedback;

/// <summary>Every command a person may give, and which of them a person may give now.</summary>
public static class CommandCatalogue
{
    // Only the gates of these are asked; their data does not matter.
    private static readonly CaseCommand[] Samples =
    [
        new StartScreening(), new DispatchCase("", null), new MergeCase("", ""), new AssignHandler(""), new AcceptCase(),
        new RequestReturn(""), new DecideReturn(true), new RecordCallback(CallbackOutcome.Reached, default),
        new RecordVerification(default, Branch.RectifyNow, ""), new RecordRectification("", default), new DecideSuggestion(true, ""), new RequestExtension(1, ""),
        new DecideExtension(true), new StopClock(""), new ResumeClock(), new FileAppeal(default, ""), new EndorseAppeal(true),
        new DecideAppeal(true, ""), new SubmitFeedback(""), new JudgeFeedback(true), new RateRectification(default), new CloseCase(),
        new ReopenCase(""), new ArchiveCase(), new StartSupervision(""), new EndSupervision(""), new RaiseFlag(default), new AddNote(""),
        new AddSupport("", null, ""), new AcceptSupportTask(0), new FinishSupportTask(0, ""), new ReturnSupportTask(0, ""), new WithdrawSupportTask(0, ""),
        new TakeIntoFallback(""), new EndFallback(default, ""),
        new AddEvidence("", "", 0, ""), new RemoveEvidence("", ""),
    ];

    /// <summary>Every command's name, in the order a case meets them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Samples.Select(s => s.Name)];

    /// <summary>What this person may do with this case now, and why not the rest.</summary>
    public static IReadOnlyList<CommandOption> Options(Situation situation) =>
        [.. Samples.Select(s => (s.Name, Refusal: s.Blocked(situation))).Select(x => new CommandOption(x.Name, x.Refusal is null, x.Refusal))];
}
