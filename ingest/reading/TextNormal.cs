using System.Buffers;
using System.Text;

namespace QualityInsight.Ingest;

/// <summary>Makes full-width letters, digits, signs and spaces narrow, and trims.</summary>
internal static class TextNormal
{
    private static readonly SearchValues<byte> Blank = SearchValues.Create(" \t\r\n\v\f"u8);

    /// <summary>A code as it is compared: narrow, trimmed.</summary>
    internal static string Code(string text) => Narrow(text).Trim();

    /// <summary>A header name as it is compared: narrow, trimmed, without a byte order mark, without case.</summary>
    internal static string Header(string text) => Narrow(text).Trim('\uFEFF', ' ', '\t', '\r', '\n').ToLowerInvariant();

    internal static string Narrow(string text)
    {
        var at = text.AsSpan().IndexOfAnyInRange('\u3000', '\uFF5E');
        return at < 0 ? text : string.Create(text.Length, text, static (to, from) =>
        {
            for (var i = 0; i < from.Length; i++)
                to[i] = Narrow(from[i]);
        });
    }

    internal static char Narrow(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u3000' => ' ',
        _ => c,
    };

    /// <summary>Without ASCII blanks, no-break spaces, ideographic spaces and byte order marks at both ends.</summary>
    internal static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        while (text.Length > 0)
            if (Blank.Contains(text[0])) text = text[1..];
            else if (text.StartsWith("\u3000"u8) || text.StartsWith("\uFEFF"u8)) text = text[3..];
            else if (text.StartsWith("\u00A0"u8)) text = text[2..];
            else break;
        while (text.Length > 0)
            if (Blank.Contains(text[^1])) text = text[..^1];
            else if (text.EndsWith("\u3000"u8) || text.EndsWith("\uFEFF"u8)) text = text[..^3];
            else if (text.EndsWith("\u00A0"u8)) text = text[..^2];
            else break;
        return text;
    }

    /// <summary>Narrow form of a trimmed value; the value itself where it holds no full-width character.</summary>
    internal static ReadOnlySpan<byte> Narrow(ReadOnlySpan<byte> text, ref byte[] scratch)
    {
        if (Ascii.IsValid(text) || (text.IndexOf((byte)0xEF) < 0 && text.IndexOf("\u3000"u8) < 0)) return text;
        if (scratch.Length < text.Length) scratch = new byte[text.Length * 2];
        var used = 0;
        for (var i = 0; i < text.Length;)
        {
            if (i + 2 < text.Length && text[i] == 0xEF && text[i + 1] is 0xBC or 0xBD)
            {
                var c = ((text[i] & 0x0F) << 12) | ((text[i + 1] & 0x3F) << 6) | (text[i + 2] & 0x3F);
                if (c is >= 0xFF01 and <= 0xFF5E)
                {
                    scratch[used++] = (byte)(c - 0xFEE0);
                    i += 3;
                    continue;
                }
            }
            else if (text[i..].StartsWith("\u3000"u8))
            {
                scratch[used++] = (byte)' ';
                i += 3;
                continue;
            }

            scratch[used++] = text[i++];
        }

        return Trim(scratch.AsSpan(0, used));
    }
}
