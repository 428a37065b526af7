namespace QualityInsight.Ingest;

/// <summary>Why a row is refused: a word for the report, the source column, its text, and a sentence for the person who mends it.</summary>
internal sealed record Refusal(string Reason, string? Column, string? Value, string Detail);

/// <summary>A row's values while it is mapped, one slot a canonical field.</summary>
internal sealed class RowValues(Entity entity)
{
    internal readonly long[] Bits = new long[entity.Fields.Count];
    internal readonly string?[] Texts = new string?[entity.Fields.Count];
    internal readonly bool[] Has = new bool[entity.Fields.Count];

    /// <summary>Fields a rule emptied: not derived again.</summary>
    internal readonly bool[] Emptied = new bool[entity.Fields.Count];

    internal void Clear()
    {
        Array.Clear(Has);
        Array.Clear(Emptied);
        Array.Clear(Texts);
    }

    internal void SetText(int field, string text)
    {
        Texts[field] = text;
        Has[field] = true;
    }

    internal void SetBits(int field, long bits)
    {
        Bits[field] = bits;
        Has[field] = true;
    }

    internal void SetNumber(int field, double number) => SetBits(field, BitConverter.DoubleToInt64Bits(number));

    internal double Number(int field) => BitConverter.Int64BitsToDouble(Bits[field]);

    internal void Empty(int field)
    {
        Has[field] = false;
        Texts[field] = null;
        Emptied[field] = true;
    }
}
