using QualityInsight.Warehouse;

namespace QualityInsight.Ingest;

/// <summary>
/// The SQL of one output's staging and loading: files of <c>loading/sql</c> with their {placeholders} filled from the
/// closed lists of <see cref="Entities"/>. Nothing of a feed or a profile ever becomes SQL.
/// </summary>
internal sealed class StageSql
{
    private readonly OutputSpec _output;
    private readonly Dictionary<string, string> _words;

    internal StageSql(OutputSpec output, int index, StageLayout layout)
    {
        _output = output;
        var entity = output.Entity;
        (Stage, Plan, Closed) = ($"stage_{index}", $"plan_{index}", $"closed_{index}");
        var key = entity.Key.ToList();
        if (entity.IsDimension && output.Fields.ContainsKey("valid_from")) key.Add("valid_from");
        var content = layout.FactColumns.Where(c => !Undecided(c)).ToList();
        _words = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["stage"] = Stage,
            ["plan"] = Plan,
            ["closed"] = Closed,
            ["table"] = entity.Name,
            ["key"] = string.Join(", ", key),
            ["s_key"] = string.Join(", ", key.Select(k => $"s.{k}")),
            ["key_column"] = string.Join("+", key),
            ["key_value"] = string.Join(" || ' ' || ", key.Select(k => $"coalesce(CAST(s.{k} AS TEXT), '')")),
            ["join"] = string.Join(" AND ", key.Select(k => $"s.{k} = f.{k}")),
            ["s_content"] = string.Join(", ", content.Select(c => $"s.{c}")),
            ["f_content"] = string.Join(", ", content.Select(c => Widened(layout, c))),
            ["scope"] = entity.HasSource ? "f.source = $source" : output.Fields.ContainsKey("valid_from") ? "true" : "f.valid_to IS NULL",
            ["repeat"] = output.DistinctOn.Count > 0 ? "folded" : "duplicate",
            ["change"] = entity.IsDimension ? "newer" : "conflict",
            ["numbered"] = output.Fields.ContainsKey("version") ? "true" : "false",
            ["distinct"] = output.DistinctOn.Count > 0 ? "true" : "false",
            ["version_order"] = output.Fields.ContainsKey("version") ? "j.given," : "",
            ["source_column"] = entity.HasSource ? "source," : "",
            ["source_value"] = entity.HasSource ? "$source," : "",
            ["closed_join"] = "",
            ["next_from"] = NextFrom(entity, output.Fields.ContainsKey("valid_from")),
            ["event"] = entity.EventTime ?? "NULL::TIMESTAMP",
        };
        Columns = layout;
    }

    internal string Stage { get; }

    internal string Plan { get; }

    internal string Closed { get; }

    private StageLayout Columns { get; }

    internal string CreateStage() => File("create_stage", ("stage_columns", string.Concat(Columns.Columns.Select(c => $", {c.Name} {c.SqlType}"))));

    internal string File(string name, params (string Word, string Text)[] more)
    {
        var sql = Sql.Load(typeof(StageSql), $"{name}.sql");
        foreach (var (word, text) in more) sql = sql.Replace($"{{{word}}}", text, StringComparison.Ordinal);
        foreach (var (word, text) in _words) sql = sql.Replace($"{{{word}}}", text, StringComparison.Ordinal);
        return sql;
    }

    /// <summary>The statement that inserts what the plan lets in.</summary>
    internal string Insert(bool planned, bool withClosed)
    {
        var names = Columns.FactColumns.ToList();
        var values = names.Select(n => (_output.Entity.Name, n) switch
        {
            ("ticket", "version") when planned => "coalesce(p.version, s.version)",
            (_, "valid_from") => planned
                ? "coalesce(s.valid_from, CASE WHEN p.fate = 'newer' THEN CAST($today AS DATE) ELSE DATE '1900-01-01' END)"
                : "coalesce(s.valid_from, DATE '1900-01-01')",
            _ => $"s.{n}",
        }).ToList();
        if (withClosed)
        {
            names.Add("closed_s");
            values.Add("coalesce(c.closed_s, 0)");
        }

        return File(planned ? "insert_planned" : "insert_new",
            ("columns", string.Join(", ", names)), ("s_columns", string.Join(", ", values)),
            ("closed_join", withClosed ? $"LEFT JOIN {Closed} c ON c.rid = s.rowid" : ""));
    }

    internal string ReviewTags(bool planned) => File("review_tags",
        ("plan_join", planned ? $"LEFT JOIN {Plan} p ON p.rid = s.rowid" : ""), ("plan_filter", planned ? "AND p.fate IS NULL" : ""));

    internal string History() => File("move_to_history",
        ("columns", string.Join(", ", Columns.FactColumns)),
        ("s_columns", string.Join(", ", Columns.FactColumns.Select(c => c == "version" ? "coalesce(p.version, s.version)" : $"s.{c}"))));

    /// <summary>Opening hours change as a whole: all periods of a hall's weekday end where later ones begin.</summary>
    private static string NextFrom(Entity entity, bool dated) => entity.Name == "hall_hours" && dated
        ? "min(valid_from) OVER (PARTITION BY hall_code, weekday ORDER BY valid_from RANGE BETWEEN INTERVAL 1 DAY FOLLOWING AND UNBOUNDED FOLLOWING)"
        : $"lead(valid_from) OVER (PARTITION BY {string.Join(", ", entity.Key)} ORDER BY valid_from, batch_id)";

    /// <summary>Columns that the program fills, so that they say nothing about whether a row is the same.</summary>
    private bool Undecided(string column) => column switch
    {
        "version" => _output.Entity.Name == "ticket" && !_output.Fields.ContainsKey("version"),
        "suspended_s" or "valid_from" => !_output.Fields.ContainsKey(column),
        _ => false,
    };

    /// <summary>A fact column as the stage has it, so that rows compare type by type.</summary>
    private static string Widened(StageLayout layout, string column) =>
        layout.Columns[layout.Place(column)].SqlType == "INTEGER" ? $"CAST(f.{column} AS INTEGER)" : $"f.{column}";
}
