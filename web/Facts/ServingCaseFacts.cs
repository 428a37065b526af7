using QualityInsight.Warehouse;

namespace QualityInsight.Web.Facts;

/// <summary>The facts of the case page, out of the serving file.</summary>
internal sealed class ServingCaseFacts(Serving serving) : ICaseFacts
{
    /// <inheritdoc />
    public async Task<CaseFacts?> OfAsync(string source, string reviewNo, CancellationToken cancel)
    {
        var about = new SqlArguments { ["source"] = source, ["review_no"] = reviewNo };
        if (await serving.QueryAsync("sql/case_review.sql", Review, about, cancel) is not [var review, ..])
            return null;
        var facts = new CaseFacts
        {
            Review = review,
            Tags = await Read("sql/case_tags.sql", r => new TagFacts(r.Text("code"), r.Text("label"), Small(r, "level")), about, cancel),
            Labels = await Read("sql/case_labels.sql", Label, about, cancel),
            Flags = await Read("sql/case_flags.sql", r => new FlagFacts(r.Text("rule"), r.Double("score"), r.Text("evidence")), about, cancel),
        };
        return review is { TicketSource: { } ticketSource, TicketNo: { } ticketNo }
            ? await WithTicket(facts, new SqlArguments { ["source"] = ticketSource, ["ticket_no"] = ticketNo }, cancel)
            : facts;
    }

    private async Task<CaseFacts> WithTicket(CaseFacts facts, SqlArguments ticket, CancellationToken cancel) => facts with
    {
        Ticket = (await Read("sql/case_ticket.sql", Ticket, ticket, cancel)).FirstOrDefault(),
        Steps = await Read("sql/case_steps.sql", Step, ticket, cancel),
        Suspensions = await Read("sql/case_suspensions.sql", Suspension, ticket, cancel),
        Visits = await VisitsAsync(ticket, cancel),
    };

    private async Task<IReadOnlyList<VisitFacts>> VisitsAsync(SqlArguments ticket, CancellationToken cancel)
    {
        var visits = await Read("sql/case_visits.sql", Visit, ticket, cancel);
        if (visits.Count == 0)
            return visits;
        var open = await Read("sql/case_open_hours.sql", r => (Number: r.Text("number"), Opens: r.Timestamp("opens_at"), Closes: r.Timestamp("closes_at")), ticket, cancel);
        return [.. visits.Select(v => v with
        {
            Open = [.. open.Where(o => o.Number == v.Number && o.Opens.Date == v.TakenAt?.Date).Select(o => (o.Opens, o.Closes))],
        })];
    }

    private async Task<IReadOnlyList<T>> Read<T>(string file, Func<Row, T> map, SqlArguments arguments, CancellationToken cancel) =>
        await serving.QueryAsync(file, map, arguments, cancel) ?? [];

    private static ReviewFacts Review(Row r) => new(
        r.Int("level"), r.Text("channel"), r.Timestamp("reviewed_at"), r.TimestampOrNull("accepted_at"), r.TimestampOrNull("served_at"),
        r.Int("review_seq"), r.Bool("is_named"), r.Bool("is_default"), r.TextOrNull("text_masked"), r.TextOrNull("stage"),
        r.TextOrNull("ticket_source"), r.TextOrNull("ticket_no"));

    private static LabelFacts Label(Row r) => new(
        r.Text("axis"), r.Text("label"), r.Text("evidence"), r.DoubleOrNull("probability"), r.TextOrNull("model"));

    private static TicketFacts Ticket(Row r) => new()
    {
        Source = r.Text("source"),
        TicketNo = r.Text("ticket_no"),
        Kind = r.Text("kind"),
        Status = r.Text("status"),
        ItemCode = r.TextOrNull("item_code"),
        ItemName = r.TextOrNull("item_name"),
        PromiseLimit = Small(r, "promise_limit"),
        PromiseUnit = r.TextOrNull("promise_unit"),
        VisitsLimit = Small(r, "visits_limit"),
        Category = r.TextOrNull("category"),
        CaseType = r.TextOrNull("case_type"),
        ApplyChannel = r.TextOrNull("apply_channel"),
        AppliedAt = r.TimestampOrNull("applied_at"),
        AcceptedAt = r.TimestampOrNull("accepted_at"),
        DueAt = r.TimestampOrNull("due_at"),
        ClosedAt = r.TimestampOrNull("closed_at"),
        SuspendedSeconds = r.Double("suspended_s"),
        Result = r.TextOrNull("result"),
        Title = r.TextOrNull("title_masked"),
        HallName = r.TextOrNull("hall_name"),
        CounterName = r.TextOrNull("counter_name"),
    };

    private static StepFacts Step(Row r) => new(
        r.Int("seq"), r.Text("name"), r.TextOrNull("actor_code"), r.TimestampOrNull("started_at"), r.TimestampOrNull("ended_at"), r.TextOrNull("action"));

    private static SuspensionFacts Suspension(Row r) => new(
        r.TextOrNull("kind"), r.TextOrNull("reason"), r.Timestamp("started_at"), r.TimestampOrNull("ended_at"));

    private static VisitFacts Visit(Row r) => new(
        r.Text("number"), r.TextOrNull("queue_name"), r.TextOrNull("way"), r.Text("outcome"), r.TimestampOrNull("taken_at"),
        r.TimestampOrNull("called_at"), r.TimestampOrNull("finished_at"), r.DoubleOrNull("wait_s"), r.Double("closed_s"),
        r.DoubleOrNull("handle_s"), r.Text("hall_name"), r.TextOrNull("counter_name"))
    { StartedAt = r.TimestampOrNull("started_at") };

    private static int? Small(Row r, string column) => (int?)r.LongOrNull(column);
}
