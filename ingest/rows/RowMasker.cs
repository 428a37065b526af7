using System.Text;

namespace QualityInsight.Ingest;

/// <summary>Makes refused rows fit to be kept: people's columns hidden, all texts masked.</summary>
internal sealed class RowMasker
{
    private const int MaxRaw = 8192;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<int, FieldKind> _people = [];
    private readonly char _delimiter;

    internal RowMasker(Profile profile, HeaderMatch header)
    {
        _delimiter = profile.Format.Delimiter;
        foreach (var output in profile.Outputs)
        {
            foreach (var name in output.Fields.Values.SelectMany(f => f.AllColumns).Concat(output.Rules.SelectMany(r => r.Columns.Keys)))
                _places[name] = header.Find(name);
            foreach (var (name, spec) in output.Fields)
                if (output.Entity.Find(name) is { IsPerson: true } field)
                    foreach (var column in spec.AllColumns)
                        if (header.Find(column) is >= 0 and var place)
                            _people[place] = field.Kind;
        }
    }

    internal string? Value(string? column, string? value)
    {
        if (value is null) return null;
        var place = column is null ? -1 : _places.GetValueOrDefault(column, -1);
        return Shorten(Hide(place, value), 400);
    }

    internal string Raw(IRowReader row, string? column) =>
        column is not null && _places.GetValueOrDefault(column, -1) is >= 0 and var place ? Encoding.UTF8.GetString(row.Field(place)) : "";

    /// <summary>The row as delimited text, masked.</summary>
    internal string Row(IRowReader row)
    {
        if (row.Fault is not null) return Shorten(TextMask.Mask(Encoding.UTF8.GetString(row.Raw)), MaxRaw);
        var text = new StringBuilder();
        for (var i = 0; i < row.Headers.Count; i++)
        {
            if (i > 0) text.Append(_delimiter);
            var value = Hide(i, Encoding.UTF8.GetString(row.Field(i)));
            if (value.AsSpan().IndexOfAny([_delimiter, '"', '\n', '\r']) >= 0) text.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            else text.Append(value);
        }

        return Shorten(text.ToString(), MaxRaw);
    }

    private string Hide(int place, string value) => _people.TryGetValue(place, out var kind)
        ? kind == FieldKind.PersonName ? TextMask.Name(value) : TextMask.Number(value)
        : TextMask.Mask(value);

    private static string Shorten(string text, int most)
    {
        text = text.Replace("\0", "", StringComparison.Ordinal);
        return text.Length <= most ? text : string.Concat(text.AsSpan(0, most), "…");
    }
}
