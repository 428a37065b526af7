using System.Collections.Frozen;
using FsCheck;
using FsCheck.Fluent;

namespace QualityInsight.Feedback.Tests;

/// <summary>Random commands by random people under random policies: whatever is tried, <see cref="Model"/> holds.</summary>
public sealed class ModelTests
{
    private const int Sequences = 20_000;

    private static readonly FrozenDictionary<string, Actor> Actors = new[]
    {
        Make.Clerk, Make.Handler, Make.Leader, Make.Judge, Make.Supervisor, Actor.System, Actor.Reviewer,
        Make.Actor("rated", "ORG-1", Role.Handler, Role.IntakeClerk) with { StaffCode = "S-9" },
        Make.Actor("handler2", "ORG-2", Role.Handler), Make.Actor("leader2", "ORG-2", Role.UnitLeader, Role.Handler),
        Make.Actor("both", "PETITION", Role.AppealReviewer, Role.IntakeClerk),
        Make.Actor("insider", "ORG-1", Role.AppealReviewer, Role.IntakeClerk, Role.Supervisor),
        Make.Actor("helper", "ORG-3", Role.Handler) with { Scope = OrgScope.Only(["ORG-3"]) },
        Make.Actor("everything", "ORG-2", Enum.GetValues<Role>().Except([Role.System, Role.Reviewer]).ToArray()),
    }.ToFrozenDictionary(a => a.UserId);

    private static readonly Policy[] Policies =
    [
        .. PolicyFile.Shipped,
        PolicyFile.Preset("default") with { CallbackAttempts = 1, CallbackDays = 1, MaxReopens = 0, AppealNeedsLeader = false, MaxReturns = 2 },
        PolicyFile.Preset("default") with { AppealStopsClock = false, MaxAppeals = 2, LeaderSignsFeedback = true, YellowCardDays = null, AutoClose = false },
        PolicyFile.Preset("default") with
        {
            RectifyGeneral = new(8, TimeUnit.WorkingHour, CountFrom.Verified), RectifyComplex = new(40, TimeUnit.WorkingHour, CountFrom.Verified),
            MaxExtensions = 3, Supervise = new HashSet<SupervisionTrigger>(),
        },
    ];

    private static readonly WorkingCalendar[] Calendars =
    [
        Make.Calendar(),
        new(CalendarData.Shipped, OpenHours.Parse(["08:30-12:00", "14:00-18:00"])),
        new(new([new(2026, [])], []), OpenHours.Parse(["00:00-23:59"])), // no holiday at all; 2027 unknown
    ];

    private static readonly int[] Ended = new int[CaseKinds.All.Count];
    private static long _accepted;
    private static long _closed;
    private static long _supported;

    [Fact]
    public void No_sequence_of_commands_breaks_a_guard()
    {
        (_accepted, _closed, _supported) = (0, 0, 0);
        var sequences = from seed in Gen.Choose(0, int.MaxValue - 1) from length in Gen.Choose(1, 60) select (seed, length);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Sequences), Prop.ForAll(sequences.ToArbitrary(), x => Play(x.seed, x.length)));
        // A machine that refuses everything would pass too: see that cases really moved and ended.
        Assert.True(_accepted > Sequences * 3, $"only {_accepted} commands were accepted");
        Assert.True(_closed > Sequences / 50, $"only {_closed} cases were closed");
        Assert.All(CaseKinds.All, k => Assert.True(Ended[(int)k] > 5, $"only {Ended[(int)k]} cases of {k} were closed"));
        Assert.True(_supported > Sequences / 50, $"only {_supported} supporting tasks were done");
    }

    [Theory]
    [InlineData(1010702486, 27)] // put away by the sweep while its entry in the fallback register was open
    public void Sequences_that_once_broke_a_guard_no_longer_do(int seed, int length) => Assert.True(Play(seed, length));

    private static bool Play(int seed, int length)
    {
        var random = new Random(seed);
        var start = new DateTime(2026, 1, 5, 9, 0, 0).AddMinutes(random.Next(500_000));
        var review = Make.Review(org: random.Next(4) == 0 ? null : "ORG-1", named: random.Next(5) > 0) with { ReviewedAt = start };
        var kind = random.Next(3) == 0 ? Pick(random, CaseKinds.All) : CaseKind.BadReview;
        var policy = kind == CaseKind.BadReview ? Pick(random, Policies)
            : random.Next(2) == 0 ? PolicyFile.ShippedFor(kind)[0] : For(kind, Pick(random, Policies));
        if (kind != CaseKind.BadReview)
            review = review with { Level = 0, AboutOrgCode = kind == CaseKind.Report && random.Next(2) == 0 ? "ORG-1" : null };
        var w = new World(policy, review, Pick(random, Calendars), kind) { Lead = null };
        for (var i = 0; i < length; i++)
        {
            w.Now = w.Now.AddMinutes(random.Next(4) switch { 0 => random.Next(10_000), 1 => random.Next(-5, 1), _ => random.Next(600) });
            var command = random.Next(10) < 7 ? Likely(random, w) : random.Next(3) == 0 ? Support(random, w) : Any(random, w);
            var actor = random.Next(10) < 7 ? LikelyActor(random, command, w) : Pick(random, Actors.Values.ToArray());
            w.Lead = command is MergeCase && random.Next(3) > 0 ? w.Case with { CaseNo = "HC-LEAD", State = CaseState.Dispatched, OrgCode = "ORG-2" } : null;
            w.Assignee = command is AssignHandler ? Pick(random, Actors.Values.ToArray()) : null;
            var decision = w.Try(actor, command);
            if (decision.Refusal is { } refusal)
            {
                Assert.Empty(decision.Events);
                Assert.NotEqual(refusal.Text(Language.Zh), refusal.Text(Language.En));
            }
            else
                _accepted++;
        }
        if (w.Case.ClosedAt is not null)
        {
            _closed++;
            Interlocked.Increment(ref Ended[(int)kind]);
        }
        _supported += w.Case.SupportTasks.Count(t => t.State == SupportState.Done);
        Model.Check(w, Actors);
        return true;
    }

    /// <summary>A policy for bad reviews turned into one for another kind, as its reader would take it.</summary>
    private static Policy For(CaseKind kind, Policy policy) => policy with
    {
        Kinds = new HashSet<CaseKind> { kind },
        RectifyGeneral = policy.RectifyGeneral with { From = kind.IsAnswered() ? CountFrom.Dispatched : policy.RectifyGeneral.From },
        RectifyComplex = policy.RectifyComplex with { From = kind.IsAnswered() ? CountFrom.Dispatched : policy.RectifyComplex.From },
    };

    private static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private static Actor LikelyActor(Random random, CaseCommand command, World w)
    {
        var fit = Actors.Values.Where(a => a.Roles.Overlaps(command.Roles) && (a.OrgCode == w.Case.OrgCode || a.OrgCode is null or "GOV" or "PETITION" || (command is SupportCommand s && w.Case.Support(s.TaskNo)?.OrgCode == a.OrgCode))).ToList();
        return fit.Count == 0 ? Pick(random, Actors.Values.ToArray()) : Pick(random, fit);
    }

    private static CaseCommand Likely(Random random, World w) => w.State switch
    {
        not (CaseState.Closed or CaseState.Archived) when w.Case.OpenSupport.FirstOrDefault() is { } task && random.Next(2) == 0 =>
            task.State == SupportState.Asked ? new AcceptSupportTask(task.No) : new FinishSupportTask(task.No, "x"),
        CaseState.Registered or CaseState.Reopened => new DispatchCase(Pick(random, ["ORG-1", "ORG-2"]), "局"),
        CaseState.Screening => random.Next(4) == 0 ? new MergeCase("HC-LEAD", "同") : new DispatchCase(Pick(random, ["ORG-1", "ORG-2"]), "局"),
        CaseState.Dispatched => w.Case.ReturnPending ? new DecideReturn(random.Next(2) == 0, "x") : random.Next(6) == 0 ? new RequestReturn("x") : new AcceptCase(),
        CaseState.Callback => new RecordCallback(Pick(random, Enum.GetValues<CallbackOutcome>()), w.Now, 60, "x"),
        CaseState.Merged => w.Case.Reached || w.Case.CallbackExcused ? new SubmitFeedback("x") : new RecordCallback(Pick(random, Enum.GetValues<CallbackOutcome>()), w.Now, 60, "x"),
        CaseState.Verifying => w.Case.IsStopped ? new ResumeClock() : random.Next(5) == 0 ? new FileAppeal(Pick(random, Enum.GetValues<AppealGround>()), "x") : w.Verified(Pick(random, Enum.GetValues<Branch>())),
        CaseState.Rectifying or CaseState.Explaining when w.Case.IsStopped => new ResumeClock(),
        CaseState.Rectifying or CaseState.Explaining when w.Case.ExtensionPending is not null => new DecideExtension(random.Next(3) > 0, "x"),
        CaseState.Rectifying => random.Next(5) switch
        {
            0 => new RequestExtension(random.Next(1, 9), "x"),
            1 => new StopClock("x"),
            2 => new SubmitFeedback("x"),
            3 => new FileAppeal(AppealGround.Mistaken, "x"),
            _ => new RecordRectification("x", w.Now),
        },
        CaseState.Explaining when w.Case is { Kind: CaseKind.Suggestion, Suggestion: null } && random.Next(4) > 0 => new DecideSuggestion(random.Next(2) == 0, "x"),
        CaseState.Explaining => random.Next(4) == 0 ? new RequestExtension(3, "x") : new SubmitFeedback("x", random.Next(3) == 0 ? Pick(random, Enum.GetValues<FeedbackObstacle>()) : null),
        CaseState.Appeal => new EndorseAppeal(random.Next(4) > 0, "x"),
        CaseState.AppealReview => new DecideAppeal(random.Next(2) == 0, "x", "y"),
        CaseState.FeedbackReview => new JudgeFeedback(random.Next(4) > 0, "x"),
        CaseState.FedBack => random.Next(3) == 0 ? new CloseCase("x") : new RateRectification(Pick(random, Enum.GetValues<Satisfaction>())),
        CaseState.Closed when w.Case.OpenFallback is not null && random.Next(3) > 0 => new EndFallback(Pick(random, Enum.GetValues<FallbackOutcome>()), "x"),
        CaseState.Closed => random.Next(3) == 0 ? new ReopenCase("x") : new ArchiveCase(),
        _ => new SweepDeadlines(),
    };

    private static CaseCommand Support(Random random, World w)
    {
        var no = w.Case.OpenSupport.Any() && random.Next(8) > 0 ? Pick(random, w.Case.OpenSupport.ToList()).No : random.Next(0, 4);
        return random.Next(6) switch
        {
            0 or 1 => new AddSupport(Pick(random, ["ORG-1", "ORG-2", "ORG-3", "ORG-3", ""]), "局", random.Next(8) == 0 ? "" : "x"),
            2 => new AcceptSupportTask(no),
            3 => new FinishSupportTask(no, random.Next(8) == 0 ? "" : "x"),
            4 => new ReturnSupportTask(no, random.Next(8) == 0 ? "" : "x"),
            _ => new WithdrawSupportTask(no, random.Next(8) == 0 ? "" : "x"),
        };
    }

    private static CaseCommand Any(Random random, World w) => random.Next(36) switch
    {
        0 => new StartScreening(),
        1 => new DispatchCase(Pick(random, ["ORG-1", "ORG-2", ""]), null),
        2 => new MergeCase("HC-LEAD", Pick(random, ["x", ""])),
        3 => new AssignHandler("handler"),
        4 => new AcceptCase(),
        5 => new RequestReturn("x"),
        6 => new DecideReturn(random.Next(2) == 0, random.Next(2) == 0 ? "x" : null),
        7 or 8 => new RecordCallback(Pick(random, Enum.GetValues<CallbackOutcome>()), w.Now.AddMinutes(random.Next(-3000, 30)), random.Next(-5, 600), random.Next(2) == 0 ? "x" : null),
        9 => new RecordVerification(Pick(random, Enum.GetValues<VerificationOutcome>()), Pick(random, Enum.GetValues<Branch>()), "x", random.Next(2) == 0 ? new("x", "y", DateOnly.FromDateTime(w.Now).AddDays(random.Next(-2, 20))) : null),
        10 => new RecordRectification("x", w.Now.AddMinutes(random.Next(-5000, 5))),
        11 => new RequestExtension(random.Next(-1, 12), "x"),
        12 => new DecideExtension(random.Next(2) == 0, "x"),
        13 => new StopClock("x"),
        14 => new ResumeClock(),
        15 => new FileAppeal(Pick(random, Enum.GetValues<AppealGround>()), "x"),
        16 => new EndorseAppeal(random.Next(2) == 0, "x"),
        17 => new DecideAppeal(random.Next(2) == 0, "x", random.Next(2) == 0 ? "y" : null, random.Next(3) == 0 ? Pick(random, Enum.GetValues<FeedbackObstacle>()) : null),
        18 => new SubmitFeedback("x", random.Next(2) == 0 ? Pick(random, Enum.GetValues<FeedbackObstacle>()) : null),
        19 => new JudgeFeedback(random.Next(2) == 0, random.Next(2) == 0 ? "x" : null),
        20 => new RateRectification(Pick(random, Enum.GetValues<Satisfaction>())),
        21 => new CloseCase(random.Next(2) == 0 ? "x" : null),
        22 => new ReopenCase("x"),
        23 => new ArchiveCase(),
        24 => new StartSupervision("x"),
        25 => new EndSupervision("x"),
        26 => new RaiseFlag(Pick(random, Enum.GetValues<CaseFlag>())),
        27 => new AddNote("x"),
        28 => new RecomputeDeadlines(),
        29 => new AddEvidence(Pick(random, ["ab", "cd"]), "image/png", 1, "x.png"),
        31 => new DecideSuggestion(random.Next(2) == 0, random.Next(3) > 0 ? "x" : ""),
        32 or 33 => new TakeIntoFallback(random.Next(4) > 0 ? "x" : ""),
        34 => new EndFallback(Pick(random, Enum.GetValues<FallbackOutcome>()), random.Next(4) > 0 ? "x" : ""),
        30 => new RemoveEvidence(Pick(random, ["ab", "cd"]), "x"),
        _ => new SweepDeadlines(),
    };
}
