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
/// <param name="Excluded">Left out by policy, by reason: NOT_BAD, SYSTEM_DEFAULT, WITHOUT_TEXT, ANONYMOUS; orders the hotline gives no kind of ours: WITHOUT_KIND.</param>
/// <param name="Deferred">Reviews whose time is still to come by the bureau's clock; read again next time.</param>
public sealed record RoutingReport(
    int Read, int Opened, int AlreadyRouted, IReadOnlyDictionary<string, int> Excluded, int Deferred);

/// <summary>
/// Bad reviews and the hotline's orders → cases, exactly once: a case and how far the source was read are stored in one transaction, and no two
/// cases can answer the same review or order. A crash between the stores, a second router, a source that gives a review again: none makes a second case.
/// </summary>
public sealed class Router(OperationsStore store, RuleBook rules)
{
    private const string Reviews = "bad_review";
    private const string Orders = "hotline_order";
    private const int Tries = 5;

    /// <summary>Routes the bad reviews a source has. Stopping at any moment is safe.</summary>
    public async Task<RoutingReport> RunAsync(
        IBadReviewSource source, RouterOptions? options = null, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        var run = await BeginAsync(Reviews, options, cancel);
        var levels = run.Policies[CaseKind.BadReview].SelectMany(p => p.BadLevels).ToHashSet();
        return await RunAsync(run, source.ReadAsync(levels, run.After, cancel).Select(r => new Item(CaseKind.BadReview, r.Review, r.Cursor)), progress, cancel);
    }

    /// <summary>Routes the hotline's orders a source has, each under the policy of its kind. Stopping at any moment is safe.</summary>
    public async Task<RoutingReport> RunAsync(
        IOrderSource source, RouterOptions? options = null, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        var run = await BeginAsync(Orders, options, cancel);
        return await RunAsync(run, source.ReadAsync(run.After, cancel).Select(o => new Item(o.Kind, o.Matter, o.Cursor)), progress, cancel);
    }

    private async Task<Run> BeginAsync(string name, RouterOptions? options, CancellationToken cancel)
    {
        options ??= new();
        await rules.RefreshAsync(cancel);
        var policies = new Dictionary<CaseKind, IReadOnlyList<Policy>>();
        foreach (var kind in CaseKinds.All)
            policies[kind] = await rules.VersionsAsync(kind, cancel);
        return new(name, options, policies, options.FromStart ? null : await PositionAsync(name, cancel));
    }

    private async Task<RoutingReport> RunAsync(Run run, IAsyncEnumerable<Item> items, IProgress<int>? progress, CancellationToken cancel)
    {
        var tally = new Tally();
        var batch = new List<Item>();
        await foreach (var item in items)
        {
            batch.Add(item);
            if (batch.Count < run.Options.BatchSize)
                continue;
            await RouteAsync(batch, run, tally, cancel);
            progress?.Report(tally.Read);
            batch.Clear();
        }
        if (batch.Count > 0)
            await RouteAsync(batch, run, tally, cancel);
        progress?.Report(tally.Read);
        return tally.Report();
    }

    private async Task<string?> PositionAsync(string name, CancellationToken cancel)
    {
        await using var db = store.Open();
        return await db.RouterPositions.Where(p => p.Name == name).Select(p => p.Cursor).FirstOrDefaultAsync(cancel);
    }

    private async Task RouteAsync(List<Item> batch, Run run, Tally tally, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var mine = new Tally();
            try
            {
                await store.WriteAsync(db => BatchAsync(db, batch, run, mine, tally.Deferred > 0, cancel), cancel);
                tally.Add(mine);
                return;
            }
            catch (DbUpdateException e) when (Conflicts.IsUnique(e) && attempt < Tries)
            {
                // Another router was first with one of these; the whole batch is tried again and finds it.
            }
        }
    }

    private async Task BatchAsync(OperationsDb db, List<Item> batch, Run run, Tally tally, bool hold, CancellationToken cancel)
    {
        var numbers = batch.Select(r => r.Review.ReviewNo).ToList();
        var known = (await db.Cases.AsNoTracking().Where(c => numbers.Contains(c.ReviewNo)).Select(c => new { c.ReviewSource, c.ReviewNo }).ToListAsync(cancel))
            .Select(c => (c.ReviewSource, c.ReviewNo)).ToHashSet();
        var toOpen = new List<(CaseKind Kind, BadReview Review, Policy Policy, DateTime OpenedAt)>();
        string? cursor = null;
        foreach (var (some, review, at) in batch)
        {
            tally.Read++;
            var now = rules.Now(run.Policies[CaseKind.BadReview][^1]);
            var openedAt = run.Options.Backfill ? review.ArrivedAt ?? review.ReviewedAt : now;
            var policy = some is { } of ? RuleBook.Choose(run.Policies[of], DateOnly.FromDateTime(openedAt)) : null;
            if ((policy is null ? "WITHOUT_KIND" : Exclusion(some!.Value, review, policy)) is { } reason)
                tally.Excluded[reason] = tally.Excluded.GetValueOrDefault(reason) + 1;
            else if (review.ReviewedAt > now)
            {
                tally.Deferred++;
                hold = true;
            }
            else if (!known.Add((MatterKey.Of(some!.Value, review.Source), review.ReviewNo)))
                tally.AlreadyRouted++;
            else
            {
                toOpen.Add((some.Value, review, policy!, openedAt));
                tally.Opened++;
            }
            if (!hold)
                cursor = at;
        }
        await OpenAsync(db, toOpen, run.Options.Backfill, cancel);
        if (cursor is not null && !run.Options.FromStart)
            await MoveAsync(db, run.Name, cursor, cancel);
    }

    private async Task OpenAsync(
        OperationsDb db, List<(CaseKind Kind, BadReview Review, Policy Policy, DateTime OpenedAt)> toOpen, bool backfill, CancellationToken cancel)
    {
        if (toOpen.Count == 0)
            return;
        var numbers = new Dictionary<DateOnly, Queue<string>>();
        foreach (var day in toOpen.GroupBy(o => DateOnly.FromDateTime(o.OpenedAt)).OrderBy(g => g.Key))
            numbers[day.Key] = await CaseLedger.NextNumbersAsync(db, day.Key, day.Count(), cancel);
        var rows = new List<CaseEventRow>();
        foreach (var (kind, review, policy, openedAt) in toOpen)
        {
            var caseNo = numbers[DateOnly.FromDateTime(openedAt)].Dequeue();
            var decision = OpenCase.Decide(caseNo, review, policy, rules.CalendarOf(policy), openedAt, backfill, kind);
            if (decision.Refusal is { } refusal)
                throw new InvalidOperationException($"{kind.Code()} {review.Source}/{review.ReviewNo}: {refusal.Text(Language.En)}");
            var (@case, added) = CaseLedger.Prepare(Case.Nothing(caseNo), decision.Events, Actor.System.UserId, Role.System, openedAt, rules.UtcNow());
            CaseLedger.Open(db, @case, review.ReviewNo, rules.UtcNow());
            rows.AddRange(added);
        }
        await CaseLedger.AppendAsync(db, rows, cancel);
    }

    /// <summary>Why a policy leaves a review out, or null.</summary>
    internal static string? Exclusion(CaseKind kind, BadReview review, Policy policy) =>
        review.IsDefault ? "SYSTEM_DEFAULT"
        : kind == CaseKind.BadReview && !policy.BadLevels.Contains(review.Level) ? "NOT_BAD"
        : policy.RequiresText && string.IsNullOrWhiteSpace(review.TextMasked) ? "WITHOUT_TEXT"
        : !review.IsNamed && policy.Anonymous == AnonymousMode.NotRouted ? "ANONYMOUS" : null;

    private static async Task MoveAsync(OperationsDb db, string name, string cursor, CancellationToken cancel)
    {
        var row = await db.RouterPositions.FirstOrDefaultAsync(p => p.Name == name, cancel);
        if (row is null)
            db.RouterPositions.Add(new() { Name = name, Cursor = cursor });
        else
            row.Cursor = cursor;
    }

    private sealed record Item(CaseKind? Kind, BadReview Review, string Cursor);

    private sealed record Run(string Name, RouterOptions Options, IReadOnlyDictionary<CaseKind, IReadOnlyList<Policy>> Policies, string? After);

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
