using QualityInsight.Analytics.Texts;
using QualityInsight.Feedback;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Cases;

/// <summary>What a reply's author (and its judge) should look at; it stops nothing.</summary>
/// <param name="Canned">What it copies, or null.</param>
/// <param name="Lines">What may be missing, in the order of weight.</param>
internal sealed record ReplyHints(Likeness? Canned, IReadOnlyList<(Text Text, string? About)> Lines)
{
    private const int Short = 30;
    private const double LittleRelevance = 0.1;
    private const double Incomplete = 0.75;

    /// <summary>Judges a reply: copied from the unit's own or from a template, short, beside the point, incomplete, without reasons.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="case">The case.</param>
    /// <param name="earlier">The unit's last replies.</param>
    /// <param name="templates">Title and filled text of the templates.</param>
    public static ReplyHints Of(
        string reply, Case @case, IReadOnlyList<EarlierReply> earlier, IReadOnlyList<(string Title, string Text)> templates)
    {
        var canned = ReplySimilarity.Canned(reply, earlier.Select(e => (e.CaseNo, e.Reply)), templates);
        var message = @case.Review?.TextMasked ?? "";
        var quality = new ReplyQuality([.. earlier.Select(e => (e.Review ?? "", e.Reply)), (message, reply)]).Judge(message, reply);
        var lines = new List<(Text, string?)>();
        if (reply.Contains('＿', StringComparison.Ordinal))
            lines.Add((DeskWords.HintGap, null));
        if (reply.Trim().Length < Short)
            lines.Add((DeskWords.HintShort, null));
        if (message.Length > 0 && quality.Relevance < LittleRelevance)
            lines.Add((DeskWords.HintRelevance, message.Length > 40 ? message[..40] + "…" : message));
        if (quality.Completeness < Incomplete)
            lines.Add((DeskWords.HintComplete, null));
        if (quality.Explanation == 0)
            lines.Add((DeskWords.HintReasons, null));
        return new(canned, lines);
    }
}
