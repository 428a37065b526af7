using QualityInsight.Feedback;
using QualityInsight.Ingest;

namespace QualityInsight.Jobs.Pipeline;

/// <summary>Contact data of people to call back goes from a feed into the operations store, encrypted.</summary>
public sealed class VaultedPeople(PersonVault vault) : IPersonSink
{
    /// <inheritdoc />
    public bool Wanted => true;

    /// <inheritdoc />
    public void Store(IReadOnlyCollection<PersonContact> people)
    {
        foreach (var person in people)
            vault.PutAsync(person.PersonHash, new Contact(person.Name, person.Phone)).GetAwaiter().GetResult();
    }
}
