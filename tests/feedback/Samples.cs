using System.IO.Compression;
using System.Text;

namespace QualityInsight.Feedback.Tests;

/// <summary>Small real files of every kind evidence may be, and of kinds it may not.</summary>
internal static class Samples
{
    internal static byte[] Jpeg(string tail = "") =>
        [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0, .. Encoding.UTF8.GetBytes(tail), 0xFF, 0xD9];

    internal static byte[] Png => Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    internal static byte[] Pdf => Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    internal static byte[] Wav => [.. "RIFF"u8, 36, 0, 0, 0, .. "WAVEfmt "u8, .. new byte[28]];

    internal static byte[] Media(string brand) => [0, 0, 0, 24, .. "ftyp"u8, .. Encoding.ASCII.GetBytes(brand), 0, 0, 0, 0, .. "isommp42"u8];

    /// <summary>Two MPEG-1 layer III frames of 128 kbit/s at 44.1 kHz: 417 bytes each.</summary>
    internal static byte[] Mp3 => [.. new byte[] { 0xFF, 0xFB, 0x90, 0x00 }, .. new byte[413], 0xFF, 0xFB, 0x90, 0x00, .. new byte[413]];

    internal static byte[] Zip(params string[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var entry in entries)
                using (var writer = new StreamWriter(zip.CreateEntry(entry).Open()))
                    writer.Write("<x/>");
        return stream.ToArray();
    }

    internal static byte[] Docx => Zip("[Content_Types].xml", "word/document.xml");
}
