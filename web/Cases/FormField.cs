using QualityInsight.Web.Words;

namespace QualityInsight.Web.Cases;

/// <summary>How a field is filled in.</summary>
internal enum FieldKind
{
    Line,
    Paragraph,
    Choice,
    Number,
    Day,
    Moment,
    Unit,
    Handler,
    Evidence,
    Task,
}

/// <summary>One of the answers of a choice.</summary>
internal sealed record FieldOption(string Value, string Name);

/// <summary>A field of a command's form.</summary>
/// <param name="Name">Its name in the form.</param>
/// <param name="Label">What the reader sees.</param>
/// <param name="Kind">How it is filled in.</param>
/// <param name="Required">It must be filled in.</param>
internal sealed record FormField(string Name, Text Label, FieldKind Kind, bool Required = true)
{
    /// <summary>The answers, for choices.</summary>
    public Func<Tongue, IReadOnlyList<FieldOption>> Options { get; init; } = _ => [];

    /// <summary>A line under the field.</summary>
    public Text? Hint { get; init; }

    /// <summary>Only asked where another choice of the form has this value.</summary>
    public string? OnlyWhen { get; init; }

    /// <summary>A citizen will read it: templates, a count of characters and hints stand with it.</summary>
    public bool IsReply { get; init; }

    /// <summary>Longest text taken.</summary>
    public int MaxLength { get; init; } = 2000;
}

/// <summary>How a kind of field is drawn.</summary>
internal static class FieldKinds
{
    /// <summary>The type of its input element.</summary>
    public static string InputType(this FieldKind kind) => kind switch
    {
        FieldKind.Number => "number",
        FieldKind.Day => "date",
        FieldKind.Moment => "datetime-local",
        _ => "text",
    };
}
