using System.Globalization;
using Microsoft.AspNetCore.Http;
using QualityInsight.Feedback;

namespace QualityInsight.Web.Cases;

/// <summary>The filters of the fallback register as they stand in the address; what cannot be read is as if it were not there.</summary>
internal static class FallbackAddress
{
    private static readonly string[] Sorts = ["taken", "ended", "days", "case"];

    public static FallbackQuery Read(IQueryCollection values) => new()
    {
        OrgCode = values["org"].ToString() is { Length: > 0 and <= 64 } org ? org : null,
        Origin = One<FallbackOrigin>(values["origin"]),
        IsOpen = values["state"].ToString() switch { "open" => true, "ended" => false, _ => null },
        Outcome = One<FallbackOutcome>(values["outcome"]),
        From = Day(values["from"]),
        To = Day(values["to"]),
        Text = values["q"].ToString() is { Length: > 0 and <= 100 } text ? text : null,
        Sort = Sorts.Contains(values["sort"].ToString()) ? values["sort"].ToString() : "taken",
        Descending = values["dir"] == "desc" || !Sorts.Contains(values["sort"].ToString()),
        Page = int.TryParse(values["page"], CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 10_000) : 1,
    };

    private static T? One<T>(string? value) where T : struct, Enum => Enum.TryParse<T>(value, out var one) && Enum.IsDefined(one) ? one : null;

    // The last day of the calendar has no day after it.
    private static DateOnly? Day(string? value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9000 ? day : null;
}
