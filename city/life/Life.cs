namespace QualityInsight.City;

/// <summary>Everything that really happened in the city, before any feed distorts it.</summary>
internal sealed class Life
{
    public List<Visit> Visits { get; } = [];
    public List<Matter> Matters { get; } = [];
    public List<Review> Reviews { get; } = [];
    public List<HotlineOrder> Orders { get; } = [];
    public List<PlantedTruth> Planted { get; } = [];

    /// <summary>Matters somebody (or some system) has rated.</summary>
    public HashSet<Matter> Rated { get; } = [];

    public void Add(Review review)
    {
        Reviews.Add(review);
        if (review.Matter is { } matter)
            Rated.Add(matter);
    }

    public void Plant(string id, string[] rules, string feed, string subject, string what, string effect,
        IEnumerable<string> ids, params (string Name, double Value)[] figures) =>
        Planted.Add(new PlantedTruth(id, rules, what, effect, feed, subject, [.. ids], figures.ToDictionary(f => f.Name, f => f.Value)));
}
