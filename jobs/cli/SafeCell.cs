namespace QualityInsight.Jobs.Cli;

/// <summary>Cells that a spreadsheet would run as a formula get a leading apostrophe.</summary>
internal static class SafeCell
{
    /// <summary>The text as it may stand in a CSV cell; a plain negative number stays a number.</summary>
    public static string? Text(string? text) =>
        text is { Length: > 0 } && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && !double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _)
            ? "'" + text
            : text;
}
