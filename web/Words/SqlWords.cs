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
    public static readonly Text Explain = new("执行计划", "Explain");
    public static readonly Text Running = new("正在运行，已 {0:0.0} 秒…", "Running for {0:0.0} s…");
    public static readonly Text Stop = new("停止", "Stop");
    public static readonly Text Look = new("查看进度", "Look again");
    public static readonly Text Stopped = new("查询已停止", "The query was stopped");
    public static readonly Text StoppedWhat = new("没有任何影响；可修改后重新运行。", "Nothing was affected; change it and run it again.");
    public static readonly Text Busy = new("您已有两个查询在运行；请等待或停止其中一个。", "Two of your queries are running; wait, or stop one.");
    public static readonly Text Gone = new("这次查询的结果已不再保存，请重新运行。", "The result of that query is no longer kept. Run it again.");
    public static readonly Text Fault = new("查询服务出错了，请重试。", "The query service failed. Try again.");
    public static readonly Text Saved = new("已存查询", "Saved queries");
    public static readonly Text NoSaved = new("还没有保存的查询。", "No query was saved yet.");
    public static readonly Text Save = new("保存", "Save");
    public static readonly Text SaveVersion = new("存为新版本", "Save as a new version");
    public static readonly Text SaveAs = new("保存这条查询", "Save this query");
    public static readonly Text Name = new("名称", "Name");
    public static readonly Text Share = new("与分析员共享", "Share with analysts");
    public static readonly Text SharedBy = new("{0} 共享", "shared by {0}");
    public static readonly Text Version = new("第 {0} 版，{1}", "version {0}, {1}");
    public static readonly Text Remove = new("移除", "Remove");
    public static readonly Text NameNeeded = new("请填写名称；查询未保存。", "Give it a name; the query was not saved.");
    public static readonly Text NotYours = new("只有保存者可以更改这条查询；未做任何更改。", "Only whoever saved it may change it; nothing was changed.");
    public static readonly Text Kept = new("已保存。", "Saved.");
    public static readonly Text Chart = new("图表", "Chart");
    public static readonly Text Bar = new("柱状图", "Bars");
    public static readonly Text Line = new("折线图", "Lines");
    public static readonly Text Across = new("横轴", "Across");
    public static readonly Text Up = new("纵轴", "Up");
    public static readonly Text Draw = new("绘图", "Draw");
    public static readonly Text Download = new("下载", "Download");
    public static readonly Text Tokens = new("从程序查询（访问令牌）", "Query from a program (access tokens)");
    public static readonly Text Completion = new("补全", "Completions");
}
