namespace QualityInsight.City;

/// <summary>Lets the city live, day by day.</summary>
internal sealed class Simulator
{
    // Numbers a day at scale 1: matters applied for online, hotline orders.
    private const double OnlineADay = 121, OrdersADay = 49;

    private static readonly (string Area, double Share)[] OnlineAreas =
        [("990100", 0.44), ("990102", 0.14), ("990103", 0.11), ("990104", 0.09), ("990121", 0.07), ("990122", 0.06), ("990181", 0.09)];

    private readonly CityOptions _options;
    private readonly World _world;
    private readonly double _kept;
    private readonly double _growth;
    private readonly MatterMaker _matters;
    private readonly HotlineMaker _hotline;

    public Simulator(CityOptions options, World world, TextMaker texts, double growth)
    {
        _options = options;
        _world = world;
        _growth = growth;
        _kept = Math.Min(1, options.Scale / growth);
        LastMoment = options.LastDay.ToDateTime(new TimeOnly(23, 59, 59));
        OldTagsUntil = options.FirstDay.AddDays(7 * Math.Max(1, options.Weeks / 4));
        Texts = texts;
        _matters = new MatterMaker(world, Dice.Of(options.Seed, "matters"), texts.Words, LastMoment);
        Reviews = new ReviewMaker(Dice.Of(options.Seed, "reviews"), texts, LastMoment, OldTagsUntil);
        _hotline = new HotlineMaker(world, Dice.Of(options.Seed, "hotline"), texts, LastMoment);
    }

    public DateTime LastMoment { get; }

    /// <summary>The first day on which the third feed sends version 2 of the indicator list only.</summary>
    public DateOnly OldTagsUntil { get; }

    public TextMaker Texts { get; }

    public ReviewMaker Reviews { get; }

    public Life Run(IProgress<CityProgress>? progress, CancellationToken cancel)
    {
        var life = new Life();
        for (var day = _options.FirstDay; day <= _options.LastDay; day = day.AddDays(1))
        {
            cancel.ThrowIfCancellationRequested();
            Live(life, day);
            if (day.DayOfWeek == DayOfWeek.Sunday)
                progress?.Report(new CityProgress("living", 0.5 * (day.DayNumber - _options.FirstDay.DayNumber) / (7.0 * _options.Weeks), 0));
        }
        foreach (var bad in life.Reviews.Where(r => r.IsBad).ToList())
            if (Reviews.FollowUp(bad) is { } again)
                life.Add(again);
        return life;
    }

    private void Live(Life life, DateOnly day)
    {
        var load = DayLoad.Factor(day, _options.LastDay);
        for (var h = 0; h < _world.Halls.Count; h++)
        {
            var hall = _world.Halls[h];
            var dice = Dice.Of(_options.Seed, "queue", h, day.DayNumber);
            foreach (var visit in new QueueDay(hall, day, dice, Texts.Words).Run(load, Shortage.Staffing(hall, day, _options), _kept))
            {
                life.Visits.Add(visit);
                if (visit.End == VisitEnd.Accepted)
                    foreach (var matter in _matters.AtCounter(visit))
                        Rate(life, matter);
                else if (Reviews.Of(visit) is { } review)
                    life.Add(review);
                if (visit.Served && dice.Chance(0.012))
                    life.Visits.Add(Forward(dice, visit));
            }
        }
        var numbers = Dice.Of(_options.Seed, "online", 0, day.DayNumber);
        var quiet = WorkingDays.IsWorking(day) ? 1.15 : 0.62;
        foreach (var (area, share) in OnlineAreas)
            for (var n = numbers.Poisson(OnlineADay * share * quiet * _growth * _kept); n > 0; n--)
                Rate(life, _matters.Online(day, area));
        for (var n = numbers.Poisson(OrdersADay * quiet * _growth * _kept); n > 0; n--)
            life.Orders.Add(_hotline.On(day));
    }

    private void Rate(Life life, Matter matter)
    {
        life.Matters.Add(matter);
        if (Reviews.Of(matter) is { } review)
            life.Add(review);
    }

    /// <summary>The second row of a number that is sent on to another counter (转号).</summary>
    private static Visit Forward(Dice dice, Visit first)
    {
        first.Forwarded = true;
        var taken = first.Finished!.Value;
        var called = taken.AddSeconds(dice.Int(20, 500));
        var started = called.AddSeconds(dice.Int(8, 40));
        return new Visit
        {
            Hall = first.Hall,
            Group = first.Group,
            Number = first.Number,
            Seq = 2,
            Taken = taken,
            Item = first.Item,
            Person = first.Person,
            Called = called,
            Started = started,
            Finished = started.AddSeconds(dice.Int(120, 1500)),
            Counter = dice.Pick(first.Group.Counters),
            End = VisitEnd.Other,
            Forwarded = true,
        };
    }
}
