namespace QualityInsight.City;

/// <summary>The words that fill the slots of the templates (slots.txt).</summary>
internal sealed class Words
{
    private readonly Dictionary<string, string[]> _slots = Resource.Table("slots.txt").ToDictionary(r => r[0], r => r[1].Split(';'));

    public IReadOnlyList<string> Surnames => _slots["s"];

    public IReadOnlyList<string> GivenNames => _slots["given"];

    /// <summary>A word for a slot, or null where the slot is not of this list.</summary>
    public string? For(string slot, Dice dice) => _slots.TryGetValue(slot, out var words) ? dice.Pick(words) : null;
}
