using System.Globalization;

namespace QualityInsight.Analytics;

/// <summary>Turns a database value of a dimension into its text code, and back where the code names days.</summary>
internal static class DimensionCode
{
    internal static string? Text(string dimension, object? cell)
    {
        if (cell is null)
            return null;
        if (cell is DateTime at)
            cell = DateOnly.FromDateTime(at);
        var invariant = CultureInfo.InvariantCulture;
        return cell switch
        {
            DateOnly day => dimension switch
            {
                "week" => Period.WeekName(day),
                "month" => day.ToString("yyyy-MM", invariant),
                "quarter" => string.Create(invariant, $"{day.Year:0000}-Q{(day.Month + 2) / 3}"),
                "year" => day.ToString("yyyy", invariant),
                _ => day.ToString("yyyy-MM-dd", invariant),
            },
            bool yes => yes ? "true" : "false",
            _ when dimension == "hour" => Convert.ToInt32(cell, invariant).ToString("00", invariant),
            _ => Convert.ToString(cell, invariant),
        };
    }

    /// <summary>
    /// The code that stands in the later period where this one stands in the earlier: the same place counted from the
    /// period's start. Codes that are no days (hour, weekday, hall) stay.
    /// </summary>
    internal static string? Moved(string dimension, string? code, Period then, Period now)
    {
        if (code is null || dimension is not ("day" or "week" or "month" or "quarter" or "year"))
            return code;
        var day = Period.Parse(code).From!.Value;
        DateOnly from = then.From!.Value, to = now.From!.Value;
        if (dimension is "day")
            return Text(dimension, to.AddDays(day.DayNumber - from.DayNumber));
        if (dimension is "week")
            return Text(dimension, Monday(to).AddDays(day.DayNumber - Monday(from).DayNumber));
        var months = dimension switch { "month" => 1, "quarter" => 3, _ => 12 };
        DateOnly Start(DateOnly d) => new(d.Year, (d.Month - 1) / months * months + 1, 1);
        int Months(DateOnly d) => d.Year * 12 + d.Month;
        return Text(dimension, Start(to).AddMonths(Months(day) - Months(Start(from))));
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
