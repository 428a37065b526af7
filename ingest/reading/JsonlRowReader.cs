using System.Text;
using System.Text.Json;

namespace QualityInsight.Ingest;

/// <summary>One JSON object a line; its members are the columns the profile names. Nested values are read as their JSON text.</summary>
internal sealed class JsonlRowReader : IRowReader
{
    private readonly StreamReader _text;
    private readonly string _path;
    private readonly int _limit;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly byte[][] _fields;
    private readonly StringBuilder _line = new();
    private byte[] _raw = [];

    internal JsonlRowReader(Stream text, Encoding encoding, Profile profile, string path)
    {
        _text = new StreamReader(text, encoding, detectEncodingFromByteOrderMarks: true, 1 << 16, leaveOpen: true);
        (_path, _limit) = (path, profile.Format.MaxRowBytes);
        var names = profile.Outputs.SelectMany(o => o.Fields.Values.SelectMany(f => f.AllColumns).Concat(o.Rules.SelectMany(r => r.Columns.Keys)))
            .Distinct(StringComparer.Ordinal).ToList();
        Headers = names;
        for (var i = 0; i < names.Count; i++)
            foreach (var alias in profile.Columns.TryGetValue(names[i], out var aliases) ? aliases : [names[i]])
                _places.TryAdd(TextNormal.Header(alias), i);
        Headers = [.. names.Select(n => profile.Columns.TryGetValue(n, out var aliases) ? aliases[0] : n)];
        _fields = new byte[names.Count][];
    }

    public IReadOnlyList<string> Headers { get; }

    public long LineNumber { get; private set; }

    public RowFault? Fault { get; private set; }

    public ReadOnlySpan<byte> Raw => _raw;

    public bool Read()
    {
        string? line;
        do
        {
            line = NextLine();
            if (line is null) return false;
        }
        while (string.IsNullOrWhiteSpace(line));

        Array.Fill(_fields, []);
        Fault = null;
        _raw = Encoding.UTF8.GetBytes(line);
        try
        {
            using var json = JsonDocument.Parse(_raw);
            if (json.RootElement.ValueKind != JsonValueKind.Object) Fault = new RowFault("broken_json", "the line is no JSON object");
            else
                foreach (var member in json.RootElement.EnumerateObject())
                    if (_places.TryGetValue(TextNormal.Header(member.Name), out var place))
                        _fields[place] = Text(member.Value);
        }
        catch (JsonException e)
        {
            Fault = new RowFault("broken_json", $"the line is no JSON: byte {e.BytePositionInLine}");
        }

        return true;
    }

    public ReadOnlySpan<byte> Field(int column) => _fields[column];

    public void Dispose() => _text.Dispose();

    private static byte[] Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => [],
        JsonValueKind.String => Encoding.UTF8.GetBytes(value.GetString()!),
        JsonValueKind.Array when value.EnumerateArray().All(v => v.ValueKind is JsonValueKind.String or JsonValueKind.Number) =>
            Encoding.UTF8.GetBytes(string.Join(',', value.EnumerateArray().Select(v => v.ToString()))),
        _ => Encoding.UTF8.GetBytes(value.GetRawText()),
    };

    private string? NextLine()
    {
        _line.Clear();
        var any = false;
        for (int c; (c = _text.Read()) >= 0;)
        {
            any = true;
            if (c == '\n') break;
            if (c != '\r') _line.Append((char)c);
            if (_line.Length > _limit)
                throw new IngestRefusedException(RefusalKind.RowTooLong, _path, $"line {LineNumber + 1} is longer than {_limit:N0} characters; nothing was loaded.",
                    "Mend the file, or raise format.max_row_bytes in the profile.");
        }

        if (!any) return null;
        LineNumber++;
        return _line.ToString();
    }
}
