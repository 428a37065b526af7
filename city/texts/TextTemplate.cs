namespace QualityInsight.City;

/// <summary>One hand-written sentence with slots.</summary>
/// <param name="Id">File and line, for example <c>P01:12</c>.</param>
/// <param name="Text">The sentence, slots in braces.</param>
/// <param name="Labels">Problem codes it speaks of; empty for praise.</param>
/// <param name="Style">The section it stands in.</param>
/// <param name="IsTest">Held out: never used in a training text.</param>
internal sealed record TextTemplate(string Id, string Text, IReadOnlyList<string> Labels, string Style, bool IsTest)
{
    /// <summary>Reads a file of templates; <paramref name="label"/> is the label of lines that name none.</summary>
    public static List<TextTemplate> Read(string file, string? label)
    {
        var templates = new List<TextTemplate>();
        var style = "";
        foreach (var line in Resource.Lines(file))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                style = line[3..];
                continue;
            }
            var cut = line.IndexOf('>', StringComparison.Ordinal);
            string[] labels = cut > 0 ? line[..cut].Split('+') : label is null ? [] : [label];
            var n = templates.Count + 1;
            templates.Add(new TextTemplate($"{Path.GetFileNameWithoutExtension(file)}:{n}", line[(cut + 1)..], labels, style, n % 4 == 0));
        }
        return templates;
    }
}

/// <summary>A text with what is true of it.</summary>
/// <param name="Text">The text as a person typed it.</param>
/// <param name="Labels">Problem codes P01–P13, P99; empty where nothing is complained of.</param>
/// <param name="Polarity">NEGATIVE, NEUTRAL or POSITIVE: what the words say, whatever the stars.</param>
/// <param name="Style">How it is written: the section of its (first) template.</param>
/// <param name="HasPhone">It holds a phone number.</param>
/// <param name="HasIdentity">It holds an identity number.</param>
/// <param name="HasName">It names the writer.</param>
/// <param name="IsTest">It was made of held-out templates.</param>
/// <param name="Templates">The templates it was made of.</param>
internal sealed record CityText(string Text, IReadOnlyList<string> Labels, string Polarity, string Style,
    bool HasPhone, bool HasIdentity, bool HasName, bool IsTest, IReadOnlyList<string> Templates);
