using System.Text;

namespace QualityInsight.Ingest;

/// <summary>
/// Makes strings of UTF-8 values; values that repeat (codes, statuses) are made once. A column whose values hardly
/// repeat stops looking.
/// </summary>
internal sealed class StringCache
{
    private const int Slots = 1 << 9;
    private readonly byte[]?[] _keys = new byte[Slots][];
    private readonly string?[] _values = new string[Slots];
    private int _looked;
    private int _found;
    private bool _off;

    internal string Get(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) return "";
        if (_off || text.Length > 48) return Encoding.UTF8.GetString(text);
        var hash = new HashCode();
        hash.AddBytes(text);
        var at = hash.ToHashCode() & (Slots - 1);
        _looked++;
        if (_keys[at] is { } key && text.SequenceEqual(key))
        {
            _found++;
            return _values[at]!;
        }

        if (_looked == 4096 && _found < 1024) _off = true;
        _keys[at] = text.ToArray();
        return _values[at] = Encoding.UTF8.GetString(text);
    }
}
