using System.Globalization;
using System.Text;

namespace QualityInsight.Reports.Workbook;

/// <summary>What may stand as text in a workbook.</summary>
internal static class WorkbookText
{
    private const int LongestCell = 32_767;
    private const int LongestSheetName = 31;

    /// <summary>
    /// True where a person who edits the cell would turn it into a formula (it begins with = + - @, a tab or a line break,
    /// also after spaces or in full-width form).
    /// </summary>
    public static bool LooksLikeFormula(string text)
    {
        var first = text.AsSpan().TrimStart(' ');
        return first.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(first[0], StringComparison.Ordinal);
    }

    /// <summary>The text without characters that XML cannot hold, cut at the longest cell there is, marked by "…".</summary>
    public static string Writable(string text)
    {
        if (text.Length > LongestCell)
            text = text[..(LongestCell - 1)] + "…";
        for (var i = 0; i < text.Length; i++)
            if (!IsXml(text, ref i))
                return Without(text);
        return text;
    }

    /// <summary>A sheet name spreadsheets accept: no []:*?/\, at most 31 characters, none twice.</summary>
    public static string SheetName(string wanted, ISet<string> taken)
    {
        var clean = new string([.. Without(wanted).Select(c => "[]:*?/\\".Contains(c, StringComparison.Ordinal) ? ' ' : c)]).Trim().Trim('\'');
        if (clean.Length == 0) clean = "Sheet";
        for (var n = 1; ; n++)
        {
            var suffix = n == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({n})");
            var name = clean[..Math.Min(clean.Length, LongestSheetName - suffix.Length)].TrimEnd() + suffix;
            if (taken.Add(name)) return name;
        }
    }

    private static string Without(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var from = i;
            if (IsXml(text, ref i)) kept.Append(text, from, i - from + 1);
        }
        return kept.ToString();
    }

    private static bool IsXml(string text, ref int at)
    {
        var c = text[at];
        if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            at++;
            return true;
        }
        return c is '\t' or '\n' or '\r' or (>= ' ' and < '\uD800') or (>= '\uE000' and < '\uFFFE');
    }
}
