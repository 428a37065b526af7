namespace QualityInsight.City;

/// <summary>What every planted trouble works with.</summary>
internal sealed class Troublemaker(Life life, World world, ReviewMaker reviews, TextMaker texts, Dice dice, CityOptions options)
{
    public Life Life => life;

    public World World => world;

    public TextMaker Texts => texts;

    public Dice Dice => dice;

    public DateOnly FirstDay => options.FirstDay;

    public DateOnly LastDay => options.LastDay;

    /// <summary>A number of records at scale 1 brought to this scale, never below <paramref name="least"/>.</summary>
    public int Scaled(int atOne, int least) => Math.Max(least, (int)Math.Round(atOne * options.Scale));

    /// <summary>Matters closed at least three days before the end that nobody has rated, in the order of closing.</summary>
    public IEnumerable<Matter> Unrated(Func<Matter, bool> fits) =>
        life.Matters.Where(m => m.Closed is { } closed && closed.Date <= LastDay.ToDateTime(TimeOnly.MinValue).AddDays(-3) && m.Counter is not { StraightLine: true } && fits(m) && !life.Rated.Contains(m)).OrderBy(m => m.Closed).ThenBy(m => m.No, StringComparer.Ordinal).ToList();

    /// <summary>Some of the unrated matters, spread over the year.</summary>
    public List<Matter> Some(int count, Func<Matter, bool> fits)
    {
        var pool = Unrated(fits).ToList();
        if (pool.Count <= count)
            return pool;
        var step = (double)pool.Count / count;
        return [.. Enumerable.Range(0, count).Select(n => pool[(int)(n * step)])];
    }

    /// <summary>Adds a review of a matter.</summary>
    public Review Rate(Matter matter, int level, DateTime at, Channel channel, CityText? text = null, IReadOnlyList<string>? tags = null,
        Person? person = null, bool named = false, string? counter = null, string? device = null)
    {
        var review = new Review
        {
            Feed = matter.Feed,
            No = reviews.NextNo(matter.Feed),
            Matter = matter,
            Visit = matter.Visit,
            Item = matter.Item,
            Org = matter.Item.Org,
            Hall = matter.Hall,
            Counter = counter ?? matter.Counter?.Code,
            Staff = matter.Staff,
            Device = device,
            Channel = channel,
            Level = level,
            Tags = tags ?? [],
            Text = text,
            At = at,
            Person = person ?? matter.Person,
            Named = named,
        };
        life.Add(review);
        return review;
    }

    /// <summary>Adds a review that belongs to a counter and to no matter.</summary>
    public Review RateCounter(Hall hall, Counter counter, Org org, int level, DateTime at, Channel channel)
    {
        var review = new Review
        {
            Feed = hall.Feed,
            No = reviews.NextNo(hall.Feed),
            Org = org,
            Hall = hall,
            Counter = counter.Code,
            Staff = counter.Staff,
            Device = counter.Device,
            Channel = channel,
            Level = level,
            At = at,
        };
        life.Add(review);
        return review;
    }

    public Review Again(Review first, int level, DateTime at, CityText? text)
    {
        var review = reviews.Again(first, level, at, text);
        life.Add(review);
        return review;
    }
}
