namespace QualityInsight.Web.Show;

/// <summary>Which part of a list is shown.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="PageSize">Rows a page.</param>
/// <param name="Total">Rows in all.</param>
/// <param name="Address">The address the links are made from.</param>
/// <param name="ExportHref">Where the whole list can be had as CSV, or null.</param>
/// <param name="WorkbookHref">Where the whole list can be had as XLSX, or null.</param>
internal sealed record Pager(int Page, int PageSize, long Total, AddressBar Address, string? ExportHref, string? WorkbookHref = null)
{
    /// <summary>There are more than <see cref="Total"/>, not counted.</summary>
    public bool IsLeast { get; init; }

    /// <summary>The export first asks what it is needed for: its links lead to a page.</summary>
    public bool AsksPurpose { get; init; }

    public int Pages => (int)Math.Max(1, (Total + PageSize - 1) / PageSize);
}

/// <summary>The head of a column one can sort by.</summary>
/// <param name="Key">What stands in the address.</param>
/// <param name="Name">What the reader sees.</param>
/// <param name="Current">The column sorted by now.</param>
/// <param name="Descending">Whether it is sorted downwards now.</param>
/// <param name="Address">The address the link is made from.</param>
/// <param name="Numeric">Whether the column stands to the right.</param>
internal sealed record SortHead(
    string Key, string Name, string Current, bool Descending, AddressBar Address, bool Numeric = false)
{
    public string? Aria => Key != Current ? null : Descending ? "descending" : "ascending";

    public string Href => Address.With(("sort", Key), ("dir", Key == Current && !Descending ? "desc" : null));
}
