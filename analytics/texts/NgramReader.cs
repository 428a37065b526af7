using System.Buffers;

namespace QualityInsight.Analytics.Texts;

/// <summary>
/// Reads a text into character n-grams. An n-gram of up to three characters is packed with its marks into one 64-bit
/// number (16 bits a character), so it is exact, costs no string and collides with no other.
/// </summary>
internal sealed class NgramReader(TextFeatureOptions options)
{
    /// <summary>Mark of an n-gram of the head of the text.</summary>
    public const ulong Head = 1UL << 62;
    /// <summary>Mark of an n-gram that stands in the scope of a negation.</summary>
    public const ulong Negated = 1UL << 61;

    /// <summary>Mark of what is left out of the n-grams: punctuation and particles, and the character before.</summary>
    public const ulong Aside = 1UL << 60;

    private static readonly SearchValues<char> Particles = SearchValues.Create("的了呢吗啊吧么着呀哦嘛");

    /// <summary>
    /// Fills the scratch with the n-grams of the text: what is left out of the whole (alone and with the character
    /// before it), the whole, the head.
    /// </summary>
    public void Read(ReadOnlySpan<char> text, TextScratch scratch)
    {
        scratch.EnsureText(text.Length);
        var length = TextNormalizer.Normalize(text, scratch.Chars, scratch.Positions);
        var marks = scratch.Marks.AsSpan(0, length);
        marks.Clear();
        if (options.MarkNegation) NegationScope.Mark(scratch.Chars.AsSpan(0, length), marks);
        scratch.EnsureKeys(2 * length + options.NgramMax * (length + Math.Min(length, options.HeadChars)));
        scratch.KeyCount = 0;
        scratch.Length = options.DropParticles ? SetParticlesAside(scratch, length) : length;
        AddNgrams(scratch, scratch.Length, 0);
        if (options.HeadChars > 0) AddNgrams(scratch, Math.Min(scratch.Length, options.HeadChars), Head);
    }

    /// <summary>The n-gram's characters, with <c>¬</c> before it where it is negated and <c>^</c> where it is of the head.</summary>
    public static string Text(ulong key)
    {
        Span<char> text = stackalloc char[5];
        var n = 0;
        if ((key & Head) != 0) text[n++] = '^';
        if ((key & Negated) != 0) text[n++] = '¬';
        for (var rest = key & 0xFFFF_FFFF_FFFF; rest != 0; rest >>= 16) text[n++] = (char)(rest & 0xFFFF);
        return new string(text[..n]);
    }

    /// <summary>Characters of the n-gram.</summary>
    public static int Length(ulong key) => (key & 0xFFFF_0000_0000) != 0 ? 3 : (key & 0xFFFF_0000) != 0 ? 2 : 1;

    private static int SetParticlesAside(TextScratch scratch, int length)
    {
        var (chars, positions, marks) = (scratch.Chars, scratch.Positions, scratch.Marks);
        var kept = 0;
        var before = '\0';
        for (var i = 0; i < length; i++)
        {
            var c = chars[i];
            if (!(char.IsLetterOrDigit(c) || char.IsSurrogate(c)) || Particles.Contains(c))
            {
                AddAside(scratch, c, kept);
                if (before != '\0') AddAside(scratch, before | (ulong)c << 16, kept);
            }
            else
            {
                (chars[kept], positions[kept], marks[kept]) = (c, positions[i], marks[i]);
                kept++;
            }
            before = c;
        }
        return kept;
    }

    private static void AddAside(TextScratch scratch, ulong key, int kept)
    {
        scratch.Starts[scratch.KeyCount] = Math.Max(0, kept - 1);
        scratch.Keys[scratch.KeyCount++] = key | Aside;
    }

    private void AddNgrams(TextScratch scratch, int length, ulong mark)
    {
        var (chars, marks, keys, starts) = (scratch.Chars, scratch.Marks, scratch.Keys, scratch.Starts);
        var n = scratch.KeyCount;
        for (var i = 0; i < length; i++)
        {
            ulong key = 0;
            byte negated = 0;
            for (int size = 1, at = i; size <= options.NgramMax && at < length; size++, at++)
            {
                var c = chars[at];
                if (c == ' ') break;
                key |= (ulong)c << ((size - 1) * 16);
                negated |= marks[at];
                if (size < options.NgramMin) continue;
                keys[n] = key | mark | (negated != 0 ? Negated : 0);
                starts[n++] = i;
            }
        }
        scratch.KeyCount = n;
    }
}
