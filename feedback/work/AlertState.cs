using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>One thing an alert's query gave: it should not be so.</summary>
/// <param name="Subject">About what: a feed, a step, a unit.</param>
/// <param name="Zh">What was seen, in Chinese.</param>
/// <param name="En">What was seen, in English.</param>
public sealed record AlertSighting(string Subject, string Zh, string En);

/// <summary>What an alert (告警) about one subject is by its events: the fold of them.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Subject">About what.</param>
public sealed record AlertState(string Alert, string Subject)
{
    /// <summary>Events so far.</summary>
    public int Seq { get; init; }
    /// <summary>It has been seen and has not gone.</summary>
    public bool IsOpen { get; init; }
    /// <summary>When it was seen first, UTC.</summary>
    public DateTime? RaisedUtc { get; init; }
    /// <summary>When it was told last since it was raised, UTC; null where it was muted all the time.</summary>
    public DateTime? ToldUtc { get; init; }
    /// <summary>Nobody is told before, UTC.</summary>
    public DateTime? MutedUntilUtc { get; init; }
    /// <summary>Who muted it.</summary>
    public string? MutedBy { get; init; }
    /// <summary>Why.</summary>
    public string? MuteReason { get; init; }
    /// <summary>What was seen last, in Chinese.</summary>
    public string Zh { get; init; } = "";
    /// <summary>What was seen last, in English.</summary>
    public string En { get; init; } = "";

    /// <summary>True while nobody is to be told.</summary>
    public bool IsMuted(DateTime utc) => MutedUntilUtc > utc;

    /// <summary>The state after one more event.</summary>
    /// <param name="e">The event.</param>
    /// <param name="whole">The mute of the whole alert then, or null.</param>
    public AlertState Apply(AlertEventRow e, AlertState? whole)
    {
        var next = this with { Seq = e.Seq };
        var told = !IsMuted(e.AtUtc) && whole?.IsMuted(e.AtUtc) != true;
        return e.Kind switch
        {
            AlertKind.Raised => next with { IsOpen = true, RaisedUtc = e.AtUtc, ToldUtc = told ? e.AtUtc : null, Zh = e.TextZh, En = e.TextEn },
            AlertKind.Renotified => next with { ToldUtc = e.AtUtc, Zh = e.TextZh, En = e.TextEn },
            AlertKind.Recovered => next with { IsOpen = false, RaisedUtc = null, ToldUtc = null, Zh = e.TextZh, En = e.TextEn },
            AlertKind.Muted => next with { MutedUntilUtc = e.UntilUtc, MutedBy = e.ActorId, MuteReason = e.Reason },
            AlertKind.Unmuted => next with { MutedUntilUtc = null, MutedBy = null, MuteReason = null },
            _ => throw new InvalidOperationException($"The alert event {e.Kind} is not one this version knows."),
        };
    }

    /// <summary>All states of a store's events, which come in order; the state of subject "" carries the mute of the whole alert.</summary>
    public static IReadOnlyDictionary<(string Alert, string Subject), AlertState> Fold(IEnumerable<AlertEventRow> events)
    {
        var states = new Dictionary<(string, string), AlertState>();
        foreach (var e in events)
        {
            var before = states.GetValueOrDefault((e.Alert, e.Subject)) ?? new(e.Alert, e.Subject);
            states[(e.Alert, e.Subject)] = before.Apply(e, states.GetValueOrDefault((e.Alert, "")));
        }
        return states;
    }
}

/// <summary>What is to be written about one subject, and whether people are told.</summary>
/// <param name="Subject">About what.</param>
/// <param name="Kind">The event.</param>
/// <param name="Seq">Its place.</param>
/// <param name="Zh">What was seen.</param>
/// <param name="En">The same in English.</param>
/// <param name="Tell">Somebody is told.</param>
public sealed record AlertStep(string Subject, string Kind, int Seq, string Zh, string En, bool Tell);

/// <summary>What follows from what an alert sees now. Pure.</summary>
public static class AlertDecision
{
    /// <summary>
    /// New sightings are raised; those still there are told again after <paramref name="renotify"/> (at once where a mute
    /// kept them from being told at all); those gone are recovered. A mute keeps people from being told, not the record.
    /// </summary>
    public static IReadOnlyList<AlertStep> Decide(
        IReadOnlyCollection<AlertState> states, IReadOnlyCollection<AlertSighting> seen, TimeSpan renotify, DateTime utc)
    {
        var whole = states.FirstOrDefault(s => s.Subject.Length == 0)?.IsMuted(utc) == true;
        var before = states.ToDictionary(s => s.Subject, StringComparer.Ordinal);
        var steps = new List<AlertStep>();
        foreach (var sighting in seen)
        {
            var state = before.GetValueOrDefault(sighting.Subject);
            var silent = whole || state?.IsMuted(utc) == true;
            if (state is not { IsOpen: true })
                steps.Add(new(sighting.Subject, AlertKind.Raised, (state?.Seq ?? 0) + 1, sighting.Zh, sighting.En, !silent));
            else if (!silent && (state.ToldUtc is not { } told || utc - told >= renotify))
                steps.Add(new(sighting.Subject, AlertKind.Renotified, state.Seq + 1, sighting.Zh, sighting.En, true));
        }
        var still = seen.Select(s => s.Subject).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in states.Where(s => s.IsOpen && !still.Contains(s.Subject)))
            steps.Add(new(gone.Subject, AlertKind.Recovered, gone.Seq + 1, gone.Zh, gone.En, gone.ToldUtc is not null && !whole && !gone.IsMuted(utc)));
        return steps;
    }
}
