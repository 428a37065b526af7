using System.Text.RegularExpressions;

namespace QualityInsight.Ingest;

/// <summary>Reads where one canonical field comes from.</summary>
internal static class FieldParser
{
    private static readonly TimeSpan RegexLimit = TimeSpan.FromMilliseconds(50);

    private static readonly Dictionary<string, DurationUnit> Units = new()
    {
        ["s"] = DurationUnit.Seconds,
        ["ms"] = DurationUnit.Milliseconds,
        ["min"] = DurationUnit.Minutes,
        ["h"] = DurationUnit.Hours,
        ["hms"] = DurationUnit.HoursMinutesSeconds,
    };

    private static readonly Dictionary<string, bool> Unmapped = new() { ["quarantine"] = false, ["empty"] = true };

    private static readonly Dictionary<string, bool> Styles = new() { ["codes"] = false, ["pairs"] = true };

    internal static FieldSpec Parse(YamlReader fields, string name, CanonicalField canonical, IReadOnlyList<TimeFormat> formats, Entity entity)
    {
        if (fields.IsShort(name))
            return new FieldSpec { Column = NonEmpty(fields, name, fields.Texts(name)), Formats = formats };

        var yaml = fields.Map(name)!;
        var spec = new FieldSpec
        {
            Line = yaml.Line,
            Column = yaml.Texts("column"),
            Join = yaml.Texts("join"),
            Separator = yaml.Text("separator") ?? "-",
            Hash = yaml.Texts("hash"),
            Const = yaml.Text("const"),
            DateOf = yaml.Text("date_of"),
            Optional = yaml.Flag("optional", false),
            Default = yaml.Text("default"),
            NullValues = yaml.Texts("null_values"),
            Map = Map(yaml, canonical),
            Formats = yaml.Has("formats") ? TimeFormats.Parse(yaml, "formats") : formats,
            Date = yaml.Text("date"),
            UnmappedIsEmpty = yaml.OneOf("unmapped", false, Unmapped),
            After = entity.Find(yaml.Text("after") ?? "") is not null ? yaml.Text("after") : null,
            AfterColumn = entity.Find(yaml.Text("after") ?? "") is null ? yaml.Text("after") : null,
            Unit = yaml.OneOf("unit", DurationUnit.Seconds, Units),
            Extract = Expression(yaml, "extract"),
            Pattern = Expression(yaml, "pattern"),
            Pad = (int)yaml.Number("pad", 0, 0, 64),
            Split = yaml.Text("split") ?? ",|;",
            TagPairs = yaml.OneOf("style", false, Styles),
            Dict = yaml.Text("dict") ?? "national",
        };
        yaml.Done();
        Check(yaml, spec, canonical, entity);
        return spec;
    }

    private static void Check(YamlReader yaml, FieldSpec spec, CanonicalField canonical, Entity entity)
    {
        var sources = (spec.Column.Count > 0 ? 1 : 0) + (spec.Join.Count > 0 ? 1 : 0) + (spec.Hash.Count > 0 ? 1 : 0)
            + (spec.Const is not null ? 1 : 0) + (spec.DateOf is not null ? 1 : 0);
        if (sources != 1) throw yaml.Error("", "needs exactly one of: column, join, hash, const, date_of");
        if (spec.Extract is { } e && e.GetGroupNumbers().Length != 2) throw yaml.Error("extract", "needs exactly one group ( )");
        if (spec.Const is { } text) CheckValue(yaml, "const", text, canonical);
        if (spec.Default is { } fallback) CheckValue(yaml, "default", fallback, canonical);
        if (spec.DateOf is { } of && entity.Find(of) is not { IsTime: true })
            throw yaml.Error("date_of", $"`{of}` is no time of {entity.Name}");
        if (spec.DateOf is not null && canonical.Kind != FieldKind.Date) throw yaml.Error("date_of", "is for dates only");
        if (spec.After is { } after && entity.Find(after) is not { IsTime: true })
            throw yaml.Error("after", $"`{after}` is no time of {entity.Name}");
        if (spec.UnmappedIsEmpty && canonical.Required) throw yaml.Error("unmapped", $"{canonical.Name} is required, so an unmapped code must be quarantined");
        if ((spec.After ?? spec.AfterColumn) is not null && spec.Date is null) throw yaml.Error("after", "needs `date`: the column that holds the date");
        if (spec.Formats.Any(f => f.Kind == TimeFormatKind.TimeOnly) && spec.Date is null && canonical.Kind == FieldKind.Timestamp)
            throw yaml.Error("formats", "`time` needs `date`: the column that holds the date");
    }

    private static IReadOnlyList<string> NonEmpty(YamlReader yaml, string key, IReadOnlyList<string> names) =>
        names.Count > 0 ? names : throw yaml.Error(key, "needs a column name");

    private static Regex? Expression(YamlReader yaml, string key)
    {
        if (yaml.Text(key) is not { } text) return null;
        try
        {
            return new Regex(key == "pattern" ? $"^(?:{text})$" : text, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, RegexLimit);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw yaml.Error(key, $"is not a regular expression this program can use: {e.Message}");
        }
    }

    private static Dictionary<string, string?>? Map(YamlReader yaml, CanonicalField canonical)
    {
        if (yaml.Map("map") is not { } map) return null;
        var codes = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var raw in map.Keys)
        {
            var value = map.Text(raw, nullable: true);
            if (value is not null) CheckValue(map, raw, value, canonical);
            codes[TextNormal.Code(raw)] = value;
        }

        map.Done();
        return codes.Count > 0 ? codes : throw yaml.Error("map", "is empty");
    }

    internal static void CheckValue(YamlReader yaml, string key, string value, CanonicalField canonical)
    {
        var allowed = canonical.Kind switch
        {
            FieldKind.Enumeration => canonical.Values,
            FieldKind.Level => ["1", "2", "3", "4", "5"],
            FieldKind.Flag => ["true", "false"],
            _ => null,
        };
        if (allowed is not null && !allowed.Contains(value))
            throw yaml.Error(key, $"`{value}` is not allowed for {canonical.Name}; one of: {string.Join(", ", allowed)}");
        if (canonical.Kind is FieldKind.Integer or FieldKind.Duration && !double.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _))
            throw yaml.Error(key, $"`{value}` is not a number");
    }
}
