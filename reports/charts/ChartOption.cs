namespace QualityInsight.Reports.Charts;

/// <summary>
/// A chart ready to be drawn: the option object of ECharts as plain JSON (no script functions), so that the web page
/// and the printed report draw the very same thing.
/// </summary>
/// <param name="Kind">The kind of chart, a stable id such as <c>waits-by-hall</c>; used for file and element names.</param>
/// <param name="Question">The title: the question the chart answers. Printed by the page above the chart, not inside it.</param>
/// <param name="Answer">The answer in one sentence, for the line under the title and for readers who cannot see the chart.</param>
/// <param name="Json">The option object; safe inside a <c>script</c> element (<c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c> are escaped).</param>
/// <param name="Width">The width the option was laid out for, in CSS pixels.</param>
/// <param name="Height">The height the option was laid out for, in CSS pixels.</param>
public sealed record ChartOption(string Kind, string Question, string Answer, string Json, int Width, int Height);
