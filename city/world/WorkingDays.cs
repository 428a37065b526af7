using System.Globalization;

namespace QualityInsight.City;

/// <summary>The official working days 2024–2026 with holidays and make-up days (调休).</summary>
internal static class WorkingDays
{
    private static readonly Dictionary<DateOnly, bool> Named = Resource.Lines("calendar.txt")
        .Select(line => line.Split(' '))
        .ToDictionary(p => DateOnly.ParseExact(p[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), p => p[1] == "班");

    public static bool IsWorking(DateOnly day) =>
        Named.TryGetValue(day, out var working)
            ? working
            : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>A weekend day that is worked by notice.</summary>
    public static bool IsMakeUp(DateOnly day) => Named.TryGetValue(day, out var working) && working;

    /// <summary>A day off by notice (weekends inside a holiday included).</summary>
    public static bool IsHoliday(DateOnly day) => Named.TryGetValue(day, out var working) && !working;

    /// <summary>The n-th working day after the given day; n = 0 gives the day itself if it is worked, else the next.</summary>
    public static DateOnly Add(DateOnly day, int n)
    {
        while (!IsWorking(day))
            day = day.AddDays(1);
        for (; n > 0; n--)
            do
                day = day.AddDays(1);
            while (!IsWorking(day));
        return day;
    }

    /// <summary>True for the first working day after a holiday of at least three days.</summary>
    public static bool IsFirstAfterHoliday(DateOnly day)
    {
        var off = 0;
        for (var d = day.AddDays(-1); !IsWorking(d); d = d.AddDays(-1))
            off++;
        return off >= 3 && IsWorking(day);
    }

    public static void Require(DateOnly first, DateOnly last)
    {
        if (first.Year < 2024 || last.Year > 2026)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"The city's calendar covers 2024 to 2026; {first:yyyy-MM-dd} to {last:yyyy-MM-dd} lies outside. Choose fewer weeks or another last day."));
    }
}
