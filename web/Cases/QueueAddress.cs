using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
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

        bool? YesNo(string key) => Text(key) switch { "yes" => true, "no" => false, _ => null };

        return new()
        {
            View = One<QueueView>("view") ?? QueueView.Open,
            OrgCode = Text("org"),
            HallCode = Text("hall"),
            ItemCode = Text("item"),
            Kind = One<CaseKind>("kind"),
            Level = Number("level", 1, 5),
            State = One<CaseState>("state"),
            Label = Text("label"),
            HandlerId = Text("handler"),
            CounterCode = Text("counter"),
            Card = One<Card>("card"),
            Channel = Text("channel"),
            Late = YesNo("late"),
            Named = YesNo("named"),
            Text = Text("q"),
            From = Day("from"),
            To = Day("to"),
            Sort = One<QueueSort>("sort") ?? QueueSort.DueAt,
            Descending = Text("dir") == "desc",
            Page = Number("page", 1, 1_000_000) ?? 1,
        };
    }

    /// <summary>The address of a question, without page: what a saved view keeps.</summary>
    public static string Write(QueueQuery q)
    {
        var values = new (string Key, string? Value)[]
        {
            ("view", q.View.ToString()), ("org", q.OrgCode), ("hall", q.HallCode), ("item", q.ItemCode), ("counter", q.CounterCode),
            ("kind", q.Kind?.ToString()), ("level", q.Level?.ToString(CultureInfo.InvariantCulture)), ("state", q.State?.ToString()), ("label", q.Label), ("handler", q.HandlerId),
            ("card", q.Card?.ToString()), ("channel", q.Channel), ("late", YesNo(q.Late)), ("named", YesNo(q.Named)), ("q", q.Text),
            ("from", q.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("to", q.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("sort", q.Sort == QueueSort.DueAt ? null : q.Sort.ToString()), ("dir", q.Descending ? "desc" : null),
        };
        return new QueryBuilder(values.Where(v => !string.IsNullOrEmpty(v.Value)).Select(v => KeyValuePair.Create(v.Key, v.Value!))).ToQueryString().Value!.TrimStart('?');
    }

    private static string? YesNo(bool? value) => value switch { true => "yes", false => "no", null => null };
}
