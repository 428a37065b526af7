using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace QualityInsight.Feedback;

/// <summary>A day that is not what its weekday says: a public holiday, or a weekend day that is worked (调休).</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">The holiday it belongs to, for example 国庆节.</param>
/// <param name="IsOff">True: off although it may be a weekday. False: worked although it may be a weekend day.</param>
/// <param name="Region">Area code prefix where it holds, or <c>CN</c> for everywhere.</param>
public sealed record SpecialDay(DateOnly Date, string Name, bool IsOff, string Region);

/// <summary>A year whose arrangement was announced (节假日安排), and where.</summary>
/// <param name="Year">The year.</param>
/// <param name="Papers">Addresses of the notices.</param>
public sealed record AnnouncedYear(int Year, IReadOnlyList<string> Papers);

/// <summary>What is known about holidays: announced years and special days, national and regional.</summary>
public sealed class CalendarData
{
    /// <summary>Code of the days that hold everywhere.</summary>
    public const string National = "CN";

    private const string EmbeddedName = "QualityInsight.Feedback.calendar.cn-2018-2026.json";
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Of these years and days.</summary>
    public CalendarData(IEnumerable<AnnouncedYear> years, IEnumerable<SpecialDay> days)
    {
        Years = [.. years.OrderBy(y => y.Year)];
        Days = [.. days.OrderBy(d => d.Date).ThenBy(d => d.Region, StringComparer.Ordinal)];
    }

    /// <summary>The State Council's arrangements for 2018–2026, as shipped.</summary>
    public static CalendarData Shipped { get; } = ReadShipped();

    /// <summary>Announced years.</summary>
    public IReadOnlyList<AnnouncedYear> Years { get; }

    /// <summary>Special days, by date.</summary>
    public IReadOnlyList<SpecialDay> Days { get; }

    /// <summary>
    /// Reads a calendar file (JSON: region, source, years[year, papers], days[date, name, off]), or one of the open
    /// <c>holiday-cn</c> collection (year, papers, days[name, date, isOffDay]; DOMAIN § 2.5). A year's notice may hold days of
    /// its neighbours.
    /// </summary>
    /// <exception cref="FormatException">The file is not of that form, or names a day twice; the message says where.</exception>
    public static CalendarData Parse(string json)
    {
        CalendarDocument document;
        try
        {
            using var tree = JsonDocument.Parse(json);
            document = tree.RootElement.ValueKind != JsonValueKind.Object ? throw new FormatException("The calendar file is not a JSON object.")
                : tree.RootElement.TryGetProperty("year", out _) ? tree.RootElement.Deserialize<OpenYearDocument>(OpenJson)!.Ours()
                : tree.RootElement.Deserialize<CalendarDocument>(Json)!;
        }
        catch (JsonException e)
        {
            throw new FormatException($"The calendar file is not of the form expected, line {e.LineNumber + 1}: {e.Message}", e);
        }
        if (document is not { Region.Length: > 0, Years: not null, Days: not null } || document.Days.Any(d => d is null) || document.Years.Any(y => y is not { Papers: not null }))
            throw new FormatException("The calendar file needs region, years and days (or, as in holiday-cn, year, papers and days).");
        var days = document.Days.Select(d => new SpecialDay(Date(d.Date), d.Name, d.Off, document.Region)).ToList();
        if (days.GroupBy(d => d.Date).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"The calendar file names {twice.Key:yyyy-MM-dd} twice."));
        return new(document.Years.Select(y => new AnnouncedYear(y.Year, y.Papers)), days);
    }

    /// <summary>This and more; a later file's word on a day replaces the earlier one.</summary>
    public CalendarData With(CalendarData more) => new(
        Years.Concat(more.Years).GroupBy(y => y.Year).Select(g => g.Last()),
        Days.Concat(more.Days).GroupBy(d => (d.Date, d.Region)).Select(g => g.Last()));

    private static DateOnly Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new FormatException($"The calendar file names a day '{text}'; days are written 2026-10-01.");

    private static CalendarData ReadShipped()
    {
        using var stream = typeof(CalendarData).Assembly.GetManifestResourceStream(EmbeddedName)!;
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    private sealed record CalendarDocument(string Region, string? Source, List<YearDocument> Years, List<DayDocument> Days);

    private static readonly JsonSerializerOptions OpenJson = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true };

    private sealed record OpenYearDocument(int Year, List<string> Papers, List<OpenDayDocument> Days)
    {
        // A year without papers was collected before its notice appeared: its days are then not announced.
        public CalendarDocument Ours() => Papers is { Count: > 0 } && Days is not null
            ? new(National, "holiday-cn", [new(Year, Papers)], Days.ConvertAll(d => new DayDocument(d.Date, d.Name, d.IsOffDay)))
            : throw new FormatException($"The file for {Year.ToString(CultureInfo.InvariantCulture)} names no paper: that year's arrangement is not announced yet.");
    }

    private sealed record OpenDayDocument(string Name, string Date, bool IsOffDay);

    private sealed record YearDocument(int Year, List<string> Papers);

    private sealed record DayDocument(string Date, string Name, bool Off);
}
