namespace QualityInsight.Web.Words;

/// <summary>The SQL desk.</summary>
internal static class SqlWords
{
    public static readonly Text Title = new("SQL 查询", "SQL desk");
    public static readonly Text Sub = new(
        "只读查询最新数据快照；最长 {0} 秒，最多 {1:N0} 行。数据已去标识。",
        "read-only on the latest snapshot; at most {0} seconds and {1:N0} rows. The data hold no personal data.");
    public static readonly Text Query = new("查询语句", "Query");
    public static readonly Text Run = new("运行", "Run");
    public static readonly Text RunCsv = new("下载 CSV", "Download CSV");
    public static readonly Text Keys = new("Ctrl + Enter 运行", "Ctrl + Enter runs it");
    public static readonly Text Failed = new("查询没有执行成功", "The query did not run");
    public static readonly Text Rows = new("{0:N0} 行，用时 {1:0.00} 秒", "{0:N0} rows in {1:0.00} s");
    public static readonly Text Cut = new("结果超过上限，只显示前面的部分。", "The result is longer than the limit; only its beginning is shown.");
    public static readonly Text NoRows = new("查询成功，没有符合的行。", "The query ran; no row fits.");
    public static readonly Text Tables = new("表和视图", "Tables and views");
    public static readonly Text Result = new("结果", "Result");
}
