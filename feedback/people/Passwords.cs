using System.Globalization;
using System.Security.Cryptography;

namespace QualityInsight.Feedback;

/// <summary>Password hashes: PBKDF2 with HMAC-SHA-512, a salt each, rounds kept with the hash so that they can grow.</summary>
public static class Passwords
{
    private const int Rounds = 210_000;
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    /// <summary>Shortest password taken.</summary>
    public const int MinLength = 10;

    /// <summary>A hash of a password: <c>pbkdf2-sha512$rounds$salt$hash</c>.</summary>
    /// <exception cref="ArgumentException">It is shorter than <see cref="MinLength"/>.</exception>
    public static string Hash(string password)
    {
        if (password.Length < MinLength)
            throw new ArgumentException($"A password has at least {MinLength} characters.", nameof(password));
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var hash = Rfc2898DeriveBytes.Pbkdf2(password, salt, Rounds, HashAlgorithmName.SHA512, HashBytes);
        return string.Create(CultureInfo.InvariantCulture, $"pbkdf2-sha512${Rounds}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}");
    }

    /// <summary>True where the password is the one; takes the same time either way.</summary>
    public static bool Verify(string password, string stored)
    {
        var parts = stored.Split('$');
        if (parts is not ["pbkdf2-sha512", var rounds, var salt, var hash])
            return false;
        var expected = Convert.FromBase64String(hash);
        var actual = Rfc2898DeriveBytes.Pbkdf2(
            password, Convert.FromBase64String(salt), int.Parse(rounds, CultureInfo.InvariantCulture), HashAlgorithmName.SHA512, expected.Length);
        return CryptographicOperations.FixedTimeEquals(actual, expected);
    }
}
