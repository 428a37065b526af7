using System.Text.Json;
using System.Text.Json.Nodes;

namespace QualityInsight.Web.Show;

/// <summary>One number with what it needs beside it.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">As written, "—" where there is none.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="N">How many records stand behind it, as written.</param>
/// <param name="Also">Interval, comparison or a remark.</param>
/// <param name="Definition">What it says, shown on hover.</param>
/// <param name="DefinitionHref">Its page in the dictionary.</param>
/// <param name="RecordsHref">The records behind it.</param>
internal sealed record Figure(
    string Name, string Value, string? Unit = null, string? N = null, string? Also = null,
    string? Definition = null, string? DefinitionHref = null, string? RecordsHref = null);

/// <summary>A cell of a chart's table: what is written, and where it leads.</summary>
internal sealed record FigureCell(string Text, string? Href = null, string? N = null);

/// <summary>A chart that answers one question, with the same answer as a table.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Question">Its title: the question.</param>
/// <param name="Remark">Unit, period, n.</param>
/// <param name="Option">The ECharts option; null draws the table only.</param>
/// <param name="Heads">Heads of the table; the first column names the rows.</param>
/// <param name="Rows">The table.</param>
/// <param name="Links">Name of a bar or point → address of the records behind it.</param>
/// <param name="Tall">Whether it needs more height.</param>
internal sealed record ChartFigure(
    string Id, string Question, string? Remark, JsonNode? Option,
    IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<FigureCell>> Rows,
    IReadOnlyDictionary<string, string>? Links = null, bool Tall = false)
{
    /// <summary>JSON for a data block: the default encoder writes &lt;, &gt; and &amp; as escapes, so no text can end the block.</summary>
    public static string Json(object? value) => JsonSerializer.Serialize(value);
}
