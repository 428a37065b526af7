using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace QualityInsight.Analytics.Texts;

/// <summary>
/// The one file of a model: 8 bytes "QITEXTM" and the version, 4 bytes length of the header, the header as UTF-8 JSON,
/// then little-endian the n-grams (8 bytes each), their idf, the weights feature by feature and the constant terms
/// (4 bytes each), and last the SHA-256 of all before.
/// </summary>
internal static class TextModelFile
{
    private const byte Version = 1;
    private static ReadOnlySpan<byte> Magic => "QITEXTM"u8;

    public static void Write(TextModel model, string path)
    {
        using var bytes = new MemoryStream();
        bytes.Write(Magic);
        bytes.WriteByte(Version);
        var header = JsonSerializer.SerializeToUtf8Bytes(model.Header, TextModelHeader.Json);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, header.Length);
        bytes.Write(length);
        bytes.Write(header);
        WriteNumbers(bytes, model);
        bytes.Write(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        var aside = path + ".part";
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        File.WriteAllBytes(aside, bytes.ToArray());
        File.Move(aside, path, overwrite: true);
    }

    public static TextModel Read(string path)
    {
        if (!File.Exists(path))
            throw new TextDataException($"There is no model file '{path}'. Train one first: qi texts train --file F --text COL --label COL --model {path}");
        var bytes = File.ReadAllBytes(path).AsSpan();
        if (bytes.Length < 12 || !bytes.StartsWith(Magic))
            throw new TextDataException($"'{path}' is not a text model of this program. Give the file that 'qi texts train' wrote.");
        if (bytes[7] != Version)
            throw new TextDataException($"'{path}' is a text model of version {bytes[7]}; this program reads version {Version}. Train it again.");
        if (bytes.Length < 12 + SHA256.HashSizeInBytes || !SHA256.HashData(bytes[..^SHA256.HashSizeInBytes]).AsSpan().SequenceEqual(bytes[^SHA256.HashSizeInBytes..]))
            throw new TextDataException($"The text model '{path}' is damaged (its checksum does not match). Copy it again or train it again.");
        try
        {
            var headerLength = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
            var header = JsonSerializer.Deserialize<TextModelHeader>(bytes.Slice(12, headerLength), TextModelHeader.Json)!;
            var numbers = bytes[(12 + headerLength)..^SHA256.HashSizeInBytes];
            var (features, labels) = (header.Features, header.Labels.Count);
            var keys = Take<ulong>(ref numbers, features);
            var idf = Take<float>(ref numbers, features);
            var weights = Take<float>(ref numbers, features * labels);
            var bias = Take<float>(ref numbers, labels);
            return new TextModel(header, new Vocabulary(keys), idf, weights, bias);
        }
        catch (Exception e) when (e is JsonException or ArgumentOutOfRangeException or NotSupportedException)
        {
            throw new TextDataException($"The text model '{path}' cannot be read: {e.Message} Train it again.", e);
        }
    }

    /// <summary>Hash of everything a model decides by, in hex: not its figures nor the time it was made.</summary>
    public static string Fingerprint(TextModel model, TextModelHeader header)
    {
        using var bytes = new MemoryStream();
        JsonSerializer.Serialize(bytes, new { header.Mode, header.Labels, header.Options.Features, header.Scaling, header.Thresholds }, TextModelHeader.Json);
        WriteNumbers(bytes, model);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
    }

    // Every platform .NET runs on here is little-endian, so memory is written as it stands.
    private static void WriteNumbers(MemoryStream bytes, TextModel model)
    {
        bytes.Write(MemoryMarshal.AsBytes<ulong>(model.Vocabulary.Keys));
        bytes.Write(MemoryMarshal.AsBytes<float>(model.Idf));
        bytes.Write(MemoryMarshal.AsBytes<float>(model.Weights));
        bytes.Write(MemoryMarshal.AsBytes<float>(model.Bias));
    }

    private static T[] Take<T>(ref Span<byte> bytes, int count) where T : unmanaged
    {
        var values = MemoryMarshal.Cast<byte, T>(bytes)[..count].ToArray();
        bytes = bytes[(count * Marshal.SizeOf<T>())..];
        return values;
    }
}
