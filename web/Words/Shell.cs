namespace QualityInsight.Web.Words;

/// <summary>The frame around every page.</summary>
internal static class Shell
{
    public static readonly Text Product = new("政务服务质效", "QualityInsight");
    public static readonly Text Skip = new("跳到正文", "Skip to content");
    public static readonly Text Navigation = new("主导航", "Main");
    public static readonly Text Account = new("账号", "Account");
    public static readonly Text Roles = new("角色", "Roles");
    public static readonly Text Unit = new("单位", "Unit");
    public static readonly Text AllUnits = new("全部单位", "All units");
    public static readonly Text LogOut = new("退出登录", "Log out");
    public static readonly Text LogIn = new("登录", "Log in");

    public static readonly Text Queue = new("工单", "Cases");
    public static readonly Text Dashboard = new("看板", "Dashboard");
    public static readonly Text Dictionary = new("指标词典", "Metrics");
    public static readonly Text DataQuality = new("数据质量", "Data quality");
    public static readonly Text Sql = new("SQL 查询", "SQL desk");
    public static readonly Text Jobs = new("任务", "Jobs");
    public static readonly Text Alerts = new("告警", "Alerts");

    public static readonly Text Filter = new("筛选", "Filter");
    public static readonly Text Clear = new("清除筛选", "Clear filters");
    public static readonly Text All = new("全部", "All");
    public static readonly Text Export = new("导出 CSV", "Export CSV");
    public static readonly Text ExportWorkbook = new("导出 XLSX", "Export XLSX");
    public static readonly Text RowsOfMore = new("{0:N0} 条以上", "more than {0:N0}");
    public static readonly Text Previous = new("上一页", "Previous");
    public static readonly Text Next = new("下一页", "Next");
    public static readonly Text PageOf = new("第 {0} 页，共 {1} 页", "Page {0} of {1}");
    public static readonly Text RowsOf = new("共 {0:N0} 条", "{0:N0} in all");
    public static readonly Text Period = new("期间", "Period");
    public static readonly Text From = new("从", "From");
    public static readonly Text To = new("到", "To");
    public static readonly Text Unknown = new("未知", "Unknown");
    public static readonly Text Loading = new("正在载入…", "Loading…");
    public static readonly Text AsTable = new("看数字表", "Show the numbers");
    public static readonly Text Definition = new("口径", "Definition");
    public static readonly Text SnapshotOf = new("数据快照：{0}", "Data snapshot: {0}");
    public static readonly Text NoServingTitle = new("还没有可查询的数据", "No data to read yet");
    public static readonly Text NoServing = new(
        "查询文件尚未发布。请管理员先导入数据，再运行 qi publish。",
        "The serving file has not been published. Ask an operator to load data and run qi publish.");
}

/// <summary>Pages that say that something cannot be shown.</summary>
internal static class Problems
{
    public static readonly Text NotFound = new("没有这个页面", "There is no such page");
    public static readonly Text NotFoundWhat = new(
        "地址可能写错了，或者这条记录不在您能看到的范围内。",
        "The address may be mistyped, or the record is outside of what you may see.");
    public static readonly Text Forbidden = new("您没有权限做这件事", "You are not allowed to do this");
    public static readonly Text ForbiddenWhat = new(
        "您的角色不包含此页面或操作。若工作需要，请联系管理员开通。",
        "Your role does not include this page or action. If your work needs it, ask an administrator.");
    public static readonly Text BadRequest = new("请求没有被接受", "The request was not accepted");
    public static readonly Text BadRequestWhat = new(
        "页面可能停留太久或被重复提交。请返回上一页，刷新后再试；未做任何更改。",
        "The page may have been open too long or sent twice. Go back, reload and try again; nothing was changed.");
    public static readonly Text Fault = new("系统出错了", "Something went wrong");
    public static readonly Text FaultWhat = new(
        "这不是您的问题，错误已记入日志。请稍后再试；如再次出现，请把下面的编号告诉管理员。",
        "This is not your fault; it has been logged. Try again later; if it happens again give the number below to an administrator.");
    public static readonly Text Number = new("编号", "Number");
    public static readonly Text Home = new("回到首页", "Back to the start");
    public static readonly Text NothingYet = new("您的账号还没有可用的功能", "Your account has nothing to open yet");
    public static readonly Text NothingYetWhat = new("请管理员为您的账号添加角色。", "Ask an administrator to give your account a role.");
}

/// <summary>Logging in.</summary>
internal static class LogInWords
{
    public static readonly Text Title = new("登录", "Log in");
    public static readonly Text Login = new("用户名", "User name");
    public static readonly Text Password = new("密码", "Password");
    public static readonly Text Submit = new("登录", "Log in");
    public static readonly Text Wrong = new("用户名或密码不正确。", "The user name or the password is not right.");
    public static readonly Text Locked = new(
        "尝试次数过多，账号已暂时锁定。请稍后再试，或请管理员解锁。",
        "Too many attempts: the account is locked for a while. Try later or ask an administrator.");
    public static readonly Text ForHandlers = new("承办人", "Handlers");
    public static readonly Text ForHandlersWhat = new("按期限排好的待办工单，每一步都说明能不能做、为什么。", "a queue by deadline; every step says whether it can be taken, and why not.");
    public static readonly Text ForManagers = new("管理者", "Managers");
    public static readonly Text ForManagersWhat = new("每个数字都带样本量和口径，点开就是背后的记录。", "every figure with its n and definition, one click from the records behind it.");
    public static readonly Text ForAnalysts = new("分析员", "Analysts");
    public static readonly Text ForAnalystsWhat = new("只读 SQL、指标词典和每一批数据的去向。", "read-only SQL, the metric dictionary, and where every row went.");
    public static readonly Text About = new("每一条差评都有着落", "No bad review goes unanswered");
    public static readonly Text AboutWhat = new(
        "把办件、排队叫号与好差评放在一起：看清群众等了多久、哪里办得慢、差评改没改。",
        "Matters, queues and reviews side by side: how long people waited, where it is slow, and whether bad reviews were put right.");
}
