namespace QualityInsight.Ingest;

/// <summary>One column of the staging table.</summary>
internal sealed record StageColumn(string Name, string SqlType)
{
    internal bool IsText => SqlType == "TEXT";
}

/// <summary>
/// The columns an entity is staged in: its fact columns without source, batch and line, then what is not of the
/// fact table itself (tags). Names come from <see cref="Entities"/> only.
/// </summary>
internal sealed class StageLayout
{
    private static readonly string[] Hashes = ["person_hash", "phone_hash", "name_hash"];
    private readonly Dictionary<string, int> _places;

    internal StageLayout(Entity entity)
    {
        var columns = entity.Fields.Where(f => f.Column is not null).Select(f => new StageColumn(f.Column!, f.SqlType)).ToList();
        columns.AddRange(Hashes.Where(h => h switch
        {
            "person_hash" => entity.Find("person_id") is not null,
            _ => entity.Name == "review",
        }).Select(h => new StageColumn(h, "TEXT")));
        FactColumns = [.. columns.Select(c => c.Name)];
        if (entity.Find("tags") is not null) columns.Add(new StageColumn("tags", "TEXT"));
        Columns = columns;
        _places = columns.Select((c, i) => (c.Name, i)).ToDictionary(p => p.Name, p => p.i, StringComparer.Ordinal);
    }

    internal IReadOnlyList<StageColumn> Columns { get; }

    /// <summary>Those that are columns of the fact table too.</summary>
    internal IReadOnlyList<string> FactColumns { get; }

    internal int Place(string column) => _places.GetValueOrDefault(column, -1);
}
