using System.Globalization;
using System.Text;

namespace QualityInsight.Feedback.Store;

/// <summary>
/// A text as the terms it is found by. Chinese (and whatever else is written without spaces) becomes overlapping pairs of
/// characters, its last character standing alone: 态度不好 → 态度 度不 不好 好. So every character begins exactly one term: a
/// single character is found as the beginning of a term, longer words as pairs that follow each other, which is a match
/// of the very substring. Other words and numbers are terms as they are. Deterministic, no dictionary.
/// </summary>
internal static class SearchTerms
{
    /// <summary>Raised whenever the terms of a text change: the index is then made anew at the next start.</summary>
    internal const int Version = 1;

    /// <summary>Stands in every open case's terms; no text can contain it.</summary>
    internal const string Open = "¤open";

    /// <summary>Stands in every ended case's terms.</summary>
    internal const string Done = "¤done";

    /// <summary>Lower case, full-width forms as half-width.</summary>
    internal static string Normal(string text)
    {
        var normal = new StringBuilder(text.Length);
        foreach (var c in text)
            normal.Append(char.ToLowerInvariant(c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c == '　' ? ' ' : c));
        return normal.ToString();
    }

    /// <summary>The terms of a text, in order.</summary>
    internal static List<string> Of(string normalText) => Of(Runs(normalText), isWhole: true);

    /// <summary>A word somebody looks for, as terms that follow each other; null where it has no letter and no digit.</summary>
    /// <param name="word">As typed.</param>
    internal static SearchPhrase? Phrase(string word)
    {
        var normal = Normal(word);
        var runs = Runs(normal);
        if (runs.Count == 0)
            return null;
        var terms = Of(runs, isWhole: false);
        var last = runs[^1];
        // What the terms leave out (a hyphen, a per cent sign) is compared with the text itself.
        var leavesOut = normal.EnumerateRunes().Any(r => !Rune.IsLetterOrDigit(r));
        return new(terms, !last.InPairs || last.Runes.Count == 1, leavesOut ? normal : null);
    }

    private static List<string> Of(List<Run> runs, bool isWhole)
    {
        var terms = new List<string>();
        for (var i = 0; i < runs.Count; i++)
        {
            var (runes, inPairs) = runs[i];
            if (!inPairs)
            {
                terms.Add(string.Concat(runes));
                continue;
            }
            for (var at = 0; at + 1 < runes.Count; at++)
                terms.Add(runes[at].ToString() + runes[at + 1]);
            if (isWhole || i < runs.Count - 1 || runes.Count == 1)
                terms.Add(runes[^1].ToString());
        }
        return terms;
    }

    private static List<Run> Runs(string text)
    {
        var runs = new List<Run>();
        Run? now = null;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune))
            {
                now = null;
                continue;
            }
            var inPairs = Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherLetter;
            if (now is null || now.InPairs != inPairs)
                runs.Add(now = new([], inPairs));
            now.Runes.Add(rune);
        }
        return runs;
    }

    private sealed record Run(List<Rune> Runes, bool InPairs);
}

/// <summary>Terms that have to follow each other.</summary>
/// <param name="Terms">In order; letters and digits only.</param>
/// <param name="LastBegins">The last term need only begin like this.</param>
/// <param name="Literally">Where the terms leave something out: the text that has to stand there.</param>
internal sealed record SearchPhrase(IReadOnlyList<string> Terms, bool LastBegins, string? Literally);
