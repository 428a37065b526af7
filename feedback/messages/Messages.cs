using System.Collections;
using System.Globalization;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace QualityInsight.Feedback;

/// <summary>What people read, in both languages: refusals, states, roles, commands, events. The words are in <c>messages.yaml</c>.</summary>
public static class Messages
{
    private static readonly Lazy<Dictionary<string, Dictionary<string, Entry>>> Catalogue = new(Load);

    /// <summary>The sections and keys there are.</summary>
    public static IEnumerable<(string Section, string Key)> Keys =>
        Catalogue.Value.SelectMany(s => s.Value.Keys.Select(k => (s.Key, k)));

    /// <summary>The whole sentence of a refusal: from where to where, by what, and why.</summary>
    public static string Explain(Refusal refusal, Language language)
    {
        var command = Command(refusal.Command, language);
        var why = Reason(refusal, language);
        return (refusal.From, refusal.To) switch
        {
            ({ } from, { } to) when from != to => Format("sentence", "MOVE", language, from, to, command, why),
            ({ } from, _) => Format("sentence", "STAY", language, from, command, why),
            _ => Format("sentence", "NONE", language, command, why),
        };
    }

    /// <summary>Only the reason of a refusal.</summary>
    public static string Reason(Refusal refusal, Language language) => Format("refusal", refusal.Key, language, [.. refusal.Args]);

    /// <summary>The name of a state, role, outcome or any other closed list of this room.</summary>
    public static string Name<T>(T value, Language language) where T : struct, Enum => Word(typeof(T).Name, value.Code(), language);

    /// <summary>The name of a command, by its type's name.</summary>
    public static string Command(string name, Language language) => Word("command", name, language);

    /// <summary>The name of an event, by its type's name.</summary>
    public static string Event(string name, Language language) => Word("event", name, language);

    /// <summary>A notice as a sentence.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="caseNo">The case.</param>
    /// <param name="detail">The code of what it is about, or null.</param>
    /// <param name="dueAt">The deadline it is about, local, or null.</param>
    public static string Notice(NoticeKind kind, Language language, string caseNo, string? detail, DateTime? dueAt) =>
        Format("notice", kind.Code(), language, caseNo, Detail(kind, detail, language), dueAt is { } due ? due : "—");

    /// <summary>A phrase of a message.</summary>
    internal static string Phrase(string key, Language language, params object[] args) => Format("phrase", key, language, args);

    private static string Detail(NoticeKind kind, string? code, Language language) => code is null ? "" : kind switch
    {
        NoticeKind.DecisionWanted => Word(nameof(Approval), code, language),
        NoticeKind.Decided or NoticeKind.SupportEnded => Event(code, language),
        NoticeKind.Supervised => Word(nameof(SupervisionTrigger), code, language),
        _ => Word(nameof(DeadlineStep), code, language),
    };

    private static string Word(string section, string key, Language language) =>
        Catalogue.Value.TryGetValue(section, out var entries) && entries.TryGetValue(key, out var entry)
            ? entry.In(language)
            : throw new KeyNotFoundException($"messages.yaml has no {section}.{key}.");

    private static string Format(string section, string key, Language language, params object[] args) =>
        string.Format(CultureInfo.InvariantCulture, Word(section, key, language), [.. args.Select(a => Say(a, language))]);

    private static string Say(object arg, Language language) => arg switch
    {
        string text => text,
        DateTime at => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        Enum value => Word(value.GetType().Name, System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString()), language),
        IEnumerable many => string.Join(language == Language.Zh ? "、" : ", ", many.Cast<object>().Select(m => Say(m, language))),
        _ => Convert.ToString(arg, CultureInfo.InvariantCulture) ?? "",
    };

    private static Dictionary<string, Dictionary<string, Entry>> Load()
    {
        using var reader = new StreamReader(
            typeof(Messages).Assembly.GetManifestResourceStream("QualityInsight.Feedback.messages.messages.yaml")!);
        return new DeserializerBuilder().WithNamingConvention(NullNamingConvention.Instance).WithDuplicateKeyChecking().Build()
            .Deserialize<Dictionary<string, Dictionary<string, Entry>>>(reader);
    }

    private sealed class Entry
    {
        [YamlMember(Alias = "zh")]
        public string Zh { get; set; } = "";

        [YamlMember(Alias = "en")]
        public string En { get; set; } = "";

        public string In(Language language) => language == Language.Zh ? Zh : En;
    }
}
