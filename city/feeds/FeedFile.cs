using System.Buffers;
using System.Text;

namespace QualityInsight.City;

/// <summary>Writes one delimited file; a cell that holds <see cref="BadMark"/> gets bytes that are no text there.</summary>
internal sealed class FeedFile : IDisposable
{
    public const char BadMark = '\uE000';

    private readonly FileStream _stream;
    private readonly StreamWriter _writer;
    private readonly FeedStyle _style;
    private readonly SearchValues<char> _quoted;

    public FeedFile(string path, FeedStyle style)
    {
        _style = style;
        _quoted = SearchValues.Create([style.Delimiter, '"', '\n', '\r']);
        _stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        _writer = new StreamWriter(_stream, style.Encoding, 1 << 16) { NewLine = style.NewLine };
    }

    public void Write(IReadOnlyList<string> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
                _writer.Write(_style.Delimiter);
            Cell(cells[i]);
        }
        _writer.WriteLine();
    }

    private void Cell(string text)
    {
        if (text.Contains(BadMark, StringComparison.Ordinal))
        {
            var parts = text.Split(BadMark);
            _writer.Write(parts[0]);
            _writer.Flush();
            _stream.Write(_style.BadBytes);
            _writer.Write(parts[1]);
        }
        else if (text.AsSpan().IndexOfAny(_quoted) >= 0)
        {
            _writer.Write('"');
            _writer.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
            _writer.Write('"');
        }
        else
            _writer.Write(text);
    }

    public void Dispose() => _writer.Dispose();
}
