namespace QualityInsight.City;

/// <summary>How a review came.</summary>
internal enum Channel
{
    /// <summary>Web site.</summary>
    Pc,

    /// <summary>Phone app.</summary>
    Mobile,

    /// <summary>Code on paper.</summary>
    Qr,

    /// <summary>Tablet at the counter.</summary>
    Pad,

    /// <summary>Keypad or other device of the hall.</summary>
    Terminal,

    /// <summary>Text message.</summary>
    Sms,

    /// <summary>Coded by the feed as made by the system.</summary>
    SystemDefault,
}

/// <summary>A review (好差评).</summary>
internal sealed class Review
{
    public required char Feed { get; init; }
    public required string No { get; init; }
    public int Seq { get; init; } = 1;
    public Matter? Matter { get; init; }
    public Visit? Visit { get; init; }
    public Item? Item { get; init; }
    public required Org Org { get; init; }
    public Hall? Hall { get; init; }
    public string? Counter { get; init; }
    public string? Staff { get; init; }
    public string? Device { get; init; }
    public required Channel Channel { get; init; }
    public required int Level { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];
    public CityText? Text { get; init; }
    public required DateTime At { get; init; }
    public Person? Person { get; init; }
    public bool Named { get; init; }

    public bool IsBad => Level <= 2;

    public bool IsDefault => Channel == Channel.SystemDefault;

    public string Body => Text?.Text ?? "";
}
