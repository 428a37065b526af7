namespace QualityInsight.City;

/// <summary>What became of a queue number.</summary>
internal enum VisitEnd
{
    /// <summary>A matter was handed in.</summary>
    Accepted,

    /// <summary>A certificate was fetched (领照).</summary>
    Fetched,

    /// <summary>A question was answered (咨询).</summary>
    Consulted,

    /// <summary>Something else, for example a missing paper was brought.</summary>
    Other,

    /// <summary>Called in vain, or never called before the night job closed the day (过号).</summary>
    Passed,

    /// <summary>The wrong kind of number was taken (取错事项).</summary>
    WrongItem,
}

/// <summary>One queue number (排队号), or the second row of one that was forwarded.</summary>
internal sealed class Visit
{
    public required Hall Hall { get; init; }
    public required QueueGroup Group { get; init; }
    public required string Number { get; init; }
    public int Seq { get; init; } = 1;
    public required DateTime Taken { get; init; }
    public DateTime? Appointment { get; init; }
    public required Item Item { get; init; }
    public required Person Person { get; init; }
    public bool Forwarded { get; set; }
    public DateTime? Called { get; set; }
    public DateTime? Started { get; set; }
    public DateTime? Finished { get; set; }
    public Counter? Counter { get; set; }
    public VisitEnd End { get; set; }

    /// <summary>Its feed sends made-up start and end times (2019-01-01 09:00 and 09:10) because nobody pressed the key.</summary>
    public bool HasPlaceholderTimes { get; set; }

    public List<Matter> Matters { get; } = [];

    public bool Served => End is VisitEnd.Accepted or VisitEnd.Fetched or VisitEnd.Consulted or VisitEnd.Other;

    public DateTime Eligible => Appointment is { } a && a > Taken ? a : Taken;

    public double? WaitSeconds => Called is { } called ? (called - Eligible).TotalSeconds : null;
}
