namespace QualityInsight.Warehouse;

/// <summary>One published snapshot (快照): a file that never changes, made at one moment of the warehouse.</summary>
/// <param name="Name">Its name, for example <c>quality-20261122T031500123Z</c>. A report states it.</param>
/// <param name="Path">The file.</param>
/// <param name="MadeAt">When, UTC.</param>
/// <param name="SchemaVersion">The warehouse's schema step.</param>
/// <param name="Rows">Rows of each table.</param>
public sealed record ServingSnapshot(
    string Name, string Path, DateTimeOffset MadeAt, int SchemaVersion, IReadOnlyDictionary<string, long> Rows);

/// <summary>SQL of another room to run inside a new serving file: its views and macros. Names in it are unqualified.</summary>
/// <param name="Name">What it is called in messages, for example the file's name.</param>
/// <param name="Sql">Statements that make views, macros, comments or small tables.</param>
public sealed record ServingScript(string Name, string Sql);

/// <summary>How snapshots are published.</summary>
public sealed record ServingOptions
{
    /// <summary>Snapshots that stay, the new one included; at least 2, for readers that are just opening one.</summary>
    public int Keep { get; init; } = 5;

    /// <summary>Names of snapshots that stay beyond <see cref="Keep"/>, such as those that sent reports were made from.</summary>
    public IReadOnlySet<string> KeepNames { get; init; } = new HashSet<string>();
}
