using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace QualityInsight.Feedback;

/// <summary>
/// The name a file came under, made fit for show: no folders, no control or direction-turning characters, no long runs of
/// digits (telephone, id and card numbers), the extension of what it really is. Never used for storing.
/// </summary>
public static partial class FileNames
{
    private const int Longest = 100;

    /// <summary>The cleaned name.</summary>
    public static string Clean(string given, FileKind kind)
    {
        var text = new StringBuilder();
        foreach (var c in given[(given.AsSpan().LastIndexOfAny('/', '\\') + 1)..].Normalize(NormalizationForm.FormC))
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
                    or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                && !"<>:\"|?*%;&".Contains(c, StringComparison.Ordinal))
                text.Append(c);
        var name = LongDigits().Replace(text.ToString(), m => m.Value[..3] + "****").Trim(' ', '.');
        if (name.EndsWith(kind.Extension, StringComparison.OrdinalIgnoreCase))
            name = name[..^kind.Extension.Length].TrimEnd(' ', '.');
        else if (kind.Extension == ".jpg" && name.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase))
            name = name[..^5];
        if (name.Length > Longest)
            name = name[..(char.IsHighSurrogate(name[Longest - 1]) ? Longest - 1 : Longest)];
        return (name.Length == 0 ? "file" : name) + kind.Extension;
    }

    [GeneratedRegex(@"\p{Nd}{11,}")]
    private static partial Regex LongDigits();
}
