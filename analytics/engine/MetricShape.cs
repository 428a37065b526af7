using System.Text.RegularExpressions;

namespace QualityInsight.Analytics;

/// <summary>A part of a metric's rows: an expression over the model's alias f, and its name in the aggregate (x, part, whole …).</summary>
internal sealed record Measure(string Expression, string Name);

/// <summary>
/// What a metric takes of each record of its model, and of which records, read from rows of the shape
/// <c>SELECT … FROM model AS f {joins} WHERE … AND {period} AND {filters}</c>.
/// </summary>
/// <param name="Measures">The parts, in the order of the file.</param>
/// <param name="Condition">Which records count; <c>TRUE</c> for all.</param>
internal sealed partial record MetricShape(IReadOnlyList<Measure> Measures, string Condition)
{
    /// <summary>The shape of a metric; null where its rows are written in another way.</summary>
    internal static MetricShape? Of(MetricDefinition metric)
    {
        var match = PlainRows().Match(metric.Rows.Trim());
        if (!match.Success)
            return null;
        var measures = new List<Measure>();
        var from = 0;
        var list = match.Groups["measures"].Value;
        foreach (Match name in MeasureName().Matches(list))
        {
            measures.Add(new(list[from..name.Index], name.Groups["name"].Value));
            from = name.Index + name.Length;
        }
        return from == list.Length && measures.Count > 0
            ? new(measures, match.Groups["condition"] is { Success: true } condition ? condition.Value : "TRUE") : null;
    }

    [GeneratedRegex(@"^(--[^\n]*\n)*SELECT \{dimensions\} (?<measures>[^{}]+)\nFROM \w+ AS f \{joins\}\nWHERE ((?<condition>[^{}]+)\n  AND )?\{period\}\n  AND \{filters\}$")]
    private static partial Regex PlainRows();

    [GeneratedRegex(@" AS (?<name>part[1-3]?|whole[1-3]?|x)(, ?|$)")]
    private static partial Regex MeasureName();
}
