using System.Text.Json;

namespace QualityInsight.City;

/// <summary>
/// What a written city really holds: every planted trouble with its records, and the figures a right system must
/// find. Counted while writing, from the simulated lives, never from a warehouse.
/// </summary>
public sealed record CityTruth
{
    /// <summary>The truth's file name inside the city's folder.</summary>
    public const string FileName = "truth.json";

    /// <summary>The made-up city's name.</summary>
    public required string City { get; init; }

    /// <summary>The options that made it, without the folder.</summary>
    public required int Seed { get; init; }

    /// <summary>See <see cref="CityOptions.Scale"/>.</summary>
    public required double Scale { get; init; }

    /// <summary>The first day of history.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>The last day of history.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>One entry a file, in load order: rows = loaded + duplicate + quarantined + skipped.</summary>
    public required IReadOnlyList<FileTruth> Files { get; init; }

    /// <summary>Distinct valid records over all feeds except the reversed one.</summary>
    public required CityTotals Totals { get; init; }

    /// <summary>Waits and no-shows by hall.</summary>
    public required IReadOnlyList<HallTruth> Halls { get; init; }

    /// <summary>Reviews and lateness by department.</summary>
    public required IReadOnlyList<OrgTruth> Orgs { get; init; }

    /// <summary>Every planted trouble.</summary>
    public required IReadOnlyList<PlantedTruth> Planted { get; init; }

    /// <summary>Reads the truth of a written city.</summary>
    /// <param name="folder">The folder given to <see cref="CityGenerator.Write"/>.</param>
    /// <exception cref="FileNotFoundException">No city was written there.</exception>
    public static CityTruth Read(string folder) =>
        JsonSerializer.Deserialize<CityTruth>(File.ReadAllText(Path.Combine(folder, FileName)), CityJson.Options)
        ?? throw new InvalidDataException($"{FileName} in {folder} is empty.");
}

/// <summary>What must become of one file's rows when the files are loaded in the order of the manifest.</summary>
/// <param name="File">Path inside the city's folder.</param>
/// <param name="Feed">The feed's name.</param>
/// <param name="Entity">The table the rows go to.</param>
/// <param name="Rows">Data rows in the file, without the header.</param>
/// <param name="Loaded">Rows that must be loaded; for tickets this includes <paramref name="Updates"/>.</param>
/// <param name="Duplicate">Rows that were sent before (in this file or an earlier one) with the same content.</param>
/// <param name="Quarantined">Rows that must be refused.</param>
/// <param name="Skipped">Rows that are no record of the entity at all (the keypad's "no rating" key).</param>
/// <param name="Updates">Loaded rows that are a newer version of a ticket sent open before.</param>
/// <param name="Reasons">Quarantined rows by the planted reason.</param>
public sealed record FileTruth(string File, string Feed, string Entity, long Rows, long Loaded, long Duplicate,
    long Quarantined, long Skipped, long Updates, IReadOnlyDictionary<string, long> Reasons);

/// <summary>Distinct valid records.</summary>
public sealed record CityTotals
{
    /// <summary>Matters (办件).</summary>
    public required long Matters { get; init; }

    /// <summary>Hotline orders (12345 工单).</summary>
    public required long HotlineOrders { get; init; }

    /// <summary>Steps of matters.</summary>
    public required long Steps { get; init; }

    /// <summary>Stops of the clock (特别程序).</summary>
    public required long Suspensions { get; init; }

    /// <summary>Queue numbers, forwarded ones counted as two.</summary>
    public required long Visits { get; init; }

    /// <summary>Number ↔ matter links.</summary>
    public required long VisitTickets { get; init; }

    /// <summary>Reviews, default ones included.</summary>
    public required long Reviews { get; init; }

    /// <summary>Reviews that the feed itself codes as made by the system.</summary>
    public required long DefaultReviews { get; init; }

    /// <summary>Reviews of level 1 or 2 (差评).</summary>
    public required long BadReviews { get; init; }

    /// <summary>Reviews of level 3, 4 or 5 ÷ all reviews, default ones included.</summary>
    public required double GoodRateRaw { get; init; }

    /// <summary>The same over reviews that no system made by the feed's own code.</summary>
    public required double GoodRateActive { get; init; }

    /// <summary>Closed matters.</summary>
    public required long ClosedMatters { get; init; }

    /// <summary>Matters closed after their promised end plus the time their clock stood still.</summary>
    public required long LateMatters { get; init; }

    /// <summary>Matters closed after their promised end, stops of the clock ignored: what a careless count gives.</summary>
    public required long LateMattersIgnoringSuspensions { get; init; }
}

/// <summary>Queue figures of a hall over its valid, distinct numbers.</summary>
/// <param name="Code">The hall's code.</param>
/// <param name="Name">The hall's name.</param>
/// <param name="Served">Numbers served.</param>
/// <param name="WaitMean">Seconds from taking (or the appointment, if later) to the call, over served numbers.</param>
/// <param name="WaitMedian">Median of the same (linear interpolation).</param>
/// <param name="WaitP90">90 % quantile of the same (linear interpolation).</param>
/// <param name="OpenWaitMean">Mean of the same less the seconds in which the hall was closed.</param>
/// <param name="HandleMean">Seconds from start to finish, over served numbers.</param>
/// <param name="NoShow">Numbers called in vain (过号).</param>
/// <param name="NoShowRate">No-shows ÷ (served + no-shows).</param>
public sealed record HallTruth(string Code, string Name, long Served, double WaitMean, double WaitMedian, double WaitP90,
    double OpenWaitMean, double HandleMean, long NoShow, double NoShowRate);

/// <summary>Review and lateness figures of a department.</summary>
/// <param name="Code">The department's code.</param>
/// <param name="Name">The department's name.</param>
/// <param name="Reviews">Its reviews, default ones included.</param>
/// <param name="BadReviews">Those of level 1 or 2.</param>
/// <param name="ClosedMatters">Its closed matters.</param>
/// <param name="LateMatters">Those closed late, see <see cref="CityTotals.LateMatters"/>.</param>
public sealed record OrgTruth(string Code, string Name, long Reviews, long BadReviews, long ClosedMatters, long LateMatters);

/// <summary>One planted trouble.</summary>
/// <param name="Id">A stable name, for example <c>made-up-reviews</c>.</param>
/// <param name="Rules">The integrity rules that should find it (R01 … R20); empty where no rule is meant to.</param>
/// <param name="What">What was done, in one sentence.</param>
/// <param name="Effect">What a right system must show.</param>
/// <param name="Feed">The feed whose records it touches.</param>
/// <param name="Subject">What the ids are: review, visit, ticket, counter, hall, org or day.</param>
/// <param name="Ids">The records or units, by the feed's own numbers.</param>
/// <param name="Figures">Figures of it by name.</param>
public sealed record PlantedTruth(string Id, IReadOnlyList<string> Rules, string What, string Effect, string Feed,
    string Subject, IReadOnlyList<string> Ids, IReadOnlyDictionary<string, double> Figures);
