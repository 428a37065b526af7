using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;

namespace QualityInsight.Analytics;

/// <summary>
/// Writes results as JSON and CSV, with the same columns everywhere (command line, HTTP, export):
/// the dimensions' codes, <c>&lt;dimension&gt;_name</c> where a code has a name, value, n, numerator, denominator, low, high, note.
/// </summary>
public static class MetricWriter
{
    private static readonly JsonWriterOptions Plain = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// <c>{metric, unit, period: {from, to}, snapshot, rows: [{…, comparisons: [{kind, from, to, value, n, change, ratio, verdict}]}]}</c>.
    /// <c>to</c> is the day after the last; open ends are null.
    /// </summary>
    public static string Json(MetricResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("metric", result.Metric);
            json.WriteString("unit", result.Unit);
            json.WriteStartObject("period");
            Days(json, result.Period);
            json.WriteEndObject();
            json.WriteString("snapshot", result.Snapshot);
            json.WriteStartArray("rows");
            foreach (var row in result.Rows)
                Row(json, row);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>A head line and one line a row; comparisons as further columns <c>&lt;kind&gt;_value</c>, <c>_n</c>, <c>_change</c>, <c>_verdict</c>.</summary>
    public static void Csv(MetricResult result, TextWriter to)
    {
        ArgumentNullException.ThrowIfNull(result);
        using var csv = CsvWriter.Create(to, new CsvWriterOptions(), true);
        var kinds = result.Rows.Count == 0 ? [] : result.Rows[0].Comparisons.Select(c => c.Kind).ToList();
        foreach (var name in result.Dimensions.SelectMany(d => new[] { d, d + "_name" })
            .Concat(["value", "n", "numerator", "denominator", "low", "high", "note", "rank", "rank_from", "rank_to", "shrunk"])
            .Concat(kinds.SelectMany(k => new[] { k + "_value", k + "_n", k + "_change", k + "_verdict" })))
            csv.WriteField(name);
        csv.EndRecord();
        foreach (var row in result.Rows)
        {
            foreach (var d in row.Dimensions)
            {
                csv.WriteField(Safe(d.Code));
                csv.WriteField(Safe(d.Name));
            }
            foreach (var cell in new object?[] { row.Value, row.N, row.Numerator, row.Denominator, row.Low, row.High, row.Note, row.Rank, row.RankFrom, row.RankTo, row.Shrunk })
                csv.WriteField(Text(cell));
            foreach (var c in row.Comparisons)
            {
                csv.WriteField(Text(c.Value));
                csv.WriteField(Text(c.N));
                csv.WriteField(Text(c.Change));
                csv.WriteField(Word(c.Verdict));
            }
            csv.EndRecord();
        }
    }

    private static void Row(Utf8JsonWriter json, MetricRow row)
    {
        json.WriteStartObject();
        foreach (var d in row.Dimensions)
        {
            json.WriteString(d.Dimension, d.Code);
            json.WriteString(d.Dimension + "_name", d.Name);
        }
        Number(json, "value", row.Value);
        json.WriteNumber("n", row.N);
        Number(json, "numerator", row.Numerator);
        Number(json, "denominator", row.Denominator);
        Number(json, "low", row.Low);
        Number(json, "high", row.High);
        json.WriteString("note", row.Note);
        if (row.Rank is { } rank)
        {
            json.WriteNumber("rank", rank);
            json.WriteNumber("rank_from", row.RankFrom ?? rank);
            json.WriteNumber("rank_to", row.RankTo ?? rank);
        }
        if (row.Shrunk is { } shrunk)
            json.WriteNumber("shrunk", shrunk);
        if (row.Comparisons.Count > 0)
        {
            json.WriteStartArray("comparisons");
            foreach (var c in row.Comparisons)
            {
                json.WriteStartObject();
                json.WriteString("kind", c.Kind);
                Days(json, c.Period);
                Number(json, "value", c.Value);
                json.WriteNumber("n", c.N);
                Number(json, "numerator", c.Numerator);
                Number(json, "denominator", c.Denominator);
                Number(json, "change", c.Change);
                Number(json, "ratio", c.Ratio);
                if (c.Units is { } units)
                    json.WriteNumber("units", units);
                json.WriteString("verdict", Word(c.Verdict));
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void Days(Utf8JsonWriter json, Period period)
    {
        json.WriteString("from", period.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("to", period.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    private static string Word(ChangeVerdict verdict) => verdict switch
    {
        ChangeVerdict.Ordinary => "ordinary",
        ChangeVerdict.Signal => "signal",
        ChangeVerdict.TooFew => "too-few",
        _ => "untested",
    };

    private static string Text(object? cell) => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "";

    /// <summary>A text that a workbook would run as a formula gets an apostrophe before it.</summary>
    private static string? Safe(string? text) => text is { Length: > 0 } && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r'
        ? "'" + text : text;
}
