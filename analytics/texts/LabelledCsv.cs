using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace QualityInsight.Analytics.Texts;

/// <summary>
/// Texts of a CSV file, with their labels where a label column is named. Several labels of a text stand in one cell,
/// separated by <c>|</c>.
/// </summary>
public sealed record LabelledCsv
{
    private const int LongestRow = 16 << 20;

    /// <summary>Name of the file, without folder.</summary>
    public required string FileName { get; init; }
    /// <summary>The texts, in the order of the file, those without text left out.</summary>
    public required IReadOnlyList<LabelledText> Texts { get; init; }
    /// <summary>The line of the file each text begins at, from 1 (the header).</summary>
    public required IReadOnlyList<long> Lines { get; init; }
    /// <summary>Rows left out because their text is empty.</summary>
    public required int WithoutText { get; init; }
    /// <summary>Texts whose label cell is empty.</summary>
    public required int WithoutLabel { get; init; }
    /// <summary>True where some cell holds more than one label.</summary>
    public required bool HasSeveralLabels { get; init; }

    /// <summary>
    /// Reads a file in UTF-8 or GB18030 with a header line. Refuses an absent or empty file, a column that is not
    /// there (naming those that are) and broken quoting (naming the line).
    /// </summary>
    public static LabelledCsv Read(string path, string textColumn, string? labelColumn, string? groupColumn = null, CancellationToken ct = default)
    {
        using var stream = Open(path, out var encoding);
        using var csv = CsvReader.Create(stream, new CsvReaderOptions
        {
            HasHeader = true,
            TrackLineNumbers = true,
            Encoding = encoding,
            IncludeValuesInExceptions = false,
            MaxRecordSize = LongestRow,
            OnMalformedRecord = bad => throw Broken(path, bad.LineNumber, null),
        }, leaveOpen: true);
        try
        {
            csv.ReadHeader();
            List<string> header = [.. csv.Headers.ToArray().Select(h => h.Trim().TrimStart('\uFEFF'))];
            if (header.All(string.IsNullOrWhiteSpace))
                throw new TextDataException($"'{path}' is empty: a header line and at least one row are needed.");
            return ReadRows(csv, path, Column(header, textColumn, path), Column(header, labelColumn, path), Column(header, groupColumn, path), ct);
        }
        catch (CsvFormatException e)
        {
            throw Broken(path, e.LineNumber, e);
        }
    }

    private static LabelledCsv ReadRows(CsvReader csv, string path, int text, int label, int group, CancellationToken ct)
    {
        List<LabelledText> texts = [];
        List<long> lines = [];
        int withoutText = 0, withoutLabel = 0;
        var several = false;
        while (csv.Read())
        {
            ct.ThrowIfCancellationRequested();
            var value = text < csv.FieldCount ? csv.GetString(text) : "";
            if (string.IsNullOrWhiteSpace(value)) { withoutText++; continue; }
            var labels = Several(csv, label);
            if (label >= 0 && labels.Length == 0) withoutLabel++;
            several |= labels.Length > 1;
            texts.Add(new LabelledText(value, labels, group < 0 ? null : Several(csv, group)));
            lines.Add(csv.LineNumber);
        }
        if (texts.Count == 0)
            throw new TextDataException($"'{path}' holds no text in the column asked for ({withoutText} rows without).");
        return new LabelledCsv
        {
            FileName = Path.GetFileName(path),
            Texts = texts,
            Lines = lines,
            WithoutText = withoutText,
            WithoutLabel = withoutLabel,
            HasSeveralLabels = several,
        };
    }

    private static string[] Several(CsvReader csv, int column) => column < 0 || column >= csv.FieldCount
        ? []
        : [.. csv.GetString(column).Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    private static MemoryStream Open(string path, out Encoding? encoding)
    {
        if (Directory.Exists(path)) throw new TextDataException($"'{path}' is a folder; give the CSV file in it.");
        if (!File.Exists(path)) throw new TextDataException($"There is no file '{path}'.");
        var bytes = File.ReadAllBytes(path);
        if (bytes.Length == 0) throw new TextDataException($"'{path}' is empty: a header line and at least one row are needed.");
        if (bytes.AsSpan(0, Math.Min(bytes.Length, 4096)).Contains((byte)0))
            throw new TextDataException($"'{path}' is not a text file (it holds zero bytes); save it as CSV in UTF-8.");
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        encoding = Utf8.IsValid(bytes) ? null : Encoding.GetEncoding("GB18030");
        return new MemoryStream(bytes);
    }

    private static TextDataException Broken(string path, long? line, Exception? inner) =>
        new($"'{path}' cannot be read as CSV at line {line}: a quote is left open or stands in the wrong place there.", inner);

    private static int Column(List<string> header, string? name, string path)
    {
        if (name is null) return -1;
        var at = header.FindIndex(h => string.Equals(h, name.Trim(), StringComparison.OrdinalIgnoreCase));
        return at >= 0 ? at : throw new TextDataException(
            $"'{path}' has no column '{name}'. Its columns are: {string.Join(", ", header)}.");
    }
}
