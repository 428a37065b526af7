using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>A person's word on whether a label fits a review (人工判定).</summary>
/// <param name="Label">P01 …</param>
/// <param name="IsRight">It fits.</param>
/// <param name="DecidedBy">Account.</param>
/// <param name="DecidedUtc">UTC.</param>
public sealed record LabelDecision(string Label, bool IsRight, string DecidedBy, DateTime DecidedUtc);

/// <summary>A review's words with the labels people gave it: what a text model is trained on.</summary>
/// <param name="Source">Feed.</param>
/// <param name="ReviewNo">Number.</param>
/// <param name="Text">Masked words.</param>
/// <param name="Labels">Labels the last decision on each says fit; empty where people only took labels away.</param>
public sealed record LabelledReview(string Source, string ReviewNo, string Text, IReadOnlyList<string> Labels);

/// <summary>What people say about predicted labels; kept as rows, the last one on a label counts. Training data for <c>qi texts</c>.</summary>
public sealed class LabelDecisions(OperationsStore store, TimeProvider time)
{
    private const string Subject = "review";
    private const string Problem = "PROBLEM";

    /// <summary>Whether somebody may decide on a case's labels: whoever works on it, never the rated person.</summary>
    public static bool MayDecide(Case @case, Actor actor) =>
        @case.State is { } state and not CaseState.Archived && actor.Scope.Covers(@case.OrgCode) && !Guards.IsRated(@case, actor)
        && (actor.Is(Role.IntakeClerk, Role.AppealReviewer) || (actor.Is(Role.Handler, Role.UnitLeader) && actor.OrgCode == @case.OrgCode));

    /// <summary>The last decision on each label of a review, by label.</summary>
    public async Task<IReadOnlyList<LabelDecision>> OfAsync(string source, string reviewNo, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var rows = await db.LabelDecisions.AsNoTracking()
            .Where(d => d.Source == source && d.SubjectNo == reviewNo && d.Subject == Subject && d.Axis == Problem).ToListAsync(cancel);
        return [.. Last(rows).OrderBy(d => d.Label, StringComparer.Ordinal).Select(d => new LabelDecision(d.Label, d.IsRight, d.DecidedBy, d.DecidedUtc))];
    }

    /// <summary>Records decisions; the same word as the last one again is not recorded twice. False where the person may not.</summary>
    public async Task<bool> DecideAsync(Case @case, IReadOnlyCollection<(string Label, bool IsRight)> words, Actor actor, CancellationToken cancel = default)
    {
        if (@case.Review is not { } review || !MayDecide(@case, actor))
            return false;
        await store.WriteAsync(async db =>
        {
            var known = Last(await db.LabelDecisions.AsNoTracking()
                    .Where(d => d.Source == review.Source && d.SubjectNo == review.ReviewNo && d.Subject == Subject && d.Axis == Problem).ToListAsync(cancel))
                .ToDictionary(d => d.Label, d => d.IsRight, StringComparer.Ordinal);
            foreach (var (label, isRight) in words.Where(w => !known.TryGetValue(w.Label, out var said) || said != w.IsRight))
                db.LabelDecisions.Add(new()
                {
                    Subject = Subject,
                    Source = review.Source,
                    SubjectNo = review.ReviewNo,
                    Axis = Problem,
                    Label = label,
                    IsRight = isRight,
                    DecidedBy = actor.UserId,
                    DecidedUtc = time.GetUtcNow().UtcDateTime,
                });
        }, cancel);
        return true;
    }

    /// <summary>Every review with words on whose labels somebody decided, in the order of the first decision: the training file's rows.</summary>
    public async IAsyncEnumerable<LabelledReview> ExportAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var rows = await db.LabelDecisions.AsNoTracking().Where(d => d.Subject == Subject && d.Axis == Problem)
            .Join(db.Views.Where(v => v.TextMasked != null), d => new { d.Source, No = d.SubjectNo }, v => new { v.Source, No = v.ReviewNo },
                (d, v) => new { Decision = d, v.TextMasked })
            .OrderBy(r => r.Decision.Id).ToListAsync(cancel);
        foreach (var review in rows.GroupBy(r => (r.Decision.Source, r.Decision.SubjectNo)))
            yield return new(
                review.Key.Source, review.Key.SubjectNo, review.First().TextMasked!,
                [.. Last(review.Select(r => r.Decision)).Where(d => d.IsRight).Select(d => d.Label).Order(StringComparer.Ordinal)]);
    }

    private static IEnumerable<LabelDecisionRow> Last(IEnumerable<LabelDecisionRow> rows) =>
        rows.GroupBy(d => d.Label, StringComparer.Ordinal).Select(g => g.MaxBy(d => d.Id)!);
}
