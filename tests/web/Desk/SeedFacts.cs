using QualityInsight.Feedback;
using QualityInsight.Warehouse;
using static QualityInsight.Web.Tests.Desk.SeedPlaces;

namespace QualityInsight.Web.Tests.Desk;

/// <summary>Two weeks of facts around the bad reviews: enough numbers for every chart to have something to say.</summary>
public static class SeedFacts
{
    public static void Write(DataWarehouse warehouse, IReadOnlyList<BadReview> bad, DateTime now)
    {
        using var session = warehouse.OpenSession();
        session.InTransaction(() =>
        {
            SeedPlaces.Write(session);
            Visits(session, now);
            Tickets(session, bad, now);
            Reviews(session, bad, now);
            Lineage(session, now);
        });
    }

    private static void Visits(WarehouseSession session, DateTime now)
    {
        var random = new Random(7);
        var all =
            from day in Enumerable.Range(1, 14)
            let date = now.Date.AddDays(-day)
            where date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
            from hall in Enumerable.Range(0, Halls.Length)
            from hour in new[] { 9, 10, 11, 14, 15, 16 }
            from n in Enumerable.Range(0, 4)
            select (date, hall, hour, n, wait: 180 + (hall * 420) + (hour is 10 or 15 ? 600 : 0) + random.Next(0, 500));
        Rows(session, "visit", all, (w, v) =>
        {
            var taken = v.date.AddHours(v.hour).AddMinutes(v.n * 13);
            w.Set("source", "queue");
            w.Set("hall_code", Halls[v.hall].Code);
            w.Set("visit_date", DateOnly.FromDateTime(v.date));
            w.Set("number", $"A{v.hour:00}{v.n}");
            w.Set("seq", 1L);
            w.Set("way", "ONSITE");
            w.Set("counter_code", $"0{1 + v.n % 3}");
            w.Set("outcome", v.n == 3 && v.hour == 11 ? "NO_SHOW" : "SERVED");
            w.Set("taken_at", taken);
            w.Set("called_at", taken.AddSeconds(v.wait));
            w.Set("started_at", taken.AddSeconds(v.wait));
            w.Set("finished_at", taken.AddSeconds(v.wait + 600));
            w.Set("wait_s", (double)v.wait);
            w.Set("handle_s", 600.0);
        });
        Rows(session, "visit_ticket", new[] { "T0001" }, (w, t) =>
        {
            w.Set("source", "queue");
            w.Set("hall_code", "H1");
            w.Set("visit_date", DateOnly.FromDateTime(LastWorkday(now)));
            w.Set("number", "A093");
            w.Set("seq", 1L);
            w.Set("ticket_source", SeedReviews.Source);
            w.Set("ticket_no", t);
        });
    }

    private static void Tickets(WarehouseSession session, IReadOnlyList<BadReview> bad, DateTime now)
    {
        var ofBad = bad.Select(b => (No: b.TicketNo!, Org: b.OrgCode!, Item: b.ItemCode!, Hall: b.HallCode!, Closed: b.ReviewedAt.AddMinutes(-5), Late: b.Level == 1));
        var others = Enumerable.Range(0, 240).Select(i => (
            No: $"N{i:0000}", Org: Items[i % 4].Org, Item: Items[i % 4].Code, Hall: Halls[i % 3].Code,
            Closed: now.Date.AddDays(-1 - (i % 12)).AddHours(15), Late: i % (i % 4 == 3 ? 5 : 17) == 0));
        var all = ofBad.Concat(others).ToArray();
        Rows(session, "ticket", all, (w, t) =>
        {
            w.Set("source", SeedReviews.Source);
            w.Set("ticket_no", t.No);
            w.Set("kind", "MATTER");
            w.Set("status", "CLOSED");
            w.Set("item_code", t.Item);
            w.Set("org_code", t.Org);
            w.Set("hall_code", t.Hall);
            w.Set("counter_code", "01");
            w.Set("case_type", "COMMITTED");
            w.Set("apply_channel", "COUNTER");
            w.Set("applied_at", t.Closed.AddDays(-6));
            w.Set("accepted_at", t.Closed.AddDays(-6).AddHours(1));
            w.Set("due_at", t.Closed.AddDays(t.Late ? -1 : 1));
            w.Set("closed_at", t.Closed);
        });
        Rows(session, "ticket_step", all.Take(bad.Count).SelectMany(t => new[] { (t.No, Seq: 1, Name: "受理", At: t.Closed.AddDays(-6)), (t.No, Seq: 2, Name: "审查", At: t.Closed.AddDays(-4)) }), (w, s) =>
        {
            w.Set("source", SeedReviews.Source);
            w.Set("ticket_no", s.No);
            w.Set("seq", (long)s.Seq);
            w.Set("name", s.Name);
            w.Set("started_at", s.At);
            w.Set("ended_at", s.At.AddHours(26));
        });
    }

    private static void Reviews(WarehouseSession session, IReadOnlyList<BadReview> bad, DateTime now)
    {
        var good = Enumerable.Range(0, 180).Select(i => new BadReview
        {
            Source = SeedReviews.Source,
            ReviewNo = $"G{i:0000}",
            Level = i % 9 == 0 ? 3 : i % 4 == 0 ? 4 : 5,
            ReviewedAt = now.Date.AddDays(-1 - (i % 12)).AddHours(16),
            OrgCode = Items[i % 4].Org,
            HallCode = Halls[i % 3].Code,
            ItemCode = Items[i % 4].Code,
            TicketNo = $"N{i:0000}",
            Channel = i % 3 == 0 ? "SYSTEM_DEFAULT" : "HALL_PAD",
            IsNamed = true,
        });
        Rows(session, "review", bad.Concat(good), (w, r) =>
        {
            w.Set("source", r.Source);
            w.Set("review_no", r.ReviewNo);
            w.Set("ticket_source", SeedReviews.Source);
            w.Set("ticket_no", r.TicketNo);
            w.Set("item_code", r.ItemCode);
            w.Set("org_code", r.OrgCode);
            w.Set("hall_code", r.HallCode);
            w.Set("counter_code", r.CounterCode);
            w.Set("channel", r.Channel);
            w.Set("level", (long)r.Level);
            w.Set("is_default", r.Channel == "SYSTEM_DEFAULT");
            w.Set("is_named", r.IsNamed);
            w.Set("reviewed_at", r.ReviewedAt);
            w.Set("text_masked", r.TextMasked);
        });
        Rows(session, "review_tag", bad.SelectMany(b => b.Tags.Select(t => (b.ReviewNo, t.Code))), (w, t) =>
        {
            w.Set("source", SeedReviews.Source);
            w.Set("review_no", t.ReviewNo);
            w.Set("dict", "national");
            w.Set("code", t.Code);
        });
        Rows(session, "text_label", bad.SelectMany(b => new[] { (b.ReviewNo, Label: "P07", Evidence: "TEXT", P: (double?)0.91), (b.ReviewNo, Label: "P01", Evidence: "TAG", P: (double?)null) }), (w, l) =>
        {
            w.Set("subject", "review");
            w.Set("source", SeedReviews.Source);
            w.Set("subject_no", l.ReviewNo);
            w.Set("axis", "PROBLEM");
            w.Set("label", l.Label);
            w.Set("evidence", l.Evidence);
            w.Set("probability", l.P);
            w.Set("labelled_at", now);
        });
        Rows(session, "integrity_flag", new[] { ("R11", "R0011", "文字判为满意（0.96），星级为 1，可能误评") }, (w, f) =>
        {
            w.Set("rule", f.Item1);
            w.Set("subject", "review");
            w.Set("source", SeedReviews.Source);
            w.Set("subject_no", f.Item2);
            w.Set("score", 0.96);
            w.Set("evidence", f.Item3);
            w.Set("found_at", now);
        });
    }

    private static void Lineage(WarehouseSession session, DateTime now)
    {
        Rows(session, "batch", new[] { (Feed: "queue", Entity: "visit", File: "取号记录-2026-11.csv", In: 745L, Loaded: 720L, Dup: 20L, Bad: 5L), (Feed: SeedReviews.Source, Entity: "review", File: "好差评-2026-W46.jsonl", In: 192L, Loaded: 192L, Dup: 0L, Bad: 0L) }, (w, b) =>
        {
            w.Set("feed", b.Feed);
            w.Set("profile", b.Feed);
            w.Set("profile_hash", "0");
            w.Set("entity", b.Entity);
            w.Set("file_name", b.File);
            w.Set("file_hash", "0");
            w.Set("file_bytes", 1L);
            w.Set("encoding", "GB18030");
            w.Set("zone", "Asia/Shanghai");
            w.Set("started_at", now.AddHours(-9));
            w.Set("finished_at", now.AddHours(-9).AddMinutes(1));
            w.Set("rows_in", b.In);
            w.Set("loaded", b.Loaded);
            w.Set("duplicate", b.Dup);
            w.Set("quarantined", b.Bad);
            w.Set("first_event", now.Date.AddDays(-14).AddHours(9));
            w.Set("last_event", now.Date.AddDays(-1).AddHours(17));
        });
        Rows(session, "quarantine", Enumerable.Range(1, 5), (w, i) =>
        {
            w.Set("column_name", "叫号时间");
            w.Set("value_masked", "=1+1");
            w.Set("reason", "IMPOSSIBLE_TIME");
            w.Set("detail", $"第 {i} 行：叫号早于取号");
            w.Set("raw_masked", "=cmd|' /C calc'!A0,138****5678");
        });
    }

    private static DateTime LastWorkday(DateTime now)
    {
        var day = now.Date.AddDays(-1);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            day = day.AddDays(-1);
        return day;
    }
}
