namespace QualityInsight.City;

/// <summary>What city to make up. The same options give the same files, byte for byte.</summary>
public sealed record CityOptions
{
    /// <summary>The folder that receives the feed files, <c>manifest.json</c> and <c>truth.json</c>; made if absent.</summary>
    public required string Folder { get; init; }

    /// <summary>The seed of every random draw.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// How much of the city is written: 1 is about 150 000 tickets, 200 000 queue numbers and 90 000 reviews a year.
    /// Below 1 the same queues are simulated and a share of the numbers is written, so waits keep their distribution;
    /// above 1 halls have more counters and more people. Needs about 0.9 GB of memory for each 1 of it, a year long.
    /// </summary>
    public double Scale { get; init; } = 1.0;

    /// <summary>Whole weeks of history, ending with <see cref="LastDay"/>.</summary>
    public int Weeks { get; init; } = 52;

    /// <summary>The last day of history. The default is the Sunday of ISO week 2026-W46.</summary>
    public DateOnly LastDay { get; init; } = new(2026, 11, 15);

    /// <summary>The first day of history.</summary>
    public DateOnly FirstDay => LastDay.AddDays(1 - (7 * Weeks));

    internal void Check()
    {
        if (string.IsNullOrWhiteSpace(Folder))
            throw new ArgumentException("No folder was named to write the city's feeds into.");
        if (!(Scale > 0 && Scale <= 20))
            throw new ArgumentException("The scale of the city must be above 0 and at most 20.");
        if (Weeks < 1)
            throw new ArgumentException("The city needs at least one week of history.");
        WorkingDays.Require(FirstDay, LastDay);
    }
}

/// <summary>How far the writing of a city has come.</summary>
/// <param name="Phase">What is being done, in English.</param>
/// <param name="Done">The share done, 0 to 1.</param>
/// <param name="Rows">Rows written so far.</param>
public readonly record struct CityProgress(string Phase, double Done, long Rows);
