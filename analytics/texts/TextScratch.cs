namespace QualityInsight.Analytics.Texts;

/// <summary>
/// The buffers one thread needs to read texts, kept from text to text so that reading allocates nothing. Not shared
/// between threads.
/// </summary>
internal sealed class TextScratch
{
    /// <summary>Characters after normalisation and dropping.</summary>
    public char[] Chars = new char[1024];
    /// <summary>Where each character stood in the text as it was given.</summary>
    public int[] Positions = new int[1024];
    /// <summary>Bit marks of each character (<see cref="NgramReader"/>).</summary>
    public byte[] Marks = new byte[1024];
    /// <summary>The n-grams read, packed.</summary>
    public ulong[] Keys = new ulong[8192];
    /// <summary>Index in <see cref="Chars"/> of the first character of each n-gram.</summary>
    public int[] Starts = new int[8192];
    /// <summary>Number of n-grams read.</summary>
    public int KeyCount;
    /// <summary>Number of characters left.</summary>
    public int Length;

    /// <summary>Times each feature was seen in the present text; zero again after use.</summary>
    public int[] Counts = [];
    /// <summary>The features seen, each once, in order of first sight.</summary>
    public int[] Seen = new int[8192];
    /// <summary>Their values.</summary>
    public float[] Values = new float[8192];

    public void EnsureText(int length)
    {
        if (Chars.Length >= length) return;
        var size = Math.Max(length, Chars.Length * 2);
        Chars = new char[size];
        Positions = new int[size];
        Marks = new byte[size];
    }

    public void EnsureKeys(int count)
    {
        if (Keys.Length >= count) return;
        var size = Math.Max(count, Keys.Length * 2);
        Keys = new ulong[size];
        Starts = new int[size];
        Seen = new int[size];
        Values = new float[size];
    }

    public void EnsureFeatures(int count)
    {
        if (Counts.Length < count) Counts = new int[count];
    }
}
