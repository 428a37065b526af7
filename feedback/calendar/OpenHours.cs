using System.Globalization;

namespace QualityInsight.Feedback;

/// <summary>A time of a working day during which the office is open.</summary>
/// <param name="Opens">From.</param>
/// <param name="Closes">To; later than <paramref name="Opens"/>.</param>
public sealed record OpenPeriod(TimeOnly Opens, TimeOnly Closes);

/// <summary>The open periods of a working day, in order, apart from each other (the gap is lunch).</summary>
public sealed class OpenHours
{
    /// <summary>Of these periods.</summary>
    /// <exception cref="FormatException">There is none, or they overlap or are out of order.</exception>
    public OpenHours(IReadOnlyList<OpenPeriod> periods)
    {
        if (periods.Count == 0)
            throw new FormatException("Open hours need at least one period, for example 09:00-12:00.");
        for (var i = 0; i < periods.Count; i++)
            if (periods[i].Closes <= periods[i].Opens || (i > 0 && periods[i].Opens < periods[i - 1].Closes))
                throw new FormatException($"Open hours must follow each other and end after they begin: {string.Join(", ", periods.Select(Text))}.");
        Periods = [.. periods];
        Length = TimeSpan.FromTicks(periods.Sum(p => (p.Closes - p.Opens).Ticks));
    }

    /// <summary>The periods.</summary>
    public IReadOnlyList<OpenPeriod> Periods { get; }

    /// <summary>Open time of one working day.</summary>
    public TimeSpan Length { get; }

    /// <summary>When the day's first period begins.</summary>
    public TimeOnly Opens => Periods[0].Opens;

    /// <summary>Closing time: when the last period ends (下班时间).</summary>
    public TimeOnly Closes => Periods[^1].Closes;

    /// <summary>Reads periods written as <c>09:00-12:00</c>.</summary>
    /// <exception cref="FormatException">One is not of that form.</exception>
    public static OpenHours Parse(IEnumerable<string> periods) => new([.. periods.Select(ParsePeriod)]);

    private static OpenPeriod ParsePeriod(string text)
    {
        var parts = text.Split('-');
        return parts.Length == 2 && Time(parts[0]) is { } opens && Time(parts[1]) is { } closes
            ? new(opens, closes)
            : throw new FormatException($"'{text}' is not an open period; write 09:00-12:00.");
    }

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static string Text(OpenPeriod p) => string.Create(CultureInfo.InvariantCulture, $"{p.Opens:HH:mm}-{p.Closes:HH:mm}");
}
