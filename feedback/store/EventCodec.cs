using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace QualityInsight.Feedback.Store;

/// <summary>Events as JSON: whole for the store, without anything people typed or that stands for a person for the mirror.</summary>
public static class EventCodec
{
    private static readonly Dictionary<string, Type> Types = typeof(CaseEvent).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(CaseEvent))).ToDictionary(t => t.Name, StringComparer.Ordinal);

    private static readonly JsonSerializerOptions Whole = Options(null);
    private static readonly JsonSerializerOptions Mirrored = Options(LeaveOutPeople);

    /// <summary>The names of all events.</summary>
    public static IReadOnlyCollection<string> Names => Types.Keys;

    /// <summary>The whole event.</summary>
    public static string Write(CaseEvent e) => JsonSerializer.Serialize(e, e.GetType(), Whole);

    /// <summary>The event without <see cref="FreeTextAttribute"/> and <see cref="NotMirroredAttribute"/> members.</summary>
    public static string WriteForMirror(CaseEvent e) => JsonSerializer.Serialize(e, e.GetType(), Mirrored);

    /// <summary>Reads an event.</summary>
    /// <exception cref="InvalidOperationException">The name is none this version knows.</exception>
    public static CaseEvent Read(string name, string json) =>
        Types.TryGetValue(name, out var type)
            ? (CaseEvent)JsonSerializer.Deserialize(json, type, Whole)!
            : throw new InvalidOperationException($"The event {name} is not one this version knows; was the store written by a later one?");

    private static JsonSerializerOptions Options(Action<JsonTypeInfo>? modifier)
    {
        var resolver = new DefaultJsonTypeInfoResolver();
        resolver.Modifiers.Add(LeaveOutTypeName);
        if (modifier is not null)
            resolver.Modifiers.Add(modifier);
        return new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
            TypeInfoResolver = resolver,
        };
    }

    private static void LeaveOutTypeName(JsonTypeInfo info) => Remove(info, p => p.Name == "typeName");

    private static void LeaveOutPeople(JsonTypeInfo info) =>
        Remove(info, p => p.AttributeProvider is { } of && (of.IsDefined(typeof(FreeTextAttribute), inherit: true) || of.IsDefined(typeof(NotMirroredAttribute), inherit: true)));

    private static void Remove(JsonTypeInfo info, Func<JsonPropertyInfo, bool> which)
    {
        for (var i = info.Properties.Count - 1; i >= 0; i--)
            if (which(info.Properties[i]))
                info.Properties.RemoveAt(i);
    }
}
