using System.IO.Compression;
using System.Text;

namespace QualityInsight.Feedback;

/// <summary>A type of file that evidence may be.</summary>
/// <param name="MediaType">As served.</param>
/// <param name="Extension">As shown, with its dot.</param>
public sealed record FileKind(string MediaType, string Extension);

/// <summary>What the content of a file says about it.</summary>
/// <param name="Kind">Its type, or null where it is none of those accepted.</param>
/// <param name="Mixed">It also holds a second format or web code: it could be read as something else than it says.</param>
public sealed record FileFinding(FileKind? Kind, bool Mixed);

/// <summary>
/// Tells the type of a file by its content, never by its name: the signatures of the formats' own specifications (JPEG
/// SOI, PNG, PDF, RIFF/WAVE, Ogg, MPEG audio frame header ISO/IEC 11172-3, ISO base media <c>ftyp</c> ISO/IEC 14496-12,
/// Office Open XML ECMA-376). Pure: reads the stream, keeps nothing.
/// </summary>
public static class FileKinds
{
    private const int HeadBytes = 4096;
    private const int TailBytes = 66_000;
    private const int MarkerBytes = 1024;
    private const int MostEntries = 10_000;

    private static readonly FileKind Jpeg = new("image/jpeg", ".jpg");
    private static readonly FileKind Png = new("image/png", ".png");
    private static readonly FileKind Heic = new("image/heic", ".heic");
    private static readonly FileKind Pdf = new("application/pdf", ".pdf");
    private static readonly FileKind Wav = new("audio/wav", ".wav");
    private static readonly FileKind Ogg = new("audio/ogg", ".ogg");
    private static readonly FileKind Mp3 = new("audio/mpeg", ".mp3");
    private static readonly FileKind M4a = new("audio/mp4", ".m4a");
    private static readonly FileKind Mp4 = new("video/mp4", ".mp4");
    private static readonly FileKind Mov = new("video/quicktime", ".mov");
    private static readonly FileKind Docx = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");
    private static readonly FileKind Xlsx = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");

    private static readonly string[] WebCode = ["<script", "<html", "<!doctype", "<svg", "<body", "<iframe", "<?php", "javascript:"];

    /// <summary>Every type accepted.</summary>
    public static IReadOnlyList<FileKind> All { get; } = [Jpeg, Png, Heic, Pdf, Wav, Ogg, Mp3, M4a, Mp4, Mov, Docx, Xlsx];

    /// <summary>Looks at a file from its beginning; the stream must be seekable and is left anywhere.</summary>
    public static FileFinding Look(Stream file)
    {
        var head = Read(file, 0, HeadBytes);
        if (head.AsSpan().StartsWith("PK\x03\x04"u8))
            return new(Office(file), false);
        if (Plain(head) is not { } kind)
            return new(null, false);
        var text = Encoding.Latin1.GetString(head, 0, Math.Min(head.Length, MarkerBytes)).ToLowerInvariant();
        var mixed = WebCode.Any(code => text.Contains(code, StringComparison.Ordinal))
            || (kind != Pdf && text.Contains("%pdf-", StringComparison.Ordinal)) || EndsAsZip(file);
        return new(kind, mixed);
    }

    private static FileKind? Plain(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg
        : head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? Png
        : head.StartsWith("%PDF-"u8) ? Pdf
        : head.StartsWith("OggS"u8) ? Ogg
        : head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WAVE"u8) ? Wav
        : head.Length >= 12 && head[4..].StartsWith("ftyp"u8) ? Media(head)
        : head.StartsWith("ID3"u8) || IsMpegAudio(head) ? Mp3 : null;

    private static FileKind? Media(ReadOnlySpan<byte> head) => Encoding.Latin1.GetString(head.Slice(8, 4)) switch
    {
        "M4A " or "M4B " => M4a,
        "qt  " => Mov,
        "heic" or "heix" or "mif1" => Heic,
        "isom" or "iso2" or "iso4" or "iso5" or "iso6" or "mp41" or "mp42" or "avc1" or "M4V " or "MSNV" or "dash" or "3gp4" or "3gp5" => Mp4,
        _ => null,
    };

    // Two frames in a row: the first header says where the second one begins.
    private static bool IsMpegAudio(ReadOnlySpan<byte> head) =>
        FrameLength(head) is { } length && length + 4 <= head.Length && FrameLength(head[length..]) is not null;

    private static int? FrameLength(ReadOnlySpan<byte> at)
    {
        if (at.Length < 4 || at[0] != 0xFF || (at[1] & 0xE0) != 0xE0)
            return null;
        var (version, layer, rate, sample) = ((at[1] >> 3) & 3, (at[1] >> 1) & 3, at[2] >> 4, (at[2] >> 2) & 3);
        if (version == 1 || layer != 1 || rate is 0 or 15 || sample == 3)
            return null;
        ReadOnlySpan<int> rates = version == 3
            ? [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
            : [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
        ReadOnlySpan<int> samples = [44_100, 48_000, 32_000];
        var frequency = samples[sample] / (version == 3 ? 1 : version == 2 ? 2 : 4);
        return ((version == 3 ? 144_000 : 72_000) * rates[rate] / frequency) + ((at[2] >> 1) & 1);
    }

    private static FileKind? Office(Stream file)
    {
        try
        {
            file.Position = 0;
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostEntries)
                return null;
            var names = zip.Entries.Select(e => e.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return !names.Contains("[Content_Types].xml") || names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) ? null
                : names.Contains("word/document.xml") ? Docx
                : names.Contains("xl/workbook.xml") ? Xlsx : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The end-of-central-directory record of a ZIP stands at the end of the file.</summary>
    private static bool EndsAsZip(Stream file)
    {
        var tail = Read(file, Math.Max(0, file.Length - TailBytes), TailBytes).AsSpan();
        for (var at = tail.LastIndexOf("PK\x05\x06"u8); at >= 0; at = tail[..at].LastIndexOf("PK\x05\x06"u8))
            if (at + 22 <= tail.Length && at + 22 + (tail[at + 20] | (tail[at + 21] << 8)) <= tail.Length)
                return true;
        return false;
    }

    private static byte[] Read(Stream file, long from, int most)
    {
        file.Position = from;
        var bytes = new byte[Math.Min(most, file.Length - from)];
        file.ReadExactly(bytes);
        return bytes;
    }
}
