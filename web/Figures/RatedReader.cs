using QualityInsight.Analytics;
using QualityInsight.Feedback;

namespace QualityInsight.Web.Figures;

/// <summary>
/// Records as somebody reads them who is rated at a counter (被评价人): a review's number, its matter's number and the time of day
/// would tell who rated. They stay out of every record of reviews and cases, since a record does not say whom it rates.
/// </summary>
internal static class RatedReader
{
    private static readonly string[] OfReviews = ["review_no", "case_no"];
    private static readonly string[] Numbers = ["review_no", "ticket_no"];

    /// <summary>The records as the reader may see them; how many they are stays.</summary>
    public static MetricRecords For(MetricRecords found, Actor reader) =>
        string.IsNullOrEmpty(reader.StaffCode) || !found.Columns.Intersect(OfReviews).Any() ? found
            : found with { Rows = [.. found.Rows.Select(row => (IReadOnlyList<object?>)[.. row.Select((cell, i) => Cell(found.Columns[i], cell))])] };

    private static object? Cell(string column, object? cell) =>
        Numbers.Contains(column) ? null
            : cell is DateTime at ? DateOnly.FromDateTime(at).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            : cell;
}
