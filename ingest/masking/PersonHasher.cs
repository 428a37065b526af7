using System.Security.Cryptography;
using System.Text;

namespace QualityInsight.Ingest;

/// <summary>
/// Turns what identifies a person into a keyed hash (HMAC-SHA256, first 128 bits, hex). Without the key a phone or an
/// identity number cannot be found by trying all; so the key is kept outside the data folder. Safe for use from several threads.
/// </summary>
public sealed class PersonHasher
{
    private readonly byte[] _key;

    /// <summary>Makes a hasher of a key of at least 32 bytes.</summary>
    public PersonHasher(byte[] key)
    {
        if (key.Length < 32) throw new ArgumentException("The key for person hashes needs at least 32 bytes.", nameof(key));
        _key = key;
    }

    /// <summary>Reads the key from a file, or makes one (readable by this user only) where there is none.</summary>
    /// <param name="keyFile">The key's file.</param>
    /// <param name="dataFolder">The data folder; the key may not lie in it, or a copy of the data would carry it along.</param>
    public static PersonHasher FromFile(string keyFile, string dataFolder)
    {
        var full = Path.GetFullPath(keyFile);
        var data = Path.GetFullPath(dataFolder).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        if (full.StartsWith(data, StringComparison.Ordinal))
            throw new ArgumentException($"The key file {full} lies in the data folder {data}; keep it elsewhere, so that a copy of the data does not carry the key.", nameof(keyFile));
        if (!File.Exists(full))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new FileStream(full, options);
            file.Write(RandomNumberGenerator.GetBytes(32));
        }

        return new PersonHasher(File.ReadAllBytes(full));
    }

    /// <summary>Hash of an identifier (certificate number, user id): trimmed, narrow, upper case.</summary>
    public string Id(string id) => Hash("id:", TextNormal.Code(id).ToUpperInvariant());

    /// <summary>Hash of a phone: digits only, without the country code 86.</summary>
    public string Phone(string phone)
    {
        var digits = string.Concat(TextNormal.Narrow(phone).Where(char.IsAsciiDigit));
        if (digits.Length > 11 && digits.StartsWith("0086", StringComparison.Ordinal)) digits = digits[4..];
        else if (digits.Length == 13 && digits.StartsWith("86", StringComparison.Ordinal)) digits = digits[2..];
        return Hash("phone:", digits);
    }

    /// <summary>Hash of a name: without blanks.</summary>
    public string Name(string name) => Hash("name:", string.Concat(TextNormal.Narrow(name).Where(c => !char.IsWhiteSpace(c))));

    private string Hash(string kind, string text)
    {
        // A buffer of each call's own: hashers are shared by threads, and a mixed-up buffer would give one person another's hash.
        var needed = Encoding.UTF8.GetMaxByteCount(kind.Length + text.Length);
        var bytes = needed <= 512 ? stackalloc byte[512] : new byte[needed];
        var n = Encoding.UTF8.GetBytes(kind, bytes);
        n += Encoding.UTF8.GetBytes(text, bytes[n..]);
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(_key, bytes[..n], hash);
        return Convert.ToHexStringLower(hash[..16]);
    }
}
