using System.Collections;
using System.Globalization;
using System.Reflection;

namespace QualityInsight.Feedback.Tests;

/// <summary>
/// What must hold of any history whatever was tried, judged from the events alone: nothing here looks at the fields
/// the decisions look at.
/// </summary>
internal static class Model
{
    // The arrows of the state machine, written down once more.
    private static readonly HashSet<string> Arrows =
    [
        ">REGISTERED", "REGISTERED>SCREENING", "SCREENING>MERGED", "SCREENING>DISPATCHED", "REOPENED>DISPATCHED", "DISPATCHED>SCREENING",
        "CALLBACK>SCREENING", "DISPATCHED>CALLBACK", "CALLBACK>VERIFYING", "CALLBACK>EXPLAINING", "VERIFYING>RECTIFYING", "VERIFYING>EXPLAINING",
        "VERIFYING>APPEAL", "RECTIFYING>APPEAL", "EXPLAINING>APPEAL", "VERIFYING>APPEAL_REVIEW", "RECTIFYING>APPEAL_REVIEW", "EXPLAINING>APPEAL_REVIEW",
        "APPEAL>APPEAL_REVIEW", "APPEAL>VERIFYING", "APPEAL>RECTIFYING", "APPEAL>EXPLAINING",
        "APPEAL_REVIEW>VERIFYING", "APPEAL_REVIEW>RECTIFYING", "APPEAL_REVIEW>EXPLAINING", "APPEAL_REVIEW>CLOSED",
        "RECTIFYING>FEEDBACK_REVIEW", "EXPLAINING>FEEDBACK_REVIEW", "MERGED>FEEDBACK_REVIEW",
        "FEEDBACK_REVIEW>RECTIFYING", "FEEDBACK_REVIEW>EXPLAINING", "FEEDBACK_REVIEW>MERGED", "FEEDBACK_REVIEW>FED_BACK",
        "FED_BACK>REOPENED", "FED_BACK>CLOSED", "CLOSED>REOPENED", "CLOSED>ARCHIVED",
    ];

    internal static void Check(World w, IReadOnlyDictionary<string, Actor> actors)
    {
        var history = w.History;
        var review = ((CaseOpened)history[0].Data).Review;
        Assert.Same(review, w.Case.Review);
        OfKind(((CaseOpened)history[0].Data).Kind, review, history, actors);
        var orgs = new HashSet<string>();
        var (round, appeals, returns) = (new List<RecordedEvent>(), 0, 0);
        var decidedAppeal = new HashSet<string>();
        var judgedReply = new HashSet<string>();
        var seen = new HashSet<(string, DeadlineStep, DateTime)>();
        (int No, DateTime At)? entry = null;
        var open = new Dictionary<int, (string Org, DateTime? Due)>();
        for (var i = 0; i < history.Count; i++)
        {
            var e = history[i];
            var actor = actors[e.ActorId];
            Assert.True(i == 0 || e.At >= history[i - 1].At, "time runs back");
            if (e.From != e.To)
                Assert.Contains($"{e.From?.Code()}>{e.To.Code()}", Arrows);
            Assert.True(e.From != CaseState.Archived, "something happened after archiving");
            switch (e.Data)
            {
                case CaseDispatched d: orgs.Add(d.OrgCode); break;
                case CaseMerged m: orgs.Add(m.OrgCode); break;
                case CallbackAttempted c:
                    Assert.NotEqual(review.StaffCode, actor.StaffCode);
                    Assert.InRange(c.CalledAt, review.ReviewedAt, e.At);
                    break;
                case AppealFiled: appeals++; break;
                case ReturnRequested: returns++; break;
                case AppealUpheld or AppealRejected:
                    Assert.DoesNotContain(actor.OrgCode ?? "", orgs);
                    Assert.DoesNotContain(actor.UserId, judgedReply);
                    decidedAppeal.Add(actor.UserId);
                    break;
                case FeedbackAccepted or FeedbackNotAccepted:
                    Assert.DoesNotContain(actor.OrgCode ?? "", orgs);
                    Assert.DoesNotContain(actor.UserId, decidedAppeal);
                    judgedReply.Add(actor.UserId);
                    break;
                case ExtensionApproved:
                    Assert.NotEqual(round.Last(x => x.Data is ExtensionRequested).ActorId, e.ActorId);
                    Assert.True(e.At <= round.Select(x => x.Data).OfType<DeadlineSet>().Last(d => d.Step == DeadlineStep.Rectify).DueAt, "extended after due");
                    Assert.True(round.Count(x => x.Data is ExtensionApproved) < w.Policy.MaxExtensions, "too many extensions");
                    break;
                case DeadlineMissed m:
                    Assert.True(e.At > m.DueAt, "missed before due");
                    Assert.True(seen.Add(("missed", m.Step, m.DueAt)), "missed twice");
                    break;
                case CardIssued c:
                    Assert.True(seen.Add((c.Card.Code(), c.Step, c.DueAt)), "carded twice");
                    Assert.Equal(c.Card == Card.Red, e.At > c.DueAt);
                    break;
                case SupportEvent s: Support(s, e, actor, open, seen, orgs); break;
                case FallbackTaken t:
                    Assert.Null(entry);
                    entry = (t.EntryNo, e.At);
                    Assert.Equal(history.Take(i + 1).Count(x => x.Data is FallbackTaken), t.EntryNo);
                    break;
                case FallbackEnded f:
                    Assert.Equal(entry?.No, f.EntryNo);
                    Assert.DoesNotContain(actor.OrgCode ?? "", orgs);
                    Assert.InRange(f.WorkingDays, 0, (e.At.Date - entry!.Value.At.Date).Days);
                    entry = null;
                    break;
                case CaseArchived: Assert.Null(entry); break;
                case FeedbackSubmitted or ReturnApproved: Assert.Empty(open); break;
                case CaseReopened r:
                    Assert.Empty(open);
                    Assert.True(r.Ordered || r.Round <= w.Policy.MaxReopens, "too many rounds");
                    Assert.True(!r.Ordered || actor.Is(Role.Supervisor), "only a supervisor orders another round");
                    round.Clear();
                    break;
                case CaseClosed c:
                    Assert.Empty(open);
                    Closed(c, round, w.Policy, review, ((CaseOpened)history[0].Data).Kind);
                    break;
            }
            round.Add(e);
        }
        Assert.True(appeals <= w.Policy.MaxAppeals && returns <= w.Policy.MaxReturns, "too many appeals or returns");
        Assert.Equal(history.Any(e => e.Data is AppealUpheld), !w.Case.CountsInAssessment);
        Assert.Equal(Fingerprint(w.Case), Fingerprint(Case.Replay(w.Case.CaseNo, history)));
    }

    /// <summary>What each kind asks and what it does not know, written down once more.</summary>
    private static void OfKind(CaseKind kind, BadReview review, IReadOnlyList<RecordedEvent> history, IReadOnlyDictionary<string, Actor> actors)
    {
        if (kind is CaseKind.Consult or CaseKind.Suggestion or CaseKind.Praise)
            Assert.DoesNotContain(history, e => e.Data is CallbackAttempted or CaseVerified or RectificationRecorded
                || e.Data is DeadlineSet { Step: DeadlineStep.Callback or DeadlineStep.Verify });
        else
            Assert.DoesNotContain(history, e => e is { From: CaseState.Callback, To: CaseState.Explaining });
        if (kind != CaseKind.BadReview)
            Assert.DoesNotContain(history, e => e.Data is AppealFiled or DeadlineSet { Step: DeadlineStep.AppealWindow });
        if (kind == CaseKind.Praise)
            Assert.DoesNotContain(history, e => e.Data is RectificationRated or CaseReopened);
        var decided = history.Where(e => e.Data is SuggestionDecided).ToList();
        Assert.True(kind == CaseKind.Suggestion || decided.Count == 0, "only suggestions are adopted");
        Assert.All(decided, e => Assert.True(actors[e.ActorId].Is(Role.UnitLeader)));
        Assert.True(decided.Count <= 1 + history.Count(e => e.Data is CaseReopened), "decided twice in a round");
        if (!review.IsNamed)
            Assert.DoesNotContain(history, e => e.Data is DeadlineSet { Step: DeadlineStep.Callback });
        if (kind != CaseKind.Report)
            return;
        var had = new HashSet<string>();
        foreach (var e in history)
        {
            if (e.Data is CaseDispatched or CaseMerged)
                had.Add((e.Data as CaseDispatched)?.OrgCode ?? ((CaseMerged)e.Data).OrgCode);
            if (e.Data is SupportAsked asked)
                Assert.NotEqual(review.AboutOrgCode, asked.OrgCode);
            if (e.Data is CallbackAttempted)
                Assert.DoesNotContain(actors[e.ActorId].OrgCode ?? "", had);
        }
        Assert.DoesNotContain(review.AboutOrgCode ?? "nobody", had);
    }

    /// <summary>A task is worked on by its own unit only, one open task a unit, never the lead; cards and misses once, in time.</summary>
    private static void Support(
        SupportEvent s, RecordedEvent e, Actor actor, Dictionary<int, (string Org, DateTime? Due)> open,
        HashSet<(string, DeadlineStep, DateTime)> seen, HashSet<string> orgs)
    {
        Assert.Equal(e.From, e.To);
        if (s is SupportAsked asked)
        {
            Assert.DoesNotContain(open.Values, t => t.Org == asked.OrgCode);
            Assert.False(string.IsNullOrWhiteSpace(asked.Ask), "asked for nothing");
            open.Add(asked.TaskNo, (asked.OrgCode, null));
            return;
        }
        Assert.Equal(open[s.TaskNo].Org, s.OrgCode);
        switch (s)
        {
            case SupportDeadlineSet d: open[s.TaskNo] = (s.OrgCode, d.DueAt); break;
            case SupportTaskAccepted or SupportTaskDone or SupportTaskReturned:
                Assert.Equal(s.OrgCode, actor.OrgCode);
                if (s is not SupportTaskReturned)
                    orgs.Add(s.OrgCode);
                break;
            case SupportTaskWithdrawn w:
                Assert.True(w.Cause == WithdrawalCause.ByLead ? !string.IsNullOrWhiteSpace(w.Reason) : w.Reason is null, "withdrawn without a reason");
                break;
            case SupportTaskOverdue o:
                Assert.True(e.At > o.DueAt && open[s.TaskNo].Due == o.DueAt, "missed before due");
                Assert.True(seen.Add(($"missed task {s.TaskNo}", DeadlineStep.Support, o.DueAt)), "missed twice");
                break;
            case SupportCardIssued c:
                Assert.Equal(c.Card == Card.Red, e.At > c.DueAt);
                Assert.True(seen.Add(($"{c.Card} task {s.TaskNo}", DeadlineStep.Support, c.DueAt)), "carded twice");
                break;
        }
        if (s is SupportTaskDone or SupportTaskReturned or SupportTaskWithdrawn)
            open.Remove(s.TaskNo);
    }

    /// <summary>No close without a call (or as many attempts as asked, or nobody to call) and a reply (or why none).</summary>
    private static void Closed(CaseClosed closed, List<RecordedEvent> round, Policy policy, BadReview review, CaseKind kind)
    {
        var calls = round.Select(e => e.Data).OfType<CallbackAttempted>().ToList();
        var failed = calls.Where(c => c.Outcome != CallbackOutcome.Reached).ToList();
        Assert.True(
            calls.Any(c => c.Outcome == CallbackOutcome.Reached)
            || (failed.Count >= policy.CallbackAttempts && failed.Select(c => c.CalledAt.Date).Distinct().Count() >= policy.CallbackDays)
            || !review.IsNamed || kind is CaseKind.Consult or CaseKind.Suggestion or CaseKind.Praise,
            "closed without a call");
        var accepted = round.FindLastIndex(e => e.Data is FeedbackAccepted);
        var upheld = round.Select(e => e.Data).OfType<AppealUpheld>().LastOrDefault();
        var reply = round.Select(e => e.Data).OfType<FeedbackSubmitted>().LastOrDefault();
        Assert.True(
            (accepted >= 0 && (!string.IsNullOrWhiteSpace(reply!.Text) || reply.Obstacle is not null))
            || (upheld is not null && (!string.IsNullOrWhiteSpace(upheld.Reply) || upheld.Obstacle is not null)),
            "closed without a reply");
        Assert.Equal(closed.Reason == CloseReason.SetAside, upheld is not null);
        Assert.Equal(upheld is null, closed.CountsInAssessment);
        Assert.Equal(kind == CaseKind.Praise, closed.Reason == CloseReason.Thanked);
        if (kind == CaseKind.Suggestion)
            Assert.Single(round, e => e.Data is SuggestionDecided);
        if (closed.Reason == CloseReason.RatedSatisfied)
            Assert.NotEqual(Satisfaction.NotSatisfied, round.Select(e => e.Data).OfType<RectificationRated>().Last().Satisfaction);
    }

    /// <summary>All of a case as text; collections without order.</summary>
    internal static string Fingerprint(object? value) => value switch
    {
        null => "-",
        string s => s,
        DateTime d => d.ToString("O", CultureInfo.InvariantCulture),
        IEnumerable many => $"[{string.Join(",", many.Cast<object?>().Select(Fingerprint).Order(StringComparer.Ordinal))}]",
        _ when value.GetType().IsPrimitive || value is Enum or DateOnly or TimeSpan => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => $"{{{string.Join(";", value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0).Select(p => $"{p.Name}={Fingerprint(p.GetValue(value))}"))}}}",
    };
}
