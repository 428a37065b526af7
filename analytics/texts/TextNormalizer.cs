namespace QualityInsight.Analytics.Texts;

/// <summary>
/// Brings Chinese text to one written form before character n-grams are taken, so that the same words give the same
/// features wherever they were typed: full-width to half-width, upper to lower case, traditional to simplified
/// characters (table of OpenCC), long numbers to their length, repeated characters to at most three. Spaces stay only
/// between Latin words, so text that was segmented into words comes out like text that never was.
/// </summary>
public static class TextNormalizer
{
    private const int LongestRun = 3;
    private const int LongestNumber = 4;
    private static readonly char[] Simplified = LoadSimplified();

    /// <summary>The normalised text.</summary>
    public static string Normalize(string text)
    {
        var output = new char[text.Length];
        return new string(output, 0, Normalize(text, output, default));
    }

    /// <summary>
    /// Writes the normalised text to <paramref name="output"/>, which must be at least as long as
    /// <paramref name="text"/>, and returns its length. Where <paramref name="positions"/> is not empty it receives,
    /// for each written character, the index in <paramref name="text"/> that it came from.
    /// </summary>
    public static int Normalize(ReadOnlySpan<char> text, Span<char> output, Span<int> positions)
    {
        int length = 0, run = 0;
        var spacePending = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = Fold(text[i]);
            if (c == '\0') continue;
            if (c == ' ') { spacePending = length > 0; continue; }
            if (spacePending && IsLatin(c) && IsLatin(output[length - 1]))
                length = Put(' ', i, length, output, positions);
            spacePending = false;
            if (char.IsAsciiDigit(c))
            {
                // One or two digits say something ("3 趟", "5 星"); of a longer number only its length does.
                var end = i + 1;
                while (end < text.Length && char.IsAsciiDigit(Fold(text[end]))) end++;
                for (var k = 0; k < Math.Min(end - i, LongestNumber); k++)
                    length = Put(end - i <= 2 ? Fold(text[i + k]) : '0', i + k, length, output, positions);
                i = end - 1;
                run = 0;
                continue;
            }
            run = length > 0 && output[length - 1] == c ? run + 1 : 1;
            if (run <= LongestRun) length = Put(c, i, length, output, positions);
        }
        return length;
    }

    private static int Put(char c, int from, int length, Span<char> output, Span<int> positions)
    {
        output[length] = c;
        if (!positions.IsEmpty) positions[length] = from;
        return length + 1;
    }

    private static bool IsLatin(char c) => c < 0x250 && char.IsLetterOrDigit(c);

    private static char Fold(char c)
    {
        if (c is >= '\uFF01' and <= '\uFF5E') c = (char)(c - 0xFEE0);
        if (char.IsWhiteSpace(c)) return ' ';
        if (c is (>= '\u200B' and <= '\u200F') or '\uFEFF' || char.IsControl(c)) return '\0';
        return c < 0x250 ? char.ToLowerInvariant(c) : Simplified[c];
    }

    private static char[] LoadSimplified()
    {
        var table = new char[char.MaxValue + 1];
        for (var c = 0; c < table.Length; c++) table[c] = (char)c;
        foreach (var line in TextResource.ReadLines("traditional.txt"))
            for (var i = 0; !line.StartsWith('#') && i + 1 < line.Length; i += 2)
                table[line[i]] = line[i + 1];
        return table;
    }
}
