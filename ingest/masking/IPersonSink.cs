namespace QualityInsight.Ingest;

/// <summary>
/// Takes contact data of people met in a feed, so that a callback is possible. The warehouse never sees it; the
/// operations store keeps it encrypted, with every look-up audited. Called once the batch is committed.
/// </summary>
public interface IPersonSink
{
    /// <summary>Whether this deployment keeps contact data at all; where not, nothing is collected.</summary>
    bool Wanted { get; }

    /// <summary>Stores people of one batch; the same hash may come again and replaces what was known.</summary>
    void Store(IReadOnlyCollection<PersonContact> people);
}

/// <summary>Contact data of one person.</summary>
/// <param name="PersonHash">The keyed hash facts carry.</param>
/// <param name="Name">As the feed gave it, or null.</param>
/// <param name="Phone">As the feed gave it, or null.</param>
public sealed record PersonContact(string PersonHash, string? Name, string? Phone);

/// <summary>Keeps nothing.</summary>
public sealed class NoPersonSink : IPersonSink
{
    /// <summary>The one instance.</summary>
    public static NoPersonSink Instance { get; } = new();

    /// <inheritdoc />
    public bool Wanted => false;

    /// <inheritdoc />
    public void Store(IReadOnlyCollection<PersonContact> people)
    {
    }
}
