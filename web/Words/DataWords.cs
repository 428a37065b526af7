namespace QualityInsight.Web.Words;

/// <summary>The data-quality page.</summary>
internal static class DataWords
{
    public static readonly Text Title = new("数据质量", "Data quality");
    public static readonly Text Sub = new("每一行都有去处：读入 = 装入 + 重复 + 隔离", "every row is accounted for: read = loaded + duplicate + refused");
    public static readonly Text Feeds = new("各来源是否齐全、是否新鲜？", "Are the feeds complete and fresh?");
    public static readonly Text Feed = new("来源", "Feed");
    public static readonly Text Entity = new("内容", "Content");
    public static readonly Text BatchCount = new("批次", "Loads");
    public static readonly Text LastLoaded = new("最近装载（UTC）", "Last loaded (UTC)");
    public static readonly Text LastEvent = new("最新记录", "Newest record");
    public static readonly Text RowsIn = new("读入", "Read");
    public static readonly Text Loaded = new("装入", "Loaded");
    public static readonly Text Duplicate = new("重复", "Duplicate");
    public static readonly Text Quarantined = new("隔离", "Refused");
    public static readonly Text Nulled = new("置空值", "Emptied");
    public static readonly Text Balance = new("账目", "Accounts");
    public static readonly Text Balanced = new("✓ 平", "✓ balanced");
    public static readonly Text Broken = new("▲ {0} 批不平", "▲ {0} broken");
    public static readonly Text Reasons = new("为什么被隔离？", "Why were rows refused?");
    public static readonly Text Reason = new("原因", "Reason");
    public static readonly Text Column = new("列", "Column");
    public static readonly Text Rows = new("行数", "Rows");
    public static readonly Text Example = new("例子", "Example");
    public static readonly Text NoneRefused = new("没有被隔离的行。", "No row was refused.");
    public static readonly Text NulledTitle = new("哪些值按规则被置空？", "Which values were emptied by rule?");
    public static readonly Text Flags = new("哪些记录有疑点？", "Which records are in doubt?");
    public static readonly Text FlagsSub = new("疑点供人工核查，不会自动剔除任何记录。", "Doubts are for a person to look at; nothing is excluded by itself.");
    public static readonly Text Rule = new("规则", "Rule");
    public static readonly Text Subject = new("对象", "Record");
    public static readonly Text Found = new("发现", "Found");
    public static readonly Text Certain = new("其中确定", "Certain");
    public static readonly Text NoFlags = new("没有发现疑点。", "Nothing is in doubt.");
    public static readonly Text Batches = new("装载批次", "Loads");
    public static readonly Text Batch = new("批次", "Load");
    public static readonly Text File = new("文件", "File");
    public static readonly Text Started = new("开始（UTC）", "Began (UTC)");
    public static readonly Text Download = new("下载隔离行", "Download refused rows");
    public static readonly Text Unfinished = new("未完成", "not ended");
    public static readonly Text Line = new("行号", "Line");
    public static readonly Text Value = new("值", "Value");
    public static readonly Text Detail = new("说明", "Detail");
}
