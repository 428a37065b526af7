using System.Text;

namespace QualityInsight.Ingest;

/// <summary>Says which encoding a file's text is in, and refuses what is no text.</summary>
internal static class EncodingProbe
{
    private const int Window = 1 << 18;
    private const int Limit = 1 << 24;

    static EncodingProbe() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>GB18030, with U+FFFD for bytes that are none, which the mapper then refuses.</summary>
    internal static Encoding Gb18030 => Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFD"));

    /// <summary>
    /// By byte order mark; else UTF-8 where the text's non-ASCII bytes mostly are UTF-8; else GB18030. Reads on
    /// until it has seen enough non-ASCII text to judge (at most 16 MiB).
    /// </summary>
    internal static (Encoding Encoding, string Name) Detect(SourceFile file, FeedEncoding declared)
    {
        var text = file.OpenText();
        var buffer = new byte[Window];
        var start = Fill(text, buffer, file.Path);
        RefuseBinary(buffer.AsSpan(0, start), file.Path);
        if (Bom(buffer.AsSpan(0, start)) is { } bom) return bom;
        if (declared == FeedEncoding.Utf8) return (Encoding.UTF8, "utf-8");
        if (declared == FeedEncoding.Gb18030) return (Gb18030, "gb18030");

        long good = 0, bad = 0, seen = 0;
        var carried = 0;
        for (var n = start; n > 0; n = Fill(text, buffer.AsSpan(carried), file.Path))
        {
            var (g, b, rest) = Count(buffer.AsSpan(0, carried + n));
            good += g;
            bad += b;
            seen += n;
            if (good + bad > 500 || seen >= Limit) break;
            buffer.AsSpan(carried + n - rest, rest).CopyTo(buffer);
            carried = rest;
        }

        return bad == 0 || good > bad * 10 ? (Encoding.UTF8, "utf-8") : (Gb18030, "gb18030");
    }

    private static int Fill(Stream stream, Span<byte> buffer, string path)
    {
        try { return stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false); }
        catch (InvalidDataException e)
        {
            throw new IngestRefusedException(RefusalKind.BrokenArchive, path, "is no whole gzip file.", "Send it again.", e);
        }
    }

    /// <summary>Counts valid and invalid multi-byte UTF-8 sequences; <c>rest</c> bytes at the end may be a cut sequence.</summary>
    private static (long Good, long Bad, int Cut) Count(ReadOnlySpan<byte> bytes)
    {
        long good = 0, bad = 0;
        for (var i = 0; i < bytes.Length;)
        {
            if (bytes[i] < 0x80)
            {
                var next = bytes[i..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
                if (next < 0) break;
                i += next;
                continue;
            }

            var status = Rune.DecodeFromUtf8(bytes[i..], out _, out var used);
            if (status == System.Buffers.OperationStatus.NeedMoreData) return (good, bad, bytes.Length - i);
            if (status == System.Buffers.OperationStatus.Done) good++;
            else bad++;
            i += used;
        }

        return (good, bad, 0);
    }

    private static (Encoding, string)? Bom(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, "utf-8"),
        [0x84, 0x31, 0x95, 0x33, ..] => (Gb18030, "gb18030"),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, "utf-16le"),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, "utf-16be"),
        _ => null,
    };

    private static void RefuseBinary(ReadOnlySpan<byte> start, string path)
    {
        var what = start switch
        {
            [(byte)'P', (byte)'K', 3, 4, ..] => "is a zip file or a workbook (xlsx), not text.",
            [0xD0, 0xCF, 0x11, 0xE0, ..] => "is an old workbook (xls), not text.",
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "is a PDF, not text.",
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => null,
            _ => start.Contains((byte)0) ? "is not text (it holds zero bytes)." : null,
        };
        if (what is not null)
            throw new IngestRefusedException(RefusalKind.Binary, path, what, "Export it as CSV (UTF-8 or GB18030).");
    }
}
