using System.Text.Json;

namespace QualityInsight.Web.Show;

/// <summary>One number with what it needs beside it.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">As written, "—" where there is none.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="N">How many records stand behind it, as written.</param>
/// <param name="Also">Comparison, interval or a remark, a line each.</param>
/// <param name="Definition">What it says, shown on hover.</param>
/// <param name="DefinitionHref">Its page in the dictionary.</param>
/// <param name="RecordsHref">The records behind it.</param>
internal sealed record Figure(
    string Name, string Value, string? Unit = null, string? N = null, IReadOnlyList<string>? Also = null,
    string? Definition = null, string? DefinitionHref = null, string? RecordsHref = null);

/// <summary>A cell of a chart's table: what is written, and where it leads.</summary>
internal sealed record FigureCell(string Text, string? Href = null, string? N = null);

/// <summary>A chart that answers one question, with the same answer in words and as a table.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Question">Its title: the question.</param>
/// <param name="Answer">The answer in one sentence, or null.</param>
/// <param name="Option">The ECharts option as JSON that is safe inside a script element; null draws the table only.</param>
/// <param name="Height">Height in CSS pixels.</param>
/// <param name="Heads">Heads of the table; the first column names the rows.</param>
/// <param name="Rows">The table.</param>
/// <param name="Links">Name of a bar or point → address of the records behind it.</param>
/// <param name="DefinitionHref">The metric's page in the dictionary.</param>
/// <param name="Note">How it was made, in small type; or null.</param>
internal sealed record ChartFigure(
    string Id, string Question, string? Answer, string? Option, int Height,
    IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<FigureCell>> Rows,
    IReadOnlyDictionary<string, string>? Links = null, string? DefinitionHref = null, string? Note = null)
{
    /// <summary>Heat maps need the whole width of the page.</summary>
    public bool IsWide => Id is "hall-hours" or "problem-matrix";

    /// <summary>JSON for a data block: the default encoder writes &lt;, &gt; and &amp; as escapes, so no text can end the block.</summary>
    public string LinksJson => JsonSerializer.Serialize(Links ?? new Dictionary<string, string>());
}
