using QualityInsight.Feedback;
using QualityInsight.Jobs.Cli;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace QualityInsight.Jobs.Alerts;

/// <summary>Where an alert's query runs.</summary>
public enum AlertGround
{
    /// <summary>The serving file and the facts about the program.</summary>
    Serving,
    /// <summary>The facts about the program alone.</summary>
    Pipeline,
    /// <summary>The serving file and metrics by week with their control limits.</summary>
    Figures,
}

/// <summary>A metric an alert looks at.</summary>
/// <param name="Metric">Its id.</param>
/// <param name="By">A dimension, or null for the whole.</param>
/// <param name="Target">A target; null takes the metric's own, where it has one.</param>
public sealed record AlertFigure(string Metric, string? By, double? Target);

/// <summary>An alert (告警): a query that must return no rows, and what is said where it does.</summary>
/// <param name="Terms">Its names, when it is told again, and to whom.</param>
/// <param name="Over">Where its query runs.</param>
/// <param name="Sql">The query; columns <c>subject</c> and those that <see cref="SeenZh"/> and <see cref="SeenEn"/> name.</param>
/// <param name="SeenZh">What was seen, with places in braces.</param>
/// <param name="SeenEn">The same in English.</param>
/// <param name="Values">Values of the query's parameters.</param>
/// <param name="Figures">Metrics it needs.</param>
public sealed record AlertDefinition(
    AlertTerms Terms, AlertGround Over, string Sql, string SeenZh, string SeenEn,
    IReadOnlyDictionary<string, double> Values, IReadOnlyList<AlertFigure> Figures)
{
    /// <summary>Its id.</summary>
    public string Id => Terms.Alert;

    /// <summary>The shipped alerts, and those of the folder <c>QI__Alerts</c> names, which replace shipped ones of the same id.</summary>
    /// <exception cref="RefusedException">A file is not an alert; the message names it.</exception>
    public static IReadOnlyList<AlertDefinition> LoadAll()
    {
        var all = new SortedDictionary<string, AlertDefinition>(StringComparer.Ordinal);
        var own = Environment.GetEnvironmentVariable("QI__Alerts");
        foreach (var folder in new[] { Path.Combine(AppContext.BaseDirectory, "alerts"), own }.OfType<string>().Where(f => f.Length > 0))
            foreach (var file in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
                all[Path.GetFileNameWithoutExtension(file)] = Load(file);
        return [.. all.Values];
    }

    /// <summary>Reads and checks one alert; its query lies beside it.</summary>
    /// <inheritdoc cref="LoadAll" path="/exception"/>
    public static AlertDefinition Load(string file)
    {
        Entry read;
        try
        {
            read = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<Entry>(File.ReadAllText(file));
        }
        catch (YamlException e)
        {
            throw new RefusedException($"{file}, line {e.Start.Line}: {e.InnerException?.Message ?? e.Message}");
        }
        var query = Path.ChangeExtension(file, ".sql");
        if (read.Id != Path.GetFileNameWithoutExtension(file))
            throw new RefusedException($"{file}: its id is \"{read.Id}\"; it must be the file's name");
        if (!File.Exists(query))
            throw new RefusedException($"{file}: its query {Path.GetFileName(query)} is not beside it");
        if (!Enum.TryParse<AlertGround>(read.Over, ignoreCase: true, out var over))
            throw new RefusedException($"{file}: over is \"{read.Over}\"; serving, pipeline or figures");
        if (read.RenotifyHours <= 0 || read.To.Count == 0 || new[] { read.Name, read.Do, read.Seen }.Any(t => t.Zh.Length == 0 || t.En.Length == 0))
            throw new RefusedException($"{file}: name, do and seen in both languages, renotify_hours and to are needed");
        var roles = read.To.ConvertAll(r => Codes.TryParse<Role>(r) ?? throw new RefusedException($"{file}: there is no role \"{r}\""));
        return new(new(read.Id, read.Name.Zh, read.Name.En, read.Do.Zh, read.Do.En, TimeSpan.FromHours(read.RenotifyHours), roles),
            over, File.ReadAllText(query), read.Seen.Zh, read.Seen.En, read.Values,
            [.. read.Figures.Select(f => new AlertFigure(f.Metric, f.By, f.Target))]);
    }

    private sealed class Entry
    {
        public string Id { get; set; } = "";
        public string Over { get; set; } = "";
        public Both Name { get; set; } = new();
        public Both Do { get; set; } = new();
        public Both Seen { get; set; } = new();
        public double RenotifyHours { get; set; }
        public List<string> To { get; set; } = [];
        public Dictionary<string, double> Values { get; set; } = [];
        public List<FigureEntry> Figures { get; set; } = [];
    }

    private sealed class Both
    {
        public string Zh { get; set; } = "";
        public string En { get; set; } = "";
    }

    private sealed class FigureEntry
    {
        public string Metric { get; set; } = "";
        public string? By { get; set; }
        public double? Target { get; set; }
    }
}
