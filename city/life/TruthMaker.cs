namespace QualityInsight.City;

/// <summary>Counts the figures a right system must find, from the city's life itself.</summary>
internal static class TruthMaker
{
    public static CityTruth Make(CityOptions options, World world, Life life, IReadOnlyList<FileTruth> files)
    {
        var reviewsOf = life.Reviews.ToLookup(r => r.Org);
        var mattersOf = life.Matters.Where(m => m.Closed is not null).ToLookup(m => m.Item.Org);
        var active = life.Reviews.Where(r => !r.IsDefault).ToList();
        return new CityTruth
        {
            City = World.Name,
            Seed = options.Seed,
            Scale = options.Scale,
            FirstDay = options.FirstDay,
            LastDay = options.LastDay,
            Files = files,
            Totals = new CityTotals
            {
                Matters = life.Matters.Count,
                HotlineOrders = life.Orders.Count,
                Steps = life.Matters.Sum(m => m.Steps.Count),
                Suspensions = life.Matters.Sum(m => m.Suspensions.Count),
                Visits = life.Visits.Count,
                VisitTickets = life.Visits.Sum(v => v.Matters.Count),
                Reviews = life.Reviews.Count,
                DefaultReviews = life.Reviews.Count - active.Count,
                BadReviews = life.Reviews.Count(r => r.IsBad),
                GoodRateRaw = Share(life.Reviews.Count(r => !r.IsBad), life.Reviews.Count),
                GoodRateActive = Share(active.Count(r => !r.IsBad), active.Count),
                ClosedMatters = life.Matters.Count(m => m.Closed is not null),
                LateMatters = life.Matters.Count(m => m.IsLate),
                LateMattersIgnoringSuspensions = life.Matters.Count(m => m.IsAfterDue),
            },
            Halls = [.. world.Halls.Select(h => Hall(h, [.. life.Visits.Where(v => v.Hall == h)]))],
            Orgs = [.. world.Orgs.Select(o => new OrgTruth(o.Code, o.Name, reviewsOf[o].Count(), reviewsOf[o].Count(r => r.IsBad), mattersOf[o].Count(), mattersOf[o].Count(m => m.IsLate)))],
            Planted = [.. life.Planted],
        };
    }

    private static HallTruth Hall(Hall hall, List<Visit> visits)
    {
        var served = visits.Where(v => v.Served).ToList();
        var waits = served.Select(v => v.WaitSeconds!.Value).Order().ToArray();
        var handled = served.Where(v => !v.HasPlaceholderTimes).Select(v => (v.Finished!.Value - v.Started!.Value).TotalSeconds).ToList();
        var passed = visits.Count(v => v.End == VisitEnd.Passed);
        return new HallTruth(hall.Code, hall.Name, served.Count, Mean(waits), Quantile(waits, 0.5), Quantile(waits, 0.9),
            Mean([.. served.Select(v => v.WaitSeconds!.Value - hall.ClosedSeconds(v.Eligible, v.Called!.Value))]), Mean(handled), passed, Share(passed, served.Count + passed));
    }

    private static double Mean(IReadOnlyCollection<double> values) => values.Count == 0 ? 0 : values.Sum() / values.Count;

    private static double Share(double part, double whole) => whole == 0 ? 0 : part / whole;

    private static double Quantile(double[] sorted, double p)
    {
        if (sorted.Length == 0)
            return 0;
        var at = p * (sorted.Length - 1);
        var below = (int)at;
        return below + 1 < sorted.Length ? sorted[below] + ((at - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
