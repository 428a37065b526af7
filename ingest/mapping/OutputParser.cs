namespace QualityInsight.Ingest;

/// <summary>Reads one item of a profile's <c>outputs</c>.</summary>
internal static class OutputParser
{
    private static readonly Dictionary<string, SatisfactionDirection?> Directions = new()
    {
        ["five_is_best"] = SatisfactionDirection.FiveIsBest,
        ["one_is_best"] = SatisfactionDirection.OneIsBest,
        ["mapped"] = SatisfactionDirection.Mapped,
    };

    private static readonly Dictionary<string, ChangePolicy> Changes = new()
    {
        ["replace"] = ChangePolicy.Replace,
        ["keep_first"] = ChangePolicy.KeepFirst,
        ["new_validity"] = ChangePolicy.NewValidity,
    };

    private static readonly Dictionary<string, CheckAction> Actions = new()
    {
        ["quarantine"] = CheckAction.Quarantine,
        ["empty"] = CheckAction.Empty,
        ["keep"] = CheckAction.Keep,
    };

    internal static OutputSpec Parse(YamlReader yaml, IReadOnlyList<TimeFormat> formats)
    {
        var entityName = yaml.Required("entity", $"one of: {string.Join(", ", Entities.All.Keys)}");
        if (!Entities.All.TryGetValue(entityName, out var entity))
            throw yaml.Error("entity", $"`{entityName}` is not allowed; one of: {string.Join(", ", Entities.All.Keys)}");

        var direction = yaml.OneOf("satisfaction", null, Directions);
        if (entity.Name == "review" && direction is null)
            throw yaml.Error("", "lacks `satisfaction`: a review feed cannot be used before its direction is declared; one of: five_is_best, one_is_best, mapped");
        if (entity.Name != "review" && direction is not null)
            throw yaml.Error("satisfaction", "is for reviews only");

        var fields = Fields(yaml, entity, formats, direction);
        var output = new OutputSpec
        {
            Entity = entity,
            Fields = fields,
            Satisfaction = direction,
            Rules = RuleParser.Parse(yaml, entity),
            Checks = Checks(yaml, entity),
            DistinctOn = DistinctOn(yaml, entity),
            OnChange = OnChange(yaml, entity),
        };
        yaml.Done();
        return output;
    }

    private static Dictionary<string, FieldSpec> Fields(
        YamlReader yaml, Entity entity, IReadOnlyList<TimeFormat> formats, SatisfactionDirection? direction)
    {
        var map = yaml.Map("fields") ?? throw yaml.Error("", "lacks `fields`: canonical field: column");
        var fields = new Dictionary<string, FieldSpec>(StringComparer.Ordinal);
        foreach (var name in map.Keys)
        {
            var canonical = entity.Find(name) ?? throw map.Error(name,
                $"{entity.Name} has no such field; allowed: {string.Join(", ", entity.Fields.Select(f => f.Name))}");
            fields[name] = FieldParser.Parse(map, name, canonical, formats, entity);
        }

        map.Done();
        if (direction == SatisfactionDirection.Mapped && fields.GetValueOrDefault("level")?.Map is null)
            throw map.Error("level", "`satisfaction: mapped` needs a `map` from the feed's codes to 1…5 (5 best)");
        if (direction is not null and not SatisfactionDirection.Mapped && fields.GetValueOrDefault("level")?.Map is not null)
            throw map.Error("level", "a `map` is for `satisfaction: mapped`; with five_is_best or one_is_best the code is the level");
        foreach (var needed in entity.Fields)
            if (needed.Required && needed.Default is null && !fields.ContainsKey(needed.Name) && needed.Name != "ticket_source")
                throw map.Error("", $"{entity.Name} needs `{needed.Name}`");
        return fields;
    }

    private static Dictionary<string, CheckRule> Checks(YamlReader yaml, Entity entity)
    {
        var rules = new Dictionary<string, CheckRule>(StringComparer.Ordinal);
        if (yaml.Map("checks") is not { } map) return rules;
        string[] allowed = [.. entity.Checks.Select(c => c.Name), "too_early", "in_future"];
        foreach (var name in map.Keys)
        {
            if (!allowed.Contains(name))
                throw map.Error(name, $"{entity.Name} has no such check; allowed: {string.Join(", ", allowed)}");
            if (map.IsShort(name))
                rules[name] = new CheckRule(map.OneOf(name, CheckAction.Quarantine, Actions), 0);
            else if (map.Map(name) is { } rule)
            {
                rules[name] = new CheckRule(rule.OneOf("do", CheckAction.Quarantine, Actions), rule.Number("tolerance_s", 0, 0, 1e9));
                rule.Done();
            }
        }

        map.Done();
        return rules;
    }

    private static IReadOnlyList<string> DistinctOn(YamlReader yaml, Entity entity)
    {
        var names = yaml.Texts("distinct_on");
        foreach (var name in names)
            if (entity.Find(name) is null)
                throw yaml.Error("distinct_on", $"{entity.Name} has no field `{name}`; allowed: {string.Join(", ", entity.Fields.Select(f => f.Name))}");
        if (names.Count > 0 && !entity.Key.Where(k => k != "seq" && k != "version" && k != "ticket_source").All(names.Contains))
            throw yaml.Error("distinct_on", $"must hold the natural key of {entity.Name}: {string.Join(", ", entity.Key)}");
        return names;
    }

    private static ChangePolicy OnChange(YamlReader yaml, Entity entity)
    {
        var policy = yaml.OneOf("on_change", entity.Change, Changes);
        if (policy != entity.Change && !(entity.Name == "ticket" && policy == ChangePolicy.KeepFirst))
            throw yaml.Error("on_change", entity.Name == "ticket" ? "one of: replace, keep_first" : $"is fixed for {entity.Name}: {Changes.First(c => c.Value == entity.Change).Key}");
        return policy;
    }
}
