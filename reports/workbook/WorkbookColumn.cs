namespace QualityInsight.Reports.Workbook;

/// <summary>How the numbers and times of a column look. The value itself is written in full.</summary>
public enum WorkbookFormat
{
    /// <summary>As the value is: text as text, whole numbers and decimals plain, days and moments in ISO form.</summary>
    Plain,

    /// <summary>Whole numbers with thousands separated: 1,234.</summary>
    Count,

    /// <summary>Two decimals: 1,234.50.</summary>
    Decimal,

    /// <summary>A share 0–1 shown in percent with two decimals: 0.9988 as 99.88 %.</summary>
    Percent,
}

/// <summary>One column of a sheet.</summary>
/// <param name="Head">What stands in the first row.</param>
/// <param name="Format">How its numbers look.</param>
/// <param name="Width">Width in characters; null takes one from the head.</param>
public sealed record WorkbookColumn(string Head, WorkbookFormat Format = WorkbookFormat.Plain, double? Width = null)
{
    /// <summary>Chinese characters are two wide; a column is never so wide that the next one leaves the screen.</summary>
    internal double Characters => Width ?? Math.Clamp(Head.Sum(c => c < 0x2E80 ? 1 : 2) + 2, 10, 48);
}
