using System.Globalization;
using System.Text.Json.Nodes;
using QualityInsight.Analytics;
using Spectre.Console;

namespace QualityInsight.Jobs.Cli;

/// <summary>Prints a metric's result as a table for people, CSV or JSON for programs.</summary>
internal static class MetricPrinter
{
    public static void Print(MetricResult result, MetricDefinition metric, string format)
    {
        switch (format)
        {
            case "json": Console.WriteLine(ToJson(result).ToJsonString(JsonOut.Options)); break;
            case "csv": PrintCsv(result); break;
            default: PrintTable(result, metric); break;
        }
    }

    public static void Explain(MetricDefinition m)
    {
        Console.WriteLine($"{m.Id} (version {m.Version}): {m.NameEn} · {m.NameZh}");
        Console.WriteLine(m.SaysEn);
        Console.WriteLine(m.SaysZh);
        Console.WriteLine($"unit         {m.Unit}");
        Console.WriteLine($"one row is   {m.Grain} (model {m.Model}, {(m.Time is null ? "the present state" : $"by {m.Time}")})");
        if (m.Numerator is not null)
            Console.WriteLine($"numerator    {m.Numerator}");
        if (m.Denominator is not null)
            Console.WriteLine($"denominator  {m.Denominator}");
        Console.WriteLine($"left out     {m.ExclusionsEn}");
        Console.WriteLine($"better       {m.Direction.ToString().ToLowerInvariant()}{(m.Target is { } t ? $", target {t.ToString(CultureInfo.InvariantCulture)}" : "")}");
        Console.WriteLine($"formula      [{m.SourceClass.Letter()}] {m.SourceClass.Words(chinese: false)} · {m.SourceClass.Words(chinese: true)}: {m.Source}");
        Console.WriteLine($"by           {string.Join(", ", m.Dimensions)}");
        var compare = Comparison.Offered.Where(c => c == Comparison.Target ? m.Target is not null : c == Comparison.Peers || m.Time is not null);
        Console.WriteLine($"compare      {string.Join(", ", compare)}");
    }

    internal static JsonObject ToJson(MetricResult result) => new()
    {
        ["metric"] = result.Metric,
        ["unit"] = result.Unit,
        ["period"] = Days(result.Period),
        ["snapshot"] = result.Snapshot,
        ["rows"] = new JsonArray([.. result.Rows.Select(r => Row(result, r))]),
    };

    private static JsonObject Row(MetricResult result, MetricRow row)
    {
        var cells = new JsonObject();
        foreach (var (name, value) in Cells(result, row))
            cells[name] = value;
        return cells;
    }

    private static IEnumerable<(string Name, JsonValue? Value)> Cells(MetricResult result, MetricRow row)
    {
        foreach (var d in row.Dimensions)
        {
            yield return (d.Dimension, Text(d.Code));
            if (result.Rows.Any(r => r.Dimensions.Any(o => o.Dimension == d.Dimension && o.Code != o.Name)))
                yield return ($"{d.Dimension}_name", Text(d.Name));
        }
        yield return ("value", Number(row.Value));
        yield return ("n", JsonValue.Create(row.N));
        yield return ("numerator", Number(row.Numerator));
        yield return ("denominator", Number(row.Denominator));
        yield return ("low", Number(row.Low));
        yield return ("high", Number(row.High));
        yield return ("note", Text(row.Note));
        if (result.Rows.Any(r => r.Rank is not null))
        {
            yield return ("rank", row.Rank is { } rank ? JsonValue.Create((long)rank) : null);
            yield return ("rank_from", row.RankFrom is { } best ? JsonValue.Create((long)best) : null);
            yield return ("rank_to", row.RankTo is { } worst ? JsonValue.Create((long)worst) : null);
            yield return ("shrunk", Number(row.Shrunk));
        }
        foreach (var c in row.Comparisons)
        {
            var prefix = c.Kind.Replace('-', '_').Replace(':', '_');
            yield return ($"{prefix}_value", Number(c.Value));
            yield return ($"{prefix}_n", JsonValue.Create(c.N));
            yield return ($"{prefix}_change", Number(c.Change));
            yield return ($"{prefix}_ratio", Number(c.Ratio));
            yield return ($"{prefix}_verdict", JsonValue.Create(c.Verdict.ToString().ToLowerInvariant()));
        }
    }

    private static void PrintCsv(MetricResult result)
    {
        using var csv = CsvOut.Console();
        var head = false;
        foreach (var row in result.Rows)
        {
            var cells = Cells(result, row).ToList();
            if (!head)
                CsvOut.Record(csv, cells.Select(c => (object?)c.Name));
            head = true;
            CsvOut.Record(csv, cells.Select(c => c.Value is null ? null
                : c.Value.TryGetValue<string>(out var text) ? text
                : c.Value.TryGetValue<double>(out var number) ? number : (object)c.Value.GetValue<long>()));
        }
    }

    private static void PrintTable(MetricResult result, MetricDefinition metric)
    {
        var culture = CultureInfo.InvariantCulture;
        Console.WriteLine($"{metric.NameEn} · {metric.NameZh}");
        var table = new Table().Border(TableBorder.Simple);
        var ranked = result.Rows.Any(r => r.Rank is not null);
        if (ranked)
            table.AddColumn(new TableColumn("place").RightAligned());
        foreach (var d in result.Dimensions)
            table.AddColumn(d);
        table.AddColumn(new TableColumn(result.Metric).RightAligned());
        table.AddColumn(new TableColumn("n").RightAligned());
        var intervals = result.Rows.Any(r => r.Low is not null);
        if (intervals)
            table.AddColumn(new TableColumn("95 % interval").RightAligned());
        var comparisons = result.Rows.Count > 0 ? result.Rows[0].Comparisons.Select(c => c.Kind).ToList() : [];
        foreach (var kind in comparisons)
            table.AddColumn(new TableColumn(kind).RightAligned());
        var notes = result.Rows.Any(r => r.Note is not null);
        if (notes)
            table.AddColumn("note");
        foreach (var row in result.Rows)
        {
            var cells = row.Dimensions.Select(d => d.Name == d.Code ? d.Name : $"{d.Name} ({d.Code})").ToList();
            if (ranked)
                cells.Insert(0, row.Place ?? MetricFormat.Nothing);
            cells.Add(MetricFormat.Text(row.Value, metric.Format, culture));
            cells.Add(row.N.ToString("N0", culture));
            if (intervals)
                cells.Add(row.Low is null ? MetricFormat.Nothing
                    : $"{MetricFormat.Text(row.Low, metric.Format, culture)} … {MetricFormat.Text(row.High, metric.Format, culture)}");
            cells.AddRange(row.Comparisons.Select(c =>
                $"{MetricFormat.Text(c.Value, metric.Format, culture)} ({(c.Kind == Comparison.Target ? "target" : $"n {c.N.ToString("N0", culture)}")}{(c.Units is { } units ? $" in {units} others" : "")}) {Verdict(c.Verdict)}"));
            if (notes)
                cells.Add(row.Note ?? "");
            table.AddRow(cells.Select(Markup.Escape).ToArray());
        }
        AnsiConsole.Write(table);
        Console.WriteLine($"{Days(result.Period)} · snapshot {result.Snapshot}");
        Console.WriteLine($"left out: {metric.ExclusionsEn} · formula [{metric.SourceClass.Letter()}] {metric.Source}");
        if (ranked)
            Console.WriteLine("places: 2–5 = the data cannot tell rows of overlapping intervals apart");
    }

    private static string Verdict(ChangeVerdict verdict) => verdict switch
    {
        ChangeVerdict.Untested => "",
        _ => ChangeTest.Words(verdict, chinese: false),
    };

    private static JsonValue? Number(double? value) => value is { } v && double.IsFinite(v) ? JsonValue.Create(v) : null;

    private static JsonValue? Text(string? value) => value is null ? null : JsonValue.Create(value);

    /// <summary>First and last day, both included; <c>..</c> where open.</summary>
    private static string Days(Period period) => string.Create(CultureInfo.InvariantCulture,
        $"{period.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ".."}/{period.To?.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ".."}");
}
