namespace QualityInsight.City;

/// <summary>Puts the city's life into the tables of the feeds, quarter by quarter, some records late.</summary>
internal static class Filler
{
    public static void Fill(Life life, IReadOnlyDictionary<char, IFeed> feeds, FeedTable hotline, FeedTable callbacks, Emission emission, DateTime lastMoment, Dice dice)
    {
        foreach (var matter in life.Matters)
            Matter(feeds[matter.Feed], matter, emission, lastMoment);
        foreach (var visit in life.Visits)
        {
            var feed = feeds[visit.Hall.Feed];
            var period = emission.PeriodOf(visit.Taken) + (dice.Chance(0.008) ? 1 : 0);
            feed.Visits.Add(period, visit.Taken, FeedRowKind.Final, feed.Visit(visit));
            foreach (var matter in visit.Matters)
                feed.Links.Add(period, visit.Taken, FeedRowKind.Final, feed.Link(visit, matter));
        }
        foreach (var review in life.Reviews)
        {
            var feed = feeds[review.Feed];
            feed.Reviews.Add(emission.PeriodOf(review.At) + (dice.Chance(0.01) ? 1 : 0), review.At, FeedRowKind.Final, feed.Review(review));
        }
        foreach (var order in life.Orders)
        {
            hotline.Add(emission.PeriodOf(order.Closed ?? lastMoment), order.Applied, FeedRowKind.Final, OtherFeeds.Order(order));
            if (order.Callback(lastMoment) is { } call)
                callbacks.Add(emission.PeriodOf(call.At), call.At, FeedRowKind.Final, OtherFeeds.Callback(order, call));
        }
    }

    private static void Matter(IFeed feed, Matter m, Emission emission, DateTime lastMoment)
    {
        var from = emission.PeriodOf(m.Applied);
        var until = m.Closed is { } closed ? emission.PeriodOf(closed) : from;
        if (until == from)
            feed.Matters.Add(from, m.Applied, m.Closed is null ? FeedRowKind.Provisional : FeedRowKind.Final, feed.Matter(m, 1, emission.EndOf(from)));
        else
        {
            feed.Matters.Add(from, m.Applied, FeedRowKind.Provisional, feed.Matter(m, 1, emission.EndOf(from)));
            feed.Matters.Add(until, m.Closed!.Value, FeedRowKind.Update, feed.Matter(m, 2, lastMoment));
        }
        for (var n = 0; n < m.Steps.Count; n++)
            feed.Steps.Add(emission.PeriodOf(m.Steps[n].Ended), m.Steps[n].Ended, FeedRowKind.Final, feed.Step(m, n + 1, m.Steps[n]));
        for (var n = 0; n < m.Suspensions.Count; n++)
        {
            var ended = m.Suspensions[n].Ended ?? lastMoment;
            feed.Suspensions.Add(emission.PeriodOf(ended), ended, FeedRowKind.Final, feed.Suspension(m, n + 1, m.Suspensions[n]));
        }
    }
}
