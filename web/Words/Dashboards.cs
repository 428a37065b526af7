namespace QualityInsight.Web.Words;

/// <summary>The manager's dashboard.</summary>
internal static class Dashboards
{
    public static readonly Text NothingInPeriod = new("此期间没有记录。", "There are no records in this period.");
}
