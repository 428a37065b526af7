using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>What part of the fallback register is asked for.</summary>
public sealed record FallbackQuery
{
    /// <summary>Unit of the case, or null.</summary>
    public string? OrgCode { get; init; }
    /// <summary>What brought it there, or null.</summary>
    public FallbackOrigin? Origin { get; init; }
    /// <summary>Only open ones, only ended ones, or null for both.</summary>
    public bool? IsOpen { get; init; }
    /// <summary>How it ended, or null.</summary>
    public FallbackOutcome? Outcome { get; init; }
    /// <summary>First day on which it was taken, local.</summary>
    public DateOnly? From { get; init; }
    /// <summary>Last such day, included.</summary>
    public DateOnly? To { get; init; }
    /// <summary>Part of the case's number or of the item's name.</summary>
    public string? Text { get; init; }
    /// <summary><c>taken</c> (default), <c>ended</c>, <c>days</c> or <c>case</c>.</summary>
    public string Sort { get; init; } = "taken";
    /// <summary>Downwards, so the newest, longest or highest first.</summary>
    public bool Descending { get; init; } = true;
    /// <summary>Page, from 1.</summary>
    public int Page { get; init; } = 1;
    /// <summary>Rows a page.</summary>
    public int PageSize { get; init; } = 50;
}

/// <summary>A line of the register beside the case it is of.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Case">The case's line.</param>
public sealed record FallbackLine(FallbackRow Entry, CaseView Case);

/// <summary>A page of the register.</summary>
/// <param name="Rows">Its lines.</param>
/// <param name="Total">Lines that fit, on all pages.</param>
/// <param name="Open">Of those, still open.</param>
/// <param name="Solved">Of those, solved.</param>
/// <param name="Unsolved">Of those, ended unsolved.</param>
public sealed record FallbackPage(IReadOnlyList<FallbackLine> Rows, int Total, int Open, int Solved, int Unsolved);

/// <summary>The fallback register (兜底台账) of the units somebody may see; read only, entries come and end by commands on their cases.</summary>
public sealed class FallbackRegister(OperationsStore store)
{
    /// <summary>The page asked for, within the reader's scope.</summary>
    public async Task<FallbackPage> ListAsync(FallbackQuery query, Actor actor, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var rows = Fitting(db, query, actor);
        var ends = await rows.GroupBy(r => r.Entry.Outcome).Select(g => new { Outcome = g.Key, N = g.Count() }).ToListAsync(cancel);
        int Count(FallbackOutcome? o) => ends.Where(e => e.Outcome == o).Sum(e => e.N);
        var page = await Sorted(rows, query).Skip((Math.Max(query.Page, 1) - 1) * query.PageSize).Take(query.PageSize).ToListAsync(cancel);
        return new([.. page.Select(r => new FallbackLine(r.Entry, r.Case))], ends.Sum(e => e.N), Count(null), Count(FallbackOutcome.Solved), Count(FallbackOutcome.Unsolved));
    }

    /// <summary>Every line that fits, one after another, whatever page is asked for.</summary>
    public async IAsyncEnumerable<FallbackLine> AllAsync(FallbackQuery query, Actor actor, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var db = store.Open();
        await foreach (var r in Sorted(Fitting(db, query, actor), query).AsAsyncEnumerable().WithCancellation(cancel))
            yield return new(r.Entry, r.Case);
    }

    private static IQueryable<Joined> Fitting(OperationsDb db, FallbackQuery query, Actor actor)
    {
        var rows = from f in db.Fallbacks.AsNoTracking() join v in db.Views.AsNoTracking() on f.CaseNo equals v.CaseNo select new Joined { Entry = f, Case = v };
        if (!actor.Scope.IsAll)
        {
            var orgs = actor.Scope.Orgs;
            rows = rows.Where(r => r.Case.OrgCode != null && orgs.Contains(r.Case.OrgCode));
        }
        if (query.OrgCode is { Length: > 0 } org)
            rows = rows.Where(r => r.Case.OrgCode == org);
        if (query.Origin is { } origin)
            rows = rows.Where(r => r.Entry.Origin == origin);
        if (query.IsOpen is { } open)
            rows = rows.Where(r => (r.Entry.Outcome == null) == open);
        if (query.Outcome is { } outcome)
            rows = rows.Where(r => r.Entry.Outcome == outcome);
        if (query.From?.ToDateTime(TimeOnly.MinValue) is { } from)
            rows = rows.Where(r => r.Entry.TakenAt >= from);
        if (query.To?.AddDays(1).ToDateTime(TimeOnly.MinValue) is { } before)
            rows = rows.Where(r => r.Entry.TakenAt < before);
        if (query.Text?.Trim() is { Length: > 0 } text)
            rows = rows.Where(r => r.Case.CaseNo.Contains(text) || (r.Case.ItemName != null && r.Case.ItemName.Contains(text)));
        return rows;
    }

    // What has not ended has neither an end nor days: it comes last either way.
    private static IQueryable<Joined> Sorted(IQueryable<Joined> rows, FallbackQuery query) => ((query.Sort, query.Descending) switch
    {
        ("case", false) => rows.OrderBy(r => r.Entry.CaseNo),
        ("case", true) => rows.OrderByDescending(r => r.Entry.CaseNo),
        ("ended", false) => rows.OrderBy(r => r.Entry.EndedAt == null).ThenBy(r => r.Entry.EndedAt),
        ("ended", true) => rows.OrderBy(r => r.Entry.EndedAt == null).ThenByDescending(r => r.Entry.EndedAt),
        ("days", false) => rows.OrderBy(r => r.Entry.WorkingDays == null).ThenBy(r => r.Entry.WorkingDays),
        ("days", true) => rows.OrderBy(r => r.Entry.WorkingDays == null).ThenByDescending(r => r.Entry.WorkingDays),
        (_, false) => rows.OrderBy(r => r.Entry.TakenAt),
        _ => rows.OrderByDescending(r => r.Entry.TakenAt),
    }).ThenBy(r => r.Entry.CaseNo).ThenBy(r => r.Entry.EntryNo);

    private sealed class Joined
    {
        public required FallbackRow Entry { get; init; }

        public required CaseView Case { get; init; }
    }
}
