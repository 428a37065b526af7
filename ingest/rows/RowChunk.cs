namespace QualityInsight.Ingest;

/// <summary>A row that was refused, as it goes to the quarantine table. Values are masked already.</summary>
internal sealed record QuarantinedRow(long Line, string? Column, string? Value, string Reason, string Detail, string? Raw);

/// <summary>Some thousand mapped rows of one output, column by column, on their way from the parser to the writer.</summary>
internal sealed class RowChunk
{
    internal const int Size = 4096;

    internal RowChunk(int output, StageLayout layout)
    {
        Output = output;
        Columns = [.. layout.Columns.Select(c => new ChunkColumn(c.IsText))];
    }

    /// <summary>Which output of the profile.</summary>
    internal int Output { get; }

    internal ChunkColumn[] Columns { get; }

    internal long[] Lines { get; } = new long[Size];

    internal int Count { get; set; }

    internal List<QuarantinedRow> Refused { get; } = [];

    internal bool IsFull => Count == Size || Refused.Count >= Size;

    internal void Clear()
    {
        Count = 0;
        Refused.Clear();
    }
}

/// <summary>Values of one column: texts, or 64 bits each (whole numbers, doubles by their bits, days, microseconds, 0/1).</summary>
internal sealed class ChunkColumn(bool isText)
{
    internal string?[] Texts { get; } = isText ? new string?[RowChunk.Size] : [];

    internal long[] Bits { get; } = isText ? [] : new long[RowChunk.Size];

    internal bool[] Has { get; } = isText ? [] : new bool[RowChunk.Size];
}
