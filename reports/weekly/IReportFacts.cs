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

    /// <summary>Open matters past their promised end on the last day of the period, longest overdue first.</summary>
    IReadOnlyList<LateTicket> LateTickets(Period period, string? org, int limit);

    /// <summary>Service items whose problem of the period was named in the 30 days before too, most often named first.</summary>
    IReadOnlyList<RepeatProblem> Repeats(Period period, string? org, int limit);

    /// <summary>The policy versions that cases open in the period run under, most cases first.</summary>
    IReadOnlyList<PolicyInUse> Policies(Period period, string? org);

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

/// <summary>A matter (办件) past its promised end and still open.</summary>
/// <param name="TicketNo">Its number.</param>
/// <param name="Item">Name of its service item.</param>
/// <param name="Org">Name of its unit.</param>
/// <param name="DueAt">The promised end with the stops of the clock, local wall-clock.</param>
/// <param name="DaysOver">Calendar days past it at the end of the period.</param>
public sealed record LateTicket(string TicketNo, string Item, string Org, DateTime DueAt, int DaysOver);

/// <summary>The same problem with the same item again.</summary>
/// <param name="Item">Name of the item.</param>
/// <param name="Problem">Code of the problem type.</param>
/// <param name="Now">Texts of the period that name it.</param>
/// <param name="Before">Texts of the 30 days before that named it.</param>
public sealed record RepeatProblem(string Item, string Problem, long Now, long Before);

/// <summary>A policy version (处置政策) in use.</summary>
/// <param name="Policy">Its id.</param>
/// <param name="Version">The first eight characters of its hash.</param>
/// <param name="Cases">Cases that run under it.</param>
public sealed record PolicyInUse(string Policy, string Version, long Cases);
