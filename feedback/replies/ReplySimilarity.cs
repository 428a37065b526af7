using System.Text;

namespace QualityInsight.Feedback;

/// <summary>A text that a reply is much like.</summary>
/// <param name="Similarity">0–1.</param>
/// <param name="Text">That text.</param>
/// <param name="CaseNo">The case it answered; null where it is a template.</param>
/// <param name="Title">The template's title; null where it is a reply.</param>
public sealed record Likeness(double Similarity, string Text, string? CaseNo, string? Title);

/// <summary>
/// How alike two replies are (套话检查): Jaccard similarity of their sets of three-character pieces after leaving out white space,
/// punctuation and digits (Broder 1997). Dates, numbers and counters that a template fills in differ and count for nothing. Pure.
/// </summary>
public static class ReplySimilarity
{
    private const int Piece = 3;

    /// <summary>From this similarity on a reply is said to be canned. 0–1.</summary>
    public const double Threshold = 0.7;

    /// <summary>Share of a reply's own pieces that may come from a template before it is said to be nothing but the template. 0–1.</summary>
    public const double TemplateThreshold = 0.85;

    /// <summary>Replies shorter than this, in characters that count, are judged by no similarity.</summary>
    public const int Shortest = 12;

    /// <summary>Jaccard similarity, 0–1; two texts without pieces are not alike.</summary>
    public static double Jaccard(string a, string b)
    {
        var (x, y) = (Pieces(a), Pieces(b));
        var both = x.Count(y.Contains);
        return x.Count + y.Count - both is var all and > 0 ? (double)both / all : 0;
    }

    /// <summary>Share of a text's pieces that another one holds, 0–1.</summary>
    public static double Contained(string text, string other)
    {
        var (x, y) = (Pieces(text), Pieces(other));
        return x.Count == 0 ? 0 : (double)x.Count(y.Contains) / x.Count;
    }

    /// <summary>
    /// The text a reply is a copy of, or null: the most similar earlier reply from <see cref="Threshold"/> on, else the template
    /// that makes up <see cref="TemplateThreshold"/> of it.
    /// </summary>
    public static Likeness? Canned(string reply, IEnumerable<(string CaseNo, string Text)> earlier, IEnumerable<(string Title, string Text)> templates)
    {
        if (Plain(reply).Length < Shortest)
            return null;
        var copy = earlier.Select(e => new Likeness(Jaccard(reply, e.Text), e.Text, e.CaseNo, null)).MaxBy(l => l.Similarity);
        if (copy is { Similarity: >= Threshold })
            return copy;
        var template = templates.Select(t => new Likeness(Contained(reply, t.Text), t.Text, null, t.Title)).MaxBy(l => l.Similarity);
        return template is { Similarity: >= TemplateThreshold } ? template : null;
    }

    private static HashSet<string> Pieces(string text)
    {
        var plain = Plain(text);
        var pieces = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + Piece <= plain.Length; i++)
            pieces.Add(plain.Substring(i, Piece));
        return pieces;
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
            if (char.IsLetter(c))
                plain.Append(char.ToLowerInvariant(c));
        return plain.ToString();
    }
}
