using System.Globalization;

namespace QualityInsight.City;

/// <summary>Unified social credit codes (统一社会信用代码, GB 32100-2015) of departments in areas that do not exist.</summary>
internal static class CreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    public static string Of(string area, int serial)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"11{area}MB1{serial:00000}X");
        var sum = body.Select((c, i) => Alphabet.IndexOf(c) * Weights[i]).Sum();
        return body + Alphabet[(31 - (sum % 31)) % 31];
    }
}

/// <summary>Somebody who takes numbers and writes reviews: invented name, phone and identity number.</summary>
internal sealed record Person(string Name, string Phone, string IdNo)
{
    private static readonly string[] Prefixes = ["130", "131", "132", "135", "136", "137", "138", "139", "150", "151", "152", "158", "159", "166", "173", "177", "180", "185", "187", "189", "198", "199"];
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>60 or older at the time (老年人).</summary>
    public bool IsElderly(DateTime at) => at.Year - int.Parse(IdNo.AsSpan(6, 4), CultureInfo.InvariantCulture) >= 60;

    public static Person Of(Dice dice, Words words)
    {
        var name = dice.Pick(words.Surnames) + dice.Pick(words.GivenNames);
        var phone = string.Create(CultureInfo.InvariantCulture, $"{dice.Pick(Prefixes)}{dice.Int(0, 100_000_000):00000000}");
        return new Person(name, phone, Identity(dice));
    }

    /// <summary>An identity number with a right check digit (GB 11643-1999) whose area code was never issued.</summary>
    private static string Identity(Dice dice)
    {
        var born = new DateOnly(1942, 1, 1).AddDays(dice.Int(0, 24_000));
        var area = dice.Int(0, 4) == 0 ? "990121" : "990102";
        var body = string.Create(CultureInfo.InvariantCulture, $"{area}{born:yyyyMMdd}{dice.Int(1, 1000):000}");
        var sum = 0;
        for (var i = 0; i < 17; i++)
            sum += (body[i] - '0') * Weights[i];
        return body + "10X98765432"[sum % 11];
    }
}
