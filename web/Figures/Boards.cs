using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Figures;

/// <summary>A part of a board: a heading, its figures and its charts.</summary>
internal sealed record BoardPart(Text Title, IReadOnlyList<string> Figures, IReadOnlyList<Func<BoardView, ChartFigure?>> Charts);

/// <summary>A board (看板): what a manager looks at together.</summary>
/// <param name="Id">As it stands in the address; the overview's is empty.</param>
/// <param name="Title">Its name.</param>
/// <param name="Parts">Its parts, top to bottom.</param>
internal sealed record Board(string Id, Text Title, IReadOnlyList<BoardPart> Parts)
{
    public string Href => Id.Length == 0 ? "/dashboard" : $"/dashboard/{Id}";

    /// <summary>Every figure on it, in its order.</summary>
    public IReadOnlyList<string> AllFigures => [.. Parts.SelectMany(p => p.Figures)];
}

/// <summary>The closed list of boards.</summary>
internal sealed class Boards(WaitCharts waits, HandlingCharts handling, ReviewCharts reviews, LoopCharts loop, TextCharts texts, DataCharts data)
{
    public IReadOnlyList<Board> All { get; } =
    [
        new("", Dashboards.Overview,
        [
            new(Dashboards.Waits, ["wait_median", "wait_p90", "wait_over_30_share", "no_show_rate"], [waits.ByHall, waits.ByHour]),
            new(Dashboards.Handling, ["tickets_closed", "on_time_rate", "late_count", "immediate_rate"], [handling.OnTime]),
            new(Dashboards.Reviews, ["reviews", "good_rate", "active_good_rate", "unflagged_good_rate", "bad_reviews"], [reviews.GoodRates]),
            new(Dashboards.Loop, ["cases_opened", "callback_rate_named", "rectified_on_time_rate", "cases_overdue"], [loop.Funnel]),
        ]),
        new("waits", Dashboards.Waits,
        [
            new(Dashboards.HowLong, ["visits_served", "wait_median", "wait_p90", "wait_mean", "wait_over_15_share", "wait_over_30_share"], [waits.Trend, waits.ByHall, waits.ByHallAndHour, waits.ByHour]),
            new(Dashboards.Numbers, ["visits", "no_show_rate", "appointment_share", "counters_open", "handle_median", "handle_p90"], [waits.NoShows]),
        ]),
        new("handling", Dashboards.Handling,
        [
            new(Dashboards.InTime, ["tickets_closed", "on_time_rate", "early_rate", "late_count", "immediate_rate", "close_days_median", "close_days_p90"], [handling.Trend, handling.OnTime]),
            new(Dashboards.Convenience, ["tickets", "online_rate", "self_service_share", "zero_trip_share", "trips_mean", "broken_visit_promise_share"], [handling.Channels]),
        ]),
        new("reviews", Dashboards.Reviews,
        [
            new(Dashboards.GoodAndBad, ["reviews", "good_rate", "active_good_rate", "unflagged_good_rate", "level_3_share", "avg_score"], [reviews.GoodRates, reviews.Trend, reviews.ByChannel]),
            new(Dashboards.WhatWasBad, ["bad_reviews", "bad_density", "effective_bad_reviews", "active_rate", "default_share", "unreviewed_rate"], [reviews.Problems, reviews.ByItem]),
        ]),
        new("loop", Dashboards.Loop,
        [
            new(Dashboards.HowFar, ["cases_opened", "opened_rate", "callback_rate_named", "reply_rate", "rectified_rate", "resatisfied_rate"], [loop.Funnel, loop.Trend]),
            new(Dashboards.InTime, ["rectified_on_time_rate", "cases_overdue", "first_call_hours_median", "rectify_days_median", "rectify_days_p90", "red_cards"], [loop.OnTime, loop.Called]),
            new(Dashboards.Disputed, ["appeal_rate", "appeal_upheld_rate", "reopen_rate", "cases_supervised"], []),
        ]),
        new("texts", Dashboards.Texts,
        [
            new(Dashboards.WhatPeopleSay, ["hotline_satisfied_rate", "reply_days_median", "reply_days_p90", "answer_rate"], [texts.Types, texts.Matters, texts.Matrix]),
            new(Dashboards.WhatWasBad, [], [reviews.Problems]),
        ]),
        new("quality", Dashboards.DataQuality,
        [
            new(Dashboards.CanItBeTrusted, ["freshness_p50", "freshness_p95", "quarantine_rate", "flags", "default_share"], [data.Refused, data.Flags]),
        ]),
    ];

    /// <summary>The board of an address; null where there is none.</summary>
    public Board? Find(string? id) => All.FirstOrDefault(b => b.Id == (id ?? ""));
}
