using System.Globalization;

namespace QualityInsight.City;

/// <summary>Writes values as feeds write them.</summary>
internal static class Cells
{
    public static string National(DateTime? at) => at?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "";

    public static string Standard(DateTime? at) => at?.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture) ?? "";

    public static string Plain(DateTime? at) => at?.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Unpadded, as spreadsheets show it; midnight as 24:00:00 of the day before.</summary>
    public static string Loose(DateTime? at) => at switch
    {
        null => "",
        { TimeOfDay.Ticks: 0 } midnight => midnight.AddDays(-1).ToString("yyyy/M/d '24:00:00'", CultureInfo.InvariantCulture),
        { } time => time.ToString("yyyy/M/d H:mm:ss", CultureInfo.InvariantCulture),
    };

    public static string Day(DateTime at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Number(long n) => n.ToString(CultureInfo.InvariantCulture);

    /// <summary>The certificate's hash that the national exchange carries instead of its number.</summary>
    public static string CertKey(Person person) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(person.IdNo)))[..32];
}
