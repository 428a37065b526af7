namespace QualityInsight.Ingest;

/// <summary>What happens when a natural key comes again with other content.</summary>
public enum ChangePolicy
{
    /// <summary>The first stays, the later row is quarantined as <c>conflicting_resend</c>.</summary>
    KeepFirst,

    /// <summary>The newer version replaces the older, which moves to the history table.</summary>
    Replace,

    /// <summary>The older row ends (valid_to) and a new one begins (valid_from).</summary>
    NewValidity,
}

/// <summary>One kind of record that feeds bring: its canonical fields, natural key and checks.</summary>
public sealed class Entity
{
    internal Entity(
        string name, IReadOnlyList<string> key, ChangePolicy change, IReadOnlyList<CanonicalField> fields,
        IReadOnlyList<OrderCheck>? checks = null, bool hasSource = true, string? eventTime = null)
    {
        Name = name;
        Key = key;
        Change = change;
        Fields = fields;
        Checks = checks ?? [];
        HasSource = hasSource;
        EventTime = eventTime;
        _byName = fields.ToDictionary(f => f.Name, StringComparer.Ordinal);
    }

    private readonly Dictionary<string, CanonicalField> _byName;

    /// <summary>The entity's name in profiles, which is also its table.</summary>
    public string Name { get; }

    /// <summary>The canonical fields, in the order of the documentation.</summary>
    public IReadOnlyList<CanonicalField> Fields { get; }

    /// <summary>Natural key, without the source.</summary>
    public IReadOnlyList<string> Key { get; }

    /// <summary>What a changed row does unless the profile says otherwise.</summary>
    public ChangePolicy Change { get; }

    internal IReadOnlyList<OrderCheck> Checks { get; }

    /// <summary>Facts belong to a source; dimensions are shared by all.</summary>
    internal bool HasSource { get; }

    /// <summary>SQL expression of the time an event of this entity happened, for first_event and last_event.</summary>
    internal string? EventTime { get; }

    internal bool IsDimension => Change == ChangePolicy.NewValidity;

    internal CanonicalField? Find(string name) => _byName.GetValueOrDefault(name);

    /// <inheritdoc />
    public override string ToString() => Name;
}
