using System.IO.Compression;
using System.Security.Cryptography;

namespace QualityInsight.Ingest;

/// <summary>A feed's file on disk: refuses what cannot be one, unpacks .gz on the way, says how far reading got.</summary>
internal sealed class SourceFile : IDisposable
{
    private readonly FileStream _file;

    private SourceFile(string path, FileStream file)
    {
        Path = path;
        _file = file;
        Length = file.Length;
    }

    internal string Path { get; }

    /// <summary>Bytes on disk (packed).</summary>
    internal long Length { get; }

    /// <summary>Bytes on disk read so far.</summary>
    internal long Position => _file.Position;

    internal static SourceFile Open(string path)
    {
        if (Directory.Exists(path))
            throw new IngestRefusedException(RefusalKind.Folder, path, "is a folder.", "Name a file in it.");
        if (!File.Exists(path))
            throw new IngestRefusedException(RefusalKind.Missing, path, "there is no such file.", $"Looked for {System.IO.Path.GetFullPath(path)}.");
        try
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            if (file.Length > 0) return new SourceFile(path, file);
            file.Dispose();
            throw new IngestRefusedException(RefusalKind.Empty, path, "is empty.", "Ask the feed's owner to send it again.");
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IngestRefusedException(RefusalKind.NoAccess, path, "may not be read by this user.", "Change its permissions.", e);
        }
    }

    /// <summary>SHA-256 of the bytes on disk, hex. Opens the file on its own, so it may run beside the reading.</summary>
    internal static string Hash(string path, CancellationToken cancel)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 18];
        for (int n; (n = file.Read(buffer)) > 0;)
        {
            cancel.ThrowIfCancellationRequested();
            hash.AppendData(buffer.AsSpan(0, n));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The text's bytes from the start, unpacked where the file is gzip.</summary>
    internal Stream OpenText()
    {
        _file.Position = 0;
        Span<byte> magic = stackalloc byte[2];
        var n = _file.Read(magic);
        _file.Position = 0;
        return n == 2 && magic[0] == 0x1F && magic[1] == 0x8B ? new GZipStream(_file, CompressionMode.Decompress, leaveOpen: true) : _file;
    }

    public void Dispose() => _file.Dispose();
}
