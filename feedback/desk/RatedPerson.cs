using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>
/// What lists keep from the person a case rates: the number of the matter, whatever is found by it alone, and what
/// <see cref="Traces"/> takes out of the case page too.
/// </summary>
internal sealed class RatedPerson
{
    private static readonly RatedPerson Nobody = new([]);

    private readonly Dictionary<string, CaseView> _lines;

    private RatedPerson(Dictionary<string, CaseView> lines) => _lines = lines;

    /// <summary>The cases that are about an actor; none where the actor is rated under no number.</summary>
    internal static async Task<RatedPerson> OfAsync(OperationsDb db, Actor actor, CancellationToken cancel) =>
        actor.StaffCode is { Length: > 0 } code
            ? new(await db.Views.AsNoTracking().Where(v => EF.Property<string?>(v, OperationsDb.StaffCode) == code).ToDictionaryAsync(v => v.CaseNo, cancel))
            : Nobody;

    /// <summary>A line as the actor may see it.</summary>
    internal CaseView Shown(CaseView line) => _lines.ContainsKey(line.CaseNo) ? Traces.Without(line) : line;

    /// <summary>Takes out of what was found the cases about the actor that do not hold every word in what the actor may see.</summary>
    internal void LeaveOut(HashSet<string> found, string? typed)
    {
        if (_lines.Count == 0)
            return;
        var words = SearchTerms.Normal(typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        found.RemoveWhere(no => _lines.TryGetValue(no, out var line)
            && Array.Exists(words, w => !SearchTerms.Normal(Projection.SearchText(line with { TicketNo = null, ReviewNo = "" })).Contains(w, StringComparison.Ordinal)));
    }
}
