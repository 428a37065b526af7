using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>How to route.</summary>
public sealed record RouterOptions
{
    /// <summary>
    /// History is loaded: a case counts as opened when its review arrived, and is marked as backfilled. Otherwise it counts
    /// as opened now. Either way the events say when the server wrote them.
    /// </summary>
    public bool Backfill { get; init; }

    /// <summary>Read the source from its beginning, as a check that nothing was missed. Does no harm.</summary>
    public bool FromStart { get; init; }

    /// <summary>Reviews a transaction.</summary>
    public int BatchSize { get; init; } = 100;
}

/// <summary>What routing did. <c>Read = Opened + AlreadyRouted + Excluded + Deferred</c>, always.</summary>
/// <param name="Read">Reviews read.</param>
/// <param name="Opened">New cases.</param>
/// <param name="AlreadyRouted">Reviews that have a case.</param>
/// <param name="Excluded">Left out by policy, by reason: NOT_BAD, SYSTEM_DEFAULT, WITHOUT_TEXT, ANONYMOUS.</param>
/// <param name="Deferred">Reviews whose time is still to come by the bureau's clock; read again next time.</param>
public sealed record RoutingReport(
    int Read, int Opened, int AlreadyRouted, IReadOnlyDictionary<string, int> Excluded, int Deferred);

/// <summary>
/// Bad reviews → cases, exactly once: a case and how far the source was read are stored in one transaction, and no two
/// cases can answer the same review. A crash between the stores, a second router, a source that gives a review again: none makes a second case.
/// </summary>
public sealed class Router(OperationsStore store, RuleBook rules)
{
    private const string PositionName = "bad_review";
    private const int Tries = 5;

    /// <summary>Routes what the source has. Stopping at any moment is safe.</summary>
    public async Task<RoutingReport> RunAsync(
        IBadReviewSource source, RouterOptions? options = null, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        options ??= new();
        await rules.RefreshAsync(cancel);
        var policies = await rules.VersionsAsync(cancel);
        var levels = policies.SelectMany(p => p.BadLevels).ToHashSet();
        var tally = new Tally();
        var after = options.FromStart ? null : await PositionAsync(cancel);
        var batch = new List<SourcedReview>();
        await foreach (var review in source.ReadAsync(levels, after, cancel))
        {
            batch.Add(review);
            if (batch.Count < options.BatchSize)
                continue;
            await RouteAsync(batch, policies, options, tally, cancel);
            progress?.Report(tally.Read);
            batch.Clear();
        }
        if (batch.Count > 0)
            await RouteAsync(batch, policies, options, tally, cancel);
        progress?.Report(tally.Read);
        return tally.Report();
    }

    private async Task<string?> PositionAsync(CancellationToken cancel)
    {
        await using var db = store.Open();
        return await db.RouterPositions.Where(p => p.Name == PositionName).Select(p => p.Cursor).FirstOrDefaultAsync(cancel);
    }

    private async Task RouteAsync(List<SourcedReview> batch, IReadOnlyList<Policy> policies, RouterOptions options, Tally tally, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var mine = new Tally();
            try
            {
                await store.WriteAsync(db => BatchAsync(db, batch, policies, options, mine, tally.Deferred > 0, cancel), cancel);
                tally.Add(mine);
                return;
            }
            catch (DbUpdateException e) when (Conflicts.IsUnique(e) && attempt < Tries)
            {
                // Another router was first with one of these; the whole batch is tried again and finds it.
            }
        }
    }

    private async Task BatchAsync(
        OperationsDb db, List<SourcedReview> batch, IReadOnlyList<Policy> policies, RouterOptions options, Tally tally, bool hold, CancellationToken cancel)
    {
        var numbers = batch.Select(r => r.Review.ReviewNo).ToList();
        var known = (await db.Cases.AsNoTracking().Where(c => numbers.Contains(c.ReviewNo)).Select(c => new { c.ReviewSource, c.ReviewNo }).ToListAsync(cancel))
            .Select(c => (c.ReviewSource, c.ReviewNo)).ToHashSet();
        var toOpen = new List<(BadReview Review, Policy Policy, DateTime OpenedAt)>();
        string? cursor = null;
        foreach (var (review, at) in batch)
        {
            tally.Read++;
            var now = rules.Now(policies[^1]);
            var openedAt = options.Backfill ? review.ArrivedAt ?? review.ReviewedAt : now;
            var policy = RuleBook.Choose(policies, DateOnly.FromDateTime(openedAt));
            if (Exclusion(review, policy) is { } reason)
                tally.Excluded[reason] = tally.Excluded.GetValueOrDefault(reason) + 1;
            else if (review.ReviewedAt > now)
            {
                tally.Deferred++;
                hold = true;
            }
            else if (!known.Add((review.Source, review.ReviewNo)))
                tally.AlreadyRouted++;
            else
            {
                toOpen.Add((review, policy, openedAt));
                tally.Opened++;
            }
            if (!hold)
                cursor = at;
        }
        await OpenAsync(db, toOpen, options.Backfill, cancel);
        if (cursor is not null && !options.FromStart)
            await MoveAsync(db, cursor, cancel);
    }

    private async Task OpenAsync(
        OperationsDb db, List<(BadReview Review, Policy Policy, DateTime OpenedAt)> toOpen, bool backfill, CancellationToken cancel)
    {
        if (toOpen.Count == 0)
            return;
        var numbers = new Dictionary<DateOnly, Queue<string>>();
        foreach (var day in toOpen.GroupBy(o => DateOnly.FromDateTime(o.OpenedAt)).OrderBy(g => g.Key))
            numbers[day.Key] = await CaseLedger.NextNumbersAsync(db, day.Key, day.Count(), cancel);
        var rows = new List<CaseEventRow>();
        foreach (var (review, policy, openedAt) in toOpen)
        {
            var caseNo = numbers[DateOnly.FromDateTime(openedAt)].Dequeue();
            var decision = OpenCase.Decide(caseNo, review, policy, rules.CalendarOf(policy), openedAt, backfill);
            if (decision.Refusal is { } refusal)
                throw new InvalidOperationException($"Review {review.Source}/{review.ReviewNo}: {refusal.Text(Language.En)}");
            var (@case, added) = CaseLedger.Prepare(Case.Nothing(caseNo), decision.Events, Actor.System.UserId, Role.System, openedAt, rules.UtcNow());
            db.Cases.Add(new()
            {
                CaseNo = caseNo,
                ReviewSource = review.Source,
                ReviewNo = review.ReviewNo,
                PolicyHash = policy.Hash,
                OpenedAt = openedAt,
                CreatedUtc = rules.UtcNow(),
            });
            CaseLedger.Project(db, @case, isNew: true);
            rows.AddRange(added);
        }
        await CaseLedger.AppendAsync(db, rows, cancel);
    }

    private static string? Exclusion(BadReview review, Policy policy) =>
        review.IsDefault ? "SYSTEM_DEFAULT"
        : !policy.BadLevels.Contains(review.Level) ? "NOT_BAD"
        : policy.RequiresText && string.IsNullOrWhiteSpace(review.TextMasked) ? "WITHOUT_TEXT"
        : !review.IsNamed && policy.Anonymous == AnonymousMode.NotRouted ? "ANONYMOUS" : null;

    private static async Task MoveAsync(OperationsDb db, string cursor, CancellationToken cancel)
    {
        var row = await db.RouterPositions.FirstOrDefaultAsync(p => p.Name == PositionName, cancel);
        if (row is null)
            db.RouterPositions.Add(new() { Name = PositionName, Cursor = cursor });
        else
            row.Cursor = cursor;
    }

    private sealed class Tally
    {
        public int Read { get; set; }
        public int Opened { get; set; }
        public int AlreadyRouted { get; set; }
        public int Deferred { get; set; }
        public Dictionary<string, int> Excluded { get; } = new(StringComparer.Ordinal);

        public void Add(Tally other)
        {
            Read += other.Read;
            Opened += other.Opened;
            AlreadyRouted += other.AlreadyRouted;
            Deferred += other.Deferred;
            foreach (var (reason, n) in other.Excluded)
                Excluded[reason] = Excluded.GetValueOrDefault(reason) + n;
        }

        public RoutingReport Report() => new(Read, Opened, AlreadyRouted, Excluded, Deferred);
    }
}
