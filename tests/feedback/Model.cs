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
        "CALLBACK>SCREENING", "DISPATCHED>CALLBACK", "CALLBACK>VERIFYING", "VERIFYING>RECTIFYING", "VERIFYING>EXPLAINING",
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
        var orgs = new HashSet<string>();
        var (round, appeals, returns) = (new List<RecordedEvent>(), 0, 0);
        var decidedAppeal = new HashSet<string>();
        var judgedReply = new HashSet<string>();
        var seen = new HashSet<(string, DeadlineStep, DateTime)>();
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
                case CaseReopened r:
                    Assert.True(r.Ordered || r.Round <= w.Policy.MaxReopens, "too many rounds");
                    Assert.True(!r.Ordered || actor.Is(Role.Supervisor), "only a supervisor orders another round");
                    round.Clear();
                    break;
                case CaseClosed c: Closed(c, round, w.Policy, review); break;
            }
            round.Add(e);
        }
        Assert.True(appeals <= w.Policy.MaxAppeals && returns <= w.Policy.MaxReturns, "too many appeals or returns");
        Assert.Equal(history.Any(e => e.Data is AppealUpheld), !w.Case.CountsInAssessment);
        Assert.Equal(Fingerprint(w.Case), Fingerprint(Case.Replay(w.Case.CaseNo, history)));
    }

    /// <summary>No close without a call (or as many attempts as asked, or nobody to call) and a reply (or why none).</summary>
    private static void Closed(CaseClosed closed, List<RecordedEvent> round, Policy policy, BadReview review)
    {
        var calls = round.Select(e => e.Data).OfType<CallbackAttempted>().ToList();
        var failed = calls.Where(c => c.Outcome != CallbackOutcome.Reached).ToList();
        Assert.True(
            calls.Any(c => c.Outcome == CallbackOutcome.Reached)
            || (failed.Count >= policy.CallbackAttempts && failed.Select(c => c.CalledAt.Date).Distinct().Count() >= policy.CallbackDays)
            || !review.IsNamed,
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
