using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace QualityInsight.Ingest;

/// <summary>Reads the row rules of an output: skip_when, refuse_when, empty_when, set_when.</summary>
internal static class RuleParser
{
    internal static List<RowRule> Parse(YamlReader yaml, Entity entity) =>
    [
        .. yaml.Maps("skip_when").Select(r => Rule(r, RuleKind.Skip, entity)),
        .. yaml.Maps("refuse_when").Select(r => Rule(r, RuleKind.Refuse, entity)),
        .. yaml.Maps("empty_when").Select(r => Rule(r, RuleKind.Empty, entity)),
        .. yaml.Maps("set_when").Select(r => Rule(r, RuleKind.Set, entity)),
    ];

    private static RowRule Rule(YamlReader yaml, RuleKind kind, Entity entity)
    {
        var reason = kind is RuleKind.Refuse or RuleKind.Empty ? yaml.Required("reason", "a word for the report, such as test_account") : "";
        var fields = kind == RuleKind.Empty ? yaml.Texts("fields") : [];
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (kind == RuleKind.Set && yaml.Map("set") is { } set)
        {
            foreach (var name in set.Keys)
            {
                var canonical = entity.Find(name) ?? throw set.Error(name, Unknown(entity));
                values[name] = set.Text(name)!;
                if (canonical.Kind is not (FieldKind.Enumeration or FieldKind.Code or FieldKind.Flag or FieldKind.Integer or FieldKind.Level))
                    throw set.Error(name, "only codes, enumerations, flags and whole numbers can be set");
                FieldParser.CheckValue(set, name, values[name], canonical);
            }

            set.Done();
        }

        var columns = Tests(yaml, "column", null);
        var mapped = Tests(yaml, "field", entity);
        yaml.Done();
        foreach (var name in fields)
            if (entity.Find(name) is not { } canonical) throw yaml.Error("fields", $"`{name}`: {Unknown(entity)}");
            else if (canonical.Required) throw yaml.Error("fields", $"`{name}` is required and cannot be emptied; use refuse_when");
        if (kind == RuleKind.Empty && fields.Count == 0) throw yaml.Error("", "needs `fields`: which fields become empty");
        if (kind == RuleKind.Set && values.Count == 0) throw yaml.Error("", "needs `set`: which fields become what");
        if (columns.Count + mapped.Count == 0) throw yaml.Error("", "needs `column` or `field`: what is tested");
        return new RowRule(kind, reason, fields, values, columns, mapped, yaml.Line);
    }

    private static string Unknown(Entity entity) =>
        $"{entity.Name} has no such field; allowed: {string.Join(", ", entity.Fields.Select(f => f.Name))}";

    private static Dictionary<string, ValueTest> Tests(YamlReader yaml, string key, Entity? entity)
    {
        var tests = new Dictionary<string, ValueTest>(StringComparer.Ordinal);
        if (yaml.Map(key) is not { } map) return tests;
        foreach (var name in map.Keys)
        {
            if (entity is not null && entity.Find(name) is null) throw map.Error(name, Unknown(entity));
            tests[name] = map.IsShort(name) ? new ValueTest { AnyOf = map.Texts(name) } : Test(map.Map(name)!);
            CheckOperands(map, name, tests[name], entity);
        }

        map.Done();
        return tests;
    }

    private static void CheckOperands(YamlReader map, string name, ValueTest test, Entity? entity)
    {
        var field = entity?.Find(name);
        foreach (var (_, operand) in test.Comparisons)
            if (entity?.Find(operand) is { } other)
            {
                if (field!.SqlType == "TEXT" || other.SqlType != field.SqlType) throw map.Error(name, $"cannot be compared with {operand}");
            }
            else if (!IsOperand(operand, field)) throw map.Error(name, $"`{operand}` is neither a value of its kind nor a canonical field");
        if (field is not null && field.SqlType != "TEXT")
            foreach (var operand in (test.AnyOf ?? []).Concat(test.NoneOf ?? []))
                if (!IsOperand(operand, field))
                    throw map.Error(name, $"`{operand}` is no value of {field.Name} ({field.Kind})");
    }

    private static bool IsOperand(string text, CanonicalField? field) => field?.Kind switch
    {
        FieldKind.Flag => text is "true" or "false",
        FieldKind.Date or FieldKind.Timestamp => TimeParser.TryParse(Encoding.UTF8.GetBytes(text), TimeFormats.Typed, TimeZoneInfo.Utc, out var _, out _),
        FieldKind.TimeOfDay => false,
        FieldKind.Integer or FieldKind.Level => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        FieldKind.Duration or null => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        _ => false,
    };

    private static ValueTest Test(YamlReader yaml)
    {
        var comparisons = new List<(Comparison, string)>();
        foreach (var (word, how) in new[] { ("lt", Comparison.Less), ("le", Comparison.LessOrEqual), ("gt", Comparison.Greater), ("ge", Comparison.GreaterOrEqual) })
            if (yaml.Text(word) is { } operand)
                comparisons.Add((how, operand));
        Regex? matches = null;
        if (yaml.Text("matches") is { } text)
        {
            try { matches = new Regex(text, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking); }
            catch (Exception e) when (e is ArgumentException or NotSupportedException)
            {
                throw yaml.Error("matches", $"is not a regular expression this program can use: {e.Message}");
            }
        }

        var test = new ValueTest
        {
            NoneOf = yaml.Has("not") ? yaml.Texts("not") : null,
            Empty = yaml.Has("empty") ? yaml.Flag("empty", true) : null,
            Matches = matches,
            Comparisons = comparisons,
        };
        yaml.Done();
        return test;
    }
}
