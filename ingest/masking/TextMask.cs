using System.Text.RegularExpressions;

namespace QualityInsight.Ingest;

/// <summary>
/// Masks personal data in free text: phones, identity numbers of 15 and 18 digits, plates, bank cards, mail addresses,
/// messenger accounts, names beside words that announce a name, and door numbers of addresses. Digits may be
/// full-width and may have blanks or dashes between them. The length of the text never changes: what is hidden
/// becomes <c>*</c> character by character. Pure; safe on any text; masking twice changes nothing more.
/// </summary>
public static partial class TextMask
{
    private const string Digit = "0-9";
    private const string Gap = @"[\s\-‐–—_.·]{0,2}";
    private const string Plates = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领";

    /// <summary>The text with personal data hidden; the same instance where there was none.</summary>
    public static string Mask(string text)
    {
        if (text.Length < 2) return text;
        var plain = TextNormal.Narrow(text);
        char[]? masked = null;
        if (plain.AsSpan().ContainsAnyInRange('0', '9'))
        {
            Hide(LongNumbers(), 3, 4);
            Hide(MobilePhones(), 3, 4);
            Hide(FixedPhones(), 0, 2);
            HideGroup(AnnouncedNumbers(), 0, 2);
            HideGroup(DoorsBefore(), 0, 0);
            HideGroup(DoorsAfter(), 0, 0);
            HideGroup(StreetNumbers(), 0, 0);
        }

        if (plain.AsSpan().IndexOfAny(Plates) >= 0) Hide(NumberPlates(), 2, 0);
        if (plain.Contains('@', StringComparison.Ordinal)) Hide(MailAddresses(), 1, 0);
        HideGroup(Messengers(), 1, 0);
        foreach (var (start, length) in NameFinder.Find(plain)) Cover(start + 1, length - 1);
        return masked is null ? text : new string(masked);

        void Hide(Regex what, int first, int last)
        {
            foreach (var m in what.EnumerateMatches(plain)) HideSpan(m.Index, m.Length, first, last);
        }

        void HideGroup(Regex what, int first, int last)
        {
            for (var m = what.Match(plain); m.Success; m = m.NextMatch())
                for (var g = 1; g < m.Groups.Count; g++)
                    if (m.Groups[g].Success && !IsCovered(m.Groups[g].Index, m.Groups[g].Length))
                        HideSpan(m.Groups[g].Index, m.Groups[g].Length, first, last);
        }

        void HideSpan(int start, int length, int first, int last)
        {
            var total = 0;
            for (var i = start; i < start + length; i++)
                if (Counts(plain[i]))
                    total++;
            if (first + last >= total) (first, last) = (0, 0);
            var n = 0;
            for (var i = start; i < start + length; i++)
                if (Counts(plain[i]))
                {
                    if (n >= first && n < total - last) Cover(i, 1);
                    n++;
                }
        }

        bool IsCovered(int start, int length) => masked is not null && masked.AsSpan(start, length).Contains('*') && !plain.AsSpan(start, length).Contains('*');

        void Cover(int start, int length)
        {
            masked ??= text.ToCharArray();
            masked.AsSpan(start, length).Fill('*');
        }
    }

    /// <summary>A name as it may be shown: the first character only (张*).</summary>
    public static string Name(string name) => name.Length == 0 ? name : string.Concat(name.AsSpan(0, 1), new string('*', name.Length - 1));

    /// <summary>A number as it may be shown: first three and last four characters where it is long enough.</summary>
    public static string Number(string number) => number.Length >= 11
        ? string.Concat(number.AsSpan(0, 3), new string('*', number.Length - 7), number.AsSpan(number.Length - 4))
        : new string('*', number.Length);

    private static bool Counts(char c) => char.IsLetterOrDigit(c);

    // Identity numbers (15, 18), bank cards (16–19) and whatever else is that long.
    [GeneratedRegex($"(?<![{Digit}])[{Digit}](?:{Gap}[{Digit}]){{13,22}}(?:{Gap}[xX])?(?![{Digit}])", RegexOptions.CultureInvariant)]
    private static partial Regex LongNumbers();

    [GeneratedRegex($"(?<![{Digit}])(?:(?:\\+|00)?86{Gap})?1{Gap}[3-9](?:{Gap}[{Digit}]){{9}}(?![{Digit}])", RegexOptions.CultureInvariant)]
    private static partial Regex MobilePhones();

    [GeneratedRegex($"(?<![{Digit}])[(]?0[1-9][{Digit}]{{1,2}}[)]?[\\s\\-‐–—]{{0,2}}[2-8][{Digit}]{{2,3}}[\\s\\-]?[{Digit}]{{4}}(?![{Digit}])", RegexOptions.CultureInvariant)]
    private static partial Regex FixedPhones();

    [GeneratedRegex($"(?:电话|手机|座机|号码|联系方式|致电|拨打|[Tt][Ee][Ll])(?:号码|是|为|号|我)?[:\\s.]{{0,3}}((?:[{Digit}]{Gap}){{6,13}}[{Digit}])", RegexOptions.CultureInvariant)]
    private static partial Regex AnnouncedNumbers();

    [GeneratedRegex($"[{Plates}][A-HJ-NP-Za-hj-np-z][\\s\\-·•.]{{0,2}}[A-HJ-NP-Za-hj-np-z0-9]{{4,5}}[A-HJ-NP-Za-hj-np-z0-9挂学警港澳](?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPlates();

    [GeneratedRegex(@"[A-Za-z0-9._%+\-]{2,64}@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,4}", RegexOptions.CultureInvariant)]
    private static partial Regex MailAddresses();

    [GeneratedRegex(@"(?:[Qq][Qq]|微信|[Ww][Xx])(?:号码|号|群)?[\s:是为]{0,3}([A-Za-z0-9_\-]{5,20})(?![A-Za-z0-9_])", RegexOptions.CultureInvariant)]
    private static partial Regex Messengers();

    // 12栋, 3单元, 2302室.
    [GeneratedRegex(@"(?<![0-9A-Za-z])(?:((?:[A-Za-z]?[0-9]{1,4}|[A-Za-z])(?:[-—][0-9]{1,4})*)\s?(?:栋|幢|座(?!谈|桥)|号楼|单元|号房)|([A-Za-z]?[0-9]{3,4})\s?(?:室(?!内|外)|房间))", RegexOptions.CultureInvariant)]
    private static partial Regex DoorsBefore();

    // a栋803业主, 3单元201.
    [GeneratedRegex(@"(?:栋|幢|座|号楼|单元)\s?([0-9]{2,4}(?:[-—][0-9]{1,4})*)(?![0-9年月日元万平米个户人层楼天次])", RegexOptions.CultureInvariant)]
    private static partial Regex DoorsAfter();

    [GeneratedRegex(@"(?<=路|街|巷|道|弄|村|里|组|坊|胡同|大院)((?:[0-9]{1,5})(?:[-—][0-9]{1,4})*)\s?(?=号(?!线|文|令|公告|窗|台|机|楼))", RegexOptions.CultureInvariant)]
    private static partial Regex StreetNumbers();
}
