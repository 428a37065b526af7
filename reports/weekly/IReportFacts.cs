using QualityInsight.Analytics;

namespace QualityInsight.Reports.Weekly;

/// <summary>
/// What a report needs beside metrics: the state of the feeds, how far the cases got, which are overdue, what the
/// integrity rules saw. Read from the same serving snapshot as the metrics.
/// </summary>
public interface IReportFacts
{
    /// <summary>The name of the snapshot read.</summary>
    string Snapshot { get; }

    /// <summary>Every feed that ever loaded facts, with its state for the period.</summary>
    IReadOnlyList<FeedStatus> Feeds(Period period);

    /// <summary>Cases opened in the period, and how many of them had reached each stage of the loop at the cut-off.</summary>
    IReadOnlyList<StageCount> Funnel(Period period, string? org);

    /// <summary>Open cases past their deadline on the last day of the period, longest overdue first.</summary>
    IReadOnlyList<OverdueCase> Overdue(Period period, string? org, int limit);

    /// <summary>The strongest evidence of each integrity rule that flagged a record of the period.</summary>
    IReadOnlyList<FlagExample> FlagExamples(Period period, string? org);

    /// <summary>The name of an org, or null where the snapshot knows none of that code.</summary>
    string? OrgName(string code);
}

/// <summary>How a feed stands for the period.</summary>
public enum FeedState
{
    /// <summary>It has records up to the end of the period, within the tolerance.</summary>
    Received,

    /// <summary>It has records of the period, but they stop early.</summary>
    Late,

    /// <summary>It ran before and has nothing for the period.</summary>
    Missing,

    /// <summary>Loaded once only, or not for a long time: history, or switched off. Not waited for.</summary>
    Dormant,
}

/// <summary>One feed (数据源) and kind of record.</summary>
/// <param name="Feed">The profile's source name.</param>
/// <param name="Entity">What it brings: <c>ticket</c>, <c>visit</c>, <c>review</c>, …</param>
/// <param name="LastLoadedUtc">When it was last loaded, UTC.</param>
/// <param name="LastEvent">The newest record, local wall-clock of the feed; null where records carry no time.</param>
/// <param name="RowsIn">Rows offered by the loads that touch the period.</param>
/// <param name="Loaded">Of these, loaded.</param>
/// <param name="Duplicate">Of these, known before.</param>
/// <param name="Quarantined">Of these, refused.</param>
/// <param name="Nulled">Values (not rows) emptied by a stated rule.</param>
/// <param name="BrokenBatches">Loads of the feed, ever, whose rows in are not loaded + duplicate + quarantined. Must be 0.</param>
/// <param name="State">How it stands.</param>
public sealed record FeedStatus(
    string Feed, string Entity, DateTime? LastLoadedUtc, DateTime? LastEvent,
    long RowsIn, long Loaded, long Duplicate, long Quarantined, long Nulled, long BrokenBatches, FeedState State);

/// <summary>A stage of the loop (闭环) and the cases that reached it.</summary>
/// <param name="Stage">A stable id: <c>opened</c>, <c>called</c>, <c>verified</c>, <c>handed_in</c>, <c>fed_back</c>, <c>satisfied</c>.</param>
/// <param name="Cases">Cases of the period that reached it.</param>
public sealed record StageCount(string Stage, long Cases);

/// <summary>A case past its deadline. No personal data.</summary>
/// <param name="CaseNo">Its number.</param>
/// <param name="Org">The unit that owes it.</param>
/// <param name="State">Where it stands, a code of the loop.</param>
/// <param name="DueAt">The deadline, local.</param>
/// <param name="DaysOver">Whole natural days since, at the end of the period.</param>
public sealed record OverdueCase(string CaseNo, string Org, string State, DateTime DueAt, int DaysOver);

/// <summary>What an integrity rule saw.</summary>
/// <param name="Rule"><c>R01</c> … <c>R20</c>.</param>
/// <param name="Subject"><c>review</c>, <c>visit</c>, …</param>
/// <param name="Evidence">One line.</param>
public sealed record FlagExample(string Rule, string Subject, string Evidence);
