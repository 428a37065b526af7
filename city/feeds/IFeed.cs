namespace QualityInsight.City;

/// <summary>A feed's way of writing the city's records.</summary>
internal interface IFeed
{
    /// <summary>All its tables in load order.</summary>
    IReadOnlyList<FeedTable> Tables { get; }

    FeedTable Matters { get; }

    FeedTable Steps { get; }

    FeedTable Suspensions { get; }

    FeedTable Visits { get; }

    FeedTable Links { get; }

    FeedTable Reviews { get; }

    /// <summary>A matter as it stood at a moment; <paramref name="version"/> 2 replaces a row sent open before.</summary>
    string[] Matter(Matter m, int version, DateTime asOf);

    string[] Step(Matter m, int seq, Step s);

    string[] Suspension(Matter m, int seq, Suspension s);

    string[] Visit(Visit v);

    string[] Link(Visit v, Matter m);

    string[] Review(Review r);
}
