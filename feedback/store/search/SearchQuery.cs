namespace QualityInsight.Feedback.Store;

/// <summary>What somebody typed into the queue's search, as a question to either engine. Every word has to be found; nothing typed is ever syntax.</summary>
internal sealed class SearchQuery
{
    private const int MostWords = 8;

    private readonly IReadOnlyList<SearchPhrase> _phrases;

    private SearchQuery(IReadOnlyList<SearchPhrase> phrases, IReadOnlyList<string> literally) =>
        (_phrases, Literally) = (phrases, literally);

    /// <summary>What has to stand in the line's text besides, normal form.</summary>
    internal IReadOnlyList<string> Literally { get; }

    /// <summary>Nothing can be found by it: there is not one letter or digit in it.</summary>
    internal bool FindsNothing => _phrases.Count == 0;

    /// <summary>The question; null where nothing was typed.</summary>
    internal static SearchQuery? Of(string? text)
    {
        var words = (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostWords).ToArray();
        if (words.Length == 0)
            return null;
        var phrases = words.Select(w => (Word: w, Phrase: SearchTerms.Phrase(w))).ToArray();
        return new(
            [.. phrases.Where(p => p.Phrase is not null).Select(p => p.Phrase!)],
            [.. phrases.Select(p => p.Phrase is null ? SearchTerms.Normal(p.Word) : p.Phrase.Literally).OfType<string>()]);
    }

    /// <summary>For FTS5's MATCH. Terms are letters and digits, so quoting them is enough.</summary>
    /// <param name="flag">A term that has to stand there too, or null.</param>
    internal string ForSqlite(string? flag) => string.Join(" AND ", Flag(flag)
        .Concat(_phrases.Select(p => $"\"{string.Join(' ', p.Terms)}\"{(p.LastBegins ? " *" : "")}")));

    /// <summary>For PostgreSQL's tsquery.</summary>
    /// <param name="flag">A term that has to stand there too, or null.</param>
    internal string ForPostgres(string? flag) => string.Join(" & ", (flag is null ? [] : new[] { $"'{flag}'" })
        .Concat(_phrases.Select(p => "(" + string.Join(" <-> ", p.Terms.Select((t, i) => $"'{t}'{(p.LastBegins && i == p.Terms.Count - 1 ? ":*" : "")}")) + ")")));

    private static IEnumerable<string> Flag(string? flag) => flag is null ? [] : [$"\"{flag}\""];
}
