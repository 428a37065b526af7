namespace QualityInsight.Web.Words;

/// <summary>The page of access tokens.</summary>
internal static class TokenWords
{
    public static readonly Text Title = new("访问令牌", "Access tokens");
    public static readonly Text Sub = new("供自己的程序（pandas、Excel、BI）调用接口；权限不超过本人。", "For your own programs (pandas, Excel, BI). A token can never do more than you.");
    public static readonly Text Made = new("令牌已生成。它只显示这一次，请立即保存：", "The token was made. It is shown this once only, so keep it now:");
    public static readonly Text Name = new("名称", "Name");
    public static readonly Text NameHint = new("例如：月报 notebook", "for example: monthly notebook");
    public static readonly Text Scopes = new("权限范围", "Scopes");
    public static readonly Text Days = new("有效天数", "Days until it ends");
    public static readonly Text Make = new("生成令牌", "Make a token");
    public static readonly Text Created = new("生成", "Made");
    public static readonly Text Ends = new("到期", "Ends");
    public static readonly Text Used = new("最近使用", "Last used");
    public static readonly Text Never = new("未使用", "never");
    public static readonly Text Revoke = new("吊销", "Revoke");
    public static readonly Text Revoked = new("已吊销", "revoked");
    public static readonly Text Ended = new("已到期", "ended");
    public static readonly Text Yours = new("我的令牌", "Your tokens");
    public static readonly Text None = new("还没有令牌", "No token yet");
    public static readonly Text NoneWhat = new("在下方生成一个，即可从程序查询数据。", "Make one below to ask from a program.");
    public static readonly Text Wrong = new("名称、至少一个权限范围、1 至 366 天都要填写；未生成令牌。", "A name, at least one scope and 1 to 366 days are needed; no token was made.");
    public static readonly Text Example = new("用法示例", "How to use it");
    public static readonly Text Sql = new("sql：执行只读查询", "sql: read-only queries");
    public static readonly Text Metrics = new("metrics：读取指标", "metrics: read metrics");
}
