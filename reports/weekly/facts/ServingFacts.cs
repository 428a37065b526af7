using QualityInsight.Analytics;
using QualityInsight.Warehouse;

namespace QualityInsight.Reports.Weekly;

/// <summary>Reads <see cref="IReportFacts"/> from a serving snapshot, by the SQL files beside this one.</summary>
/// <param name="snapshot">The snapshot's name.</param>
/// <param name="open">Opens a session on it; each question takes its own and disposes it.</param>
/// <param name="options">The tolerance of feeds.</param>
public sealed class ServingFacts(string snapshot, Func<WarehouseSession> open, WeeklyOptions? options = null) : IReportFacts
{
    private readonly WeeklyOptions _options = options ?? new();

    /// <inheritdoc />
    public string Snapshot => snapshot;

    /// <inheritdoc />
    public IReadOnlyList<FeedStatus> Feeds(Period period)
    {
        var (from, to) = Bounds(period);
        return Query("feeds.sql", new() { ["from"] = from, ["to"] = to }, row =>
        {
            var last = row.TimestampOrNull("last_event");
            return new FeedStatus(row.Text("feed"), row.Text("entity"), row.TimestampOrNull("last_loaded"), last,
                row.Long("rows_in"), row.Long("loaded"), row.Long("duplicate"), row.Long("quarantined"), row.Long("nulled"), row.Long("broken"),
                StateOf(last, row.Bool("has_period"), row.Long("loads"), row.DoubleOrNull("mean_gap_days"), from, to, _options));
        });
    }

    /// <inheritdoc />
    public IReadOnlyList<StageCount> Funnel(Period period, string? org)
    {
        var (from, to) = Bounds(period);
        string[] stages = ["opened", "called", "verified", "handed_in", "fed_back", "satisfied"];
        return Query("funnel.sql", new() { ["from"] = from, ["to"] = to, ["org"] = org },
            row => stages.Select(s => new StageCount(s, row.Long(s))).ToArray())[0];
    }

    /// <inheritdoc />
    public IReadOnlyList<OverdueCase> Overdue(Period period, string? org, int limit) =>
        Query("overdue.sql", new() { ["to"] = Bounds(period).To, ["org"] = org, ["limit"] = limit },
            row => new OverdueCase(row.Text("case_no"), row.Text("org"), row.Text("state"), row.Timestamp("due_at"), row.Int("days_over")));

    /// <inheritdoc />
    public IReadOnlyList<LateTicket> LateTickets(Period period, string? org, int limit) =>
        Query("late_tickets.sql", new() { ["to"] = Bounds(period).To, ["org"] = org, ["limit"] = limit },
            row => new LateTicket(row.Text("ticket_no"), row.Text("item"), row.Text("org"), row.Timestamp("due_at"), row.Int("days_over")));

    /// <inheritdoc />
    public IReadOnlyList<RepeatProblem> Repeats(Period period, string? org, int limit)
    {
        var (from, to) = Bounds(period);
        return Query("repeats.sql", new() { ["from"] = from, ["to"] = to, ["org"] = org, ["limit"] = limit },
            row => new RepeatProblem(row.Text("item"), row.Text("problem"), row.Long("now"), row.Long("before")));
    }

    /// <inheritdoc />
    public IReadOnlyList<PolicyInUse> Policies(Period period, string? org)
    {
        var (from, to) = Bounds(period);
        return Query("policies.sql", new() { ["from"] = from, ["to"] = to, ["org"] = org },
            row => new PolicyInUse(row.Text("policy"), row.Text("version"), row.Long("cases")));
    }

    /// <inheritdoc />
    public IReadOnlyList<FlagExample> FlagExamples(Period period, string? org)
    {
        var (from, to) = Bounds(period);
        return Query("flag_examples.sql", new() { ["from"] = from, ["to"] = to, ["org"] = org },
            row => new FlagExample(row.Text("rule"), row.Text("subject"), row.Text("evidence")));
    }

    /// <inheritdoc />
    public string? OrgName(string code) => Query("org_name.sql", new() { ["org"] = code }, row => row.Text("name")).FirstOrDefault();

    /// <summary>How a feed stands for a period. Pure.</summary>
    internal static FeedState StateOf(DateTime? lastEvent, bool hasPeriod, long loads, double? meanGapDays, DateTime from, DateTime to, WeeklyOptions options)
    {
        if (lastEvent is not { } last || last < from - options.FeedForgotten) return FeedState.Dormant;
        // What came once only was a file, not a feed that one waits for.
        if (loads == 1) return hasPeriod ? FeedState.Received : FeedState.Dormant;
        // A single day may well be a holiday: what counts is whether the feed fell silent before it.
        if (!hasPeriod) return to - from < TimeSpan.FromDays(2) && last >= from - options.FeedTolerance ? FeedState.Received : FeedState.Missing;
        // A small feed is often silent for days. Where records come at random, a silence of five mean gaps has a chance of
        // e^-5, under one in a hundred; only such a one says that something is wrong.
        var usual = TimeSpan.FromDays(5 * Math.Min(meanGapDays ?? 0, 30));
        return last >= to - (usual > options.FeedTolerance ? usual : options.FeedTolerance) ? FeedState.Received : FeedState.Late;
    }

    private IReadOnlyList<T> Query<T>(string file, SqlArguments arguments, Func<Row, T> map)
    {
        using var session = open();
        return session.Query(Sql.Load(typeof(ServingFacts), "facts." + file), map, arguments);
    }

    private static (DateTime From, DateTime To) Bounds(Period period) =>
        (period.From!.Value.ToDateTime(TimeOnly.MinValue), period.To!.Value.ToDateTime(TimeOnly.MinValue));
}
