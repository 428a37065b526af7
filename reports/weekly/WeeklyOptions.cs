namespace QualityInsight.Reports.Weekly;

/// <summary>What a deployment may set about its weekly report.</summary>
public sealed record WeeklyOptions
{
    /// <summary>Units with fewer records are shown but neither compared nor ranked.</summary>
    public int MinimumN { get; init; } = 30;

    /// <summary>Cells of hour × weekday with fewer records are hatched.</summary>
    public int MinimumCellN { get; init; } = 10;

    /// <summary>The waiting target where the metric itself carries none, seconds.</summary>
    public double WaitTargetSeconds { get; init; } = 15 * 60;

    /// <summary>A feed whose newest record is older than the period's end by more than this is late: a weekend and a day.
    /// A feed that is usually silent for longer (see its mean gap) is given five of its mean gaps.</summary>
    public TimeSpan FeedTolerance { get; init; } = TimeSpan.FromDays(3);

    /// <summary>A feed whose newest record is older than the period's beginning by more than this is history and not waited for.</summary>
    public TimeSpan FeedForgotten { get; init; } = TimeSpan.FromDays(90);

    /// <summary>A topic, problem or item named by fewer texts is not tested.</summary>
    public int FewestOfTopic { get; init; } = 5;

    /// <summary>Texts of four weeks that blame an item's guide from which its correction is proposed.</summary>
    public int GuideFrom { get; init; } = 3;

    /// <summary>Overdue cases of a unit from which supervision (督办) is proposed.</summary>
    public int SuperviseFrom { get; init; } = 3;

    /// <summary>Calendar days past the deadline from which even one case is proposed for supervision.</summary>
    public int SuperviseDays { get; init; } = 10;

    /// <summary>How many overdue cases are listed one by one.</summary>
    public int OverdueListed { get; init; } = 20;

    /// <summary>Made in spite of faults, and marked as a draft (草稿).</summary>
    public bool Force { get; init; }
}
