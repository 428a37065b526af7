namespace QualityInsight.City;

/// <summary>How an application came in.</summary>
internal enum Way
{
    /// <summary>Handed in at a counter.</summary>
    Counter,

    /// <summary>On the web site.</summary>
    Pc,

    /// <summary>On a phone.</summary>
    Mobile,

    /// <summary>By post.</summary>
    Express,
}

/// <summary>A step (环节) of a matter.</summary>
internal sealed record Step(string Name, string Actor, DateTime Started, DateTime Ended, string Action);

/// <summary>A stop of the clock (特别程序).</summary>
internal sealed record Suspension(string Kind, string Reason, DateTime Started, DateTime? Ended);

/// <summary>A matter handled (办件).</summary>
internal sealed class Matter
{
    public required char Feed { get; init; }
    public required string No { get; init; }
    public required Item Item { get; init; }
    public required Person Person { get; init; }
    public required bool IsEnterprise { get; init; }
    public required Way Way { get; init; }
    public Hall? Hall { get; init; }
    public Counter? Counter { get; init; }
    public Visit? Visit { get; init; }
    public required string Staff { get; init; }
    public required DateTime Applied { get; init; }
    public DateTime? Accepted { get; set; }
    public required DateTime Due { get; set; }
    public DateTime? Closed { get; set; }
    public string Result { get; set; } = "";
    public List<Step> Steps { get; } = [];
    public List<Suspension> Suspensions { get; } = [];

    public double SuspendedSeconds => Suspensions.Sum(s => s.Ended is { } end ? (end - s.Started).TotalSeconds : 0);

    /// <summary>Closed after the promised end and the time its clock stood still.</summary>
    public bool IsLate => Closed is { } closed && closed > Due.AddSeconds(SuspendedSeconds);

    /// <summary>Staff applied for the citizen (帮办代办): every fifth of the elderly's applications, few others; told by the number, not drawn.</summary>
    public bool IsAssisted => !IsEnterprise && Dice.Of(0, No).Chance(Person.IsElderly(Applied) ? 0.2 : 0.03);

    public bool IsAfterDue => Closed is { } closed && closed > Due;
}
