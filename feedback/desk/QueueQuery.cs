namespace QualityInsight.Feedback;

/// <summary>The standing views of the queue (待办视图).</summary>
public enum QueueView
{
    /// <summary>全部在办: every open case in scope.</summary>
    Open,
    /// <summary>我的: assigned to me, open.</summary>
    Mine,
    /// <summary>本部门: my unit's, open.</summary>
    MyUnit,
    /// <summary>待分派: no unit yet, or no handler yet where I lead a unit.</summary>
    Unassigned,
    /// <summary>今日到期.</summary>
    DueToday,
    /// <summary>已超期.</summary>
    Overdue,
    /// <summary>待我审批: returns, extensions, appeals, replies that this account may decide.</summary>
    WaitingForApproval,
    /// <summary>申诉.</summary>
    Appeals,
    /// <summary>期限待定: deadlines in unannounced years.</summary>
    Provisional,
    /// <summary>督办中.</summary>
    Supervised,
    /// <summary>协办: another unit's cases in which mine has an open task; the line shows that task's deadline and person.</summary>
    Support,
    /// <summary>已办结、已归档.</summary>
    Done,
    /// <summary>Every case in scope, open or not.</summary>
    All,
}

/// <summary>What the queue is sorted by.</summary>
public enum QueueSort
{
    /// <summary>Next deadline; cases without one last.</summary>
    DueAt,
    /// <summary>When opened.</summary>
    OpenedAt,
    /// <summary>Level, then deadline.</summary>
    Level,
    /// <summary>Last event.</summary>
    UpdatedAt,
    /// <summary>Number.</summary>
    CaseNo,
    /// <summary>Item, then number; open cases only.</summary>
    Item,
    /// <summary>Hall and counter, then number; open cases only.</summary>
    Place,
    /// <summary>Unit and handler, then deadline; open cases only.</summary>
    Who,
    /// <summary>State in the order of a case's way, then deadline; open cases only.</summary>
    State,
}

/// <summary>What to list. Every filter is optional and narrows; scope always applies.</summary>
public sealed record QueueQuery
{
    /// <summary>Which standing view.</summary>
    public QueueView View { get; init; } = QueueView.Open;
    /// <summary>A unit.</summary>
    public string? OrgCode { get; init; }
    /// <summary>A hall.</summary>
    public string? HallCode { get; init; }
    /// <summary>An item.</summary>
    public string? ItemCode { get; init; }
    /// <summary>A counter, by the code its hall gave it; other halls have the same, so <see cref="HallCode"/> belongs with it.</summary>
    public string? CounterCode { get; init; }
    /// <summary>The rated matter's number, whole.</summary>
    public string? TicketNo { get; init; }
    /// <summary>A kind of matter.</summary>
    public CaseKind? Kind { get; init; }
    /// <summary>A level, 1 or 2.</summary>
    public int? Level { get; init; }
    /// <summary>A state.</summary>
    public CaseState? State { get; init; }
    /// <summary>A service-problem label, for example <c>P03</c>.</summary>
    public string? Label { get; init; }
    /// <summary>A handler's account.</summary>
    public string? HandlerId { get; init; }
    /// <summary>The highest card of the present step.</summary>
    public Card? Card { get; init; }
    /// <summary>By which channel it was rated.</summary>
    public string? Channel { get; init; }
    /// <summary>A deadline was missed (true), or never one (false).</summary>
    public bool? Late { get; init; }
    /// <summary>The citizen can be reached (true), or not (false).</summary>
    public bool? Named { get; init; }
    /// <summary>
    /// Words, all of which have to stand in number, text, tags, item, hall, counter, unit, handler or ticket number; taken
    /// literally. Chinese: any part of the text, from one character on. Other words and numbers: from their beginning.
    /// </summary>
    public string? Text { get; init; }
    /// <summary>Opened on or after this day.</summary>
    public DateOnly? From { get; init; }
    /// <summary>Opened on or before this day.</summary>
    public DateOnly? To { get; init; }
    /// <summary>Order.</summary>
    public QueueSort Sort { get; init; } = QueueSort.DueAt;
    /// <summary>Largest (latest) first.</summary>
    public bool Descending { get; init; }
    /// <summary>1-based.</summary>
    public int Page { get; init; } = 1;
    /// <summary>Rows a page, 1–500.</summary>
    public int PageSize { get; init; } = 50;
    /// <summary>False where the standing views' counters do not matter.</summary>
    public bool WithCounts { get; init; } = true;
    /// <summary>How far ended cases are counted for <see cref="QueuePage.Total"/>; counting is what costs.</summary>
    public int CountTo { get; init; } = QueuePage.CountedTo;

    internal DateTime? OpenedFrom => From?.ToDateTime(TimeOnly.MinValue);
    internal DateTime? OpenedBefore => To?.AddDays(1).ToDateTime(TimeOnly.MinValue);
}

/// <summary>A page of the queue.</summary>
/// <param name="Rows">The cases.</param>
/// <param name="Total">How many there are under the filters; at most <see cref="QueuePage.CountedTo"/> among ended cases, see <see cref="QueuePage.TotalIsLeast"/>.</param>
/// <param name="Counts">How many each standing view holds for this account, without the other filters.</param>
/// <param name="Page">1-based.</param>
/// <param name="PageSize">Rows a page.</param>
/// <param name="Now">The bureau's wall-clock at which this was true.</param>
public sealed record QueuePage(
    IReadOnlyList<CaseView> Rows, int Total, IReadOnlyDictionary<QueueView, int> Counts, int Page, int PageSize, DateTime Now)
{
    /// <summary>Among ended cases no more than this are counted and paged through; who needs more narrows the filters, or exports.</summary>
    public const int CountedTo = 10_000;

    /// <summary>There are more than <see cref="Total"/>: ended cases beyond <see cref="CountedTo"/> are not counted.</summary>
    public bool TotalIsLeast { get; init; }

    /// <summary>The search found so many cases that only the newest of them were looked through.</summary>
    public bool SearchIsCut { get; init; }
}
