using System.Collections.Immutable;

namespace QualityInsight.Feedback;

/// <summary>A file of a case (佐证材料).</summary>
/// <param name="ContentHash">SHA-256 of its content, lower-case hex.</param>
/// <param name="MediaType">Type as its content says.</param>
/// <param name="Bytes">Size.</param>
/// <param name="FileName">The name it came under, cleaned.</param>
/// <param name="AddedBy">Account.</param>
/// <param name="AddedAt">Local.</param>
/// <param name="WithdrawnBecause">Why it is no longer shown, or null while it is.</param>
public sealed record EvidenceItem(
    string ContentHash, string MediaType, long Bytes, string FileName, string AddedBy, DateTime AddedAt, string? WithdrawnBecause = null);

public sealed partial record Case
{
    /// <summary>Every file ever added, in order; withdrawn ones say why.</summary>
    public ImmutableList<EvidenceItem> Evidence { get; init; } = [];

    /// <summary>A file that is shown, or null.</summary>
    public EvidenceItem? EvidenceOf(string contentHash) =>
        Evidence.Find(e => e.ContentHash == contentHash && e.WithdrawnBecause is null);

    private Case WithEvidence(CaseEvent e, DateTime at, string actorId) => e switch
    {
        EvidenceAdded x => this with
        {
            Evidence = Evidence.RemoveAll(i => i.ContentHash == x.ContentHash)
                .Add(new(x.ContentHash, x.MediaType, x.Bytes, x.FileName, actorId, at)),
        },
        EvidenceRemoved x => this with
        {
            Evidence = [.. Evidence.Select(i => i.ContentHash == x.ContentHash ? i with { WithdrawnBecause = x.Reason } : i)],
        },
        _ => this,
    };
}
