using System.Globalization;
using Microsoft.AspNetCore.Http;
using QualityInsight.Feedback;

namespace QualityInsight.Web.Cases;

/// <summary>The queue's question as it stands in the address; what cannot be read is left out.</summary>
internal static class QueueAddress
{
    public static QueueQuery Read(IQueryCollection query)
    {
        string? Text(string key) => query[key].ToString().Trim() is { Length: > 0 and <= 100 } text ? text : null;
        T? One<T>(string key) where T : struct, Enum =>
            Enum.TryParse<T>(Text(key), out var value) && Enum.IsDefined(value) ? value : null;
        int? Number(string key, int least, int most) =>
            int.TryParse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most ? n : null;
        DateOnly? Day(string key) =>
            DateOnly.TryParseExact(Text(key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

        return new()
        {
            View = One<QueueView>("view") ?? QueueView.Open,
            OrgCode = Text("org"),
            HallCode = Text("hall"),
            ItemCode = Text("item"),
            Level = Number("level", 1, 5),
            State = One<CaseState>("state"),
            Label = Text("label"),
            Text = Text("q"),
            From = Day("from"),
            To = Day("to"),
            Sort = One<QueueSort>("sort") ?? QueueSort.DueAt,
            Descending = Text("dir") == "desc",
            Page = Number("page", 1, 1_000_000) ?? 1,
        };
    }
}
