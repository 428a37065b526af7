namespace QualityInsight.Ingest;

internal static class TimeFormats
{
    internal static readonly IReadOnlyDictionary<string, TimeFormatKind> Named = new Dictionary<string, TimeFormatKind>
    {
        ["iso"] = TimeFormatKind.Iso,
        ["loose"] = TimeFormatKind.Loose,
        ["compact"] = TimeFormatKind.Compact,
        ["us"] = TimeFormatKind.UnitedStates,
        ["excel"] = TimeFormatKind.Excel,
        ["epoch_s"] = TimeFormatKind.EpochSeconds,
        ["epoch_ms"] = TimeFormatKind.EpochMilliseconds,
        ["time"] = TimeFormatKind.TimeOnly,
    };

    /// <summary>How times are written in a profile itself.</summary>
    internal static readonly IReadOnlyList<TimeFormat> Typed = [new(TimeFormatKind.Iso), new(TimeFormatKind.Loose)];

    internal static IReadOnlyList<TimeFormat> Parse(YamlReader yaml, string key)
    {
        var formats = new List<TimeFormat>();
        foreach (var text in yaml.Texts(key))
            if (Named.TryGetValue(text, out var kind))
                formats.Add(new TimeFormat(kind));
            else if (text.Contains('y', StringComparison.Ordinal) || text.Contains('H', StringComparison.Ordinal) || text.Contains('h', StringComparison.Ordinal))
                formats.Add(new TimeFormat(TimeFormatKind.Pattern, text));
            else
                throw yaml.Error(key, $"`{text}` is no time format; one of: {string.Join(", ", Named.Keys)}, or a pattern such as dd.MM.yyyy HH:mm");
        return formats;
    }
}
