namespace QualityInsight.Ingest;

/// <summary>Why a row could not be read as a row.</summary>
internal sealed record RowFault(string Reason, string Detail);

/// <summary>Cuts a feed's text into rows of UTF-8 fields. Spans are valid until the next <see cref="Read"/>.</summary>
internal interface IRowReader : IDisposable
{
    /// <summary>Names of the columns, in order.</summary>
    IReadOnlyList<string> Headers { get; }

    /// <summary>1-based line of the file where the current row starts.</summary>
    long LineNumber { get; }

    /// <summary>What is wrong with the current row, or null.</summary>
    RowFault? Fault { get; }

    /// <summary>Moves to the next row; false at the end.</summary>
    bool Read();

    /// <summary>The value of a column; empty where the row has none.</summary>
    ReadOnlySpan<byte> Field(int column);

    /// <summary>The row as it stands in the file.</summary>
    ReadOnlySpan<byte> Raw { get; }
}
