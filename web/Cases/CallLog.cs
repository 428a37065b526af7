using QualityInsight.Feedback;

namespace QualityInsight.Web.Cases;

/// <summary>A call as the log shows it.</summary>
internal sealed record LoggedCall(int Round, DateTime At, string Who, CallbackOutcome Outcome, int? Seconds, string? Note);

/// <summary>All calls of a case, oldest first, with the round they belong to.</summary>
internal static class CallLog
{
    public static IReadOnlyList<LoggedCall> Of(IReadOnlyList<RecordedEvent> events, IReadOnlyDictionary<string, string> names)
    {
        var calls = new List<LoggedCall>();
        var round = 0;
        foreach (var e in events)
        {
            if (e.Data is CaseReopened reopened)
                round = reopened.Round;
            if (e.Data is CallbackAttempted call)
                calls.Add(new(round, call.CalledAt, names.GetValueOrDefault(e.ActorId, e.ActorId), call.Outcome, call.DurationSeconds, call.Note));
        }
        return calls;
    }
}
