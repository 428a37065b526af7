using QualityInsight.Feedback;

namespace QualityInsight.Web.Words;

/// <summary>Accounts and passwords.</summary>
internal static class AccountWords
{
    public static readonly Text Title = new("账号", "Accounts");
    public static readonly Text Sub = new("谁能登录、有哪些角色、看得到哪些单位。每次更改都记入访问审计。", "Who may log in, with which roles, seeing which units. Every change goes into the access audit.");
    public static readonly Text Search = new("搜索", "Search");
    public static readonly Text SearchHint = new("登录名、姓名", "login or name");
    public static readonly Text Login = new("登录名", "Login");
    public static readonly Text LoginHint = new("2–40 位：a–z、0–9、点、连字符、下划线", "2 to 40 of a–z, 0–9, dot, hyphen, underscore");
    public static readonly Text Name = new("姓名", "Name");
    public static readonly Text Roles = new("角色", "Roles");
    public static readonly Text Role = new("角色", "Role");
    public static readonly Text Unit = new("所属单位", "Home unit");
    public static readonly Text NoUnit = new("无", "none");
    public static readonly Text Scope = new("可见范围", "Scope");
    public static readonly Text ScopeWhat = new("所选单位及其下级；不选则看不到任何工单", "the units chosen and those below them; none chosen: sees no case");
    public static readonly Text Everything = new("全部单位", "all units");
    public static readonly Text Nothing = new("无", "nothing");
    public static readonly Text Staff = new("工号", "Staff number");
    public static readonly Text StaffWhat = new("窗口被评价时使用的工号；本人看不到谁评价了自己", "the number the person is rated under; they never see who rated them");
    public static readonly Text Language = new("界面语言", "Language");
    public static readonly Text State = new("状态", "State");
    public static readonly Text Active = new("正常", "active");
    public static readonly Text Off = new("已停用", "switched off");
    public static readonly Text LockedUntil = new("锁定至 {0:HH:mm} UTC", "locked until {0:HH:mm} UTC");
    public static readonly Text Locked = new("已锁定", "locked");
    public static readonly Text FirstPassword = new("待改初始密码", "one-time password");
    public static readonly Text None = new("没有符合条件的账号", "No account fits");
    public static readonly Text NoneWhat = new("请放宽筛选条件。", "Widen the filter.");
    public static readonly Text New = new("新建账号", "New account");
    public static readonly Text Edit = new("更改账号", "Change account");
    public static readonly Text Create = new("新建", "Create");
    public static readonly Text Save = new("保存", "Save");
    public static readonly Text Saved = new("{0}：已保存。", "{0}: saved.");
    public static readonly Text Back = new("返回账号列表", "Back to the list");
    public static readonly Text OneTime = new(
        "{0} 的一次性密码。只显示这一次，请当面或通过可靠途径交给本人；首次登录必须改密，此前账号和接口都不开放。",
        "One-time password of {0}. It is shown this once only: give it to the person directly. At the first log-in it must be changed; until then the account and its API stay closed.");
    public static readonly Text OneTimeLabel = new("一次性密码", "One-time password");
    public static readonly Text Unlock = new("解锁", "Unlock");
    public static readonly Text Reset = new("重置密码", "Reset password");
    public static readonly Text SwitchOff = new("停用", "Switch off");
    public static readonly Text SwitchOn = new("启用", "Switch on");
    public static readonly Text Access = new("登录", "Logging in");
    public static readonly Text Own = new("这是您自己的账号：角色、单位、范围和密码重置须由另一位管理员处理。", "This is your own account: another administrator has to change its roles, units and scope, or reset it.");

    public static readonly Text ChangePassword = new("修改密码", "Change password");
    public static readonly Text FirstTitle = new("请先设置自己的密码", "First set a password of your own");
    public static readonly Text FirstWhat = new("当前密码由管理员给出。设置自己的密码之前，不能使用其他功能。", "An administrator gave you the present one. Nothing else is open before you have set your own.");
    public static readonly Text Old = new("当前密码", "Present password");
    public static readonly Text Fresh = new("新密码（至少 10 个字符）", "New password (10 characters or more)");
    public static readonly Text Again = new("再输入一次新密码", "New password again");
    public static readonly Text NotTheSame = new("两次输入的新密码不一致；密码未更改。", "The two new passwords differ; nothing was changed.");
    public static readonly Text Changed = new("密码已更改，其他设备上的登录已失效。", "The password was changed; sessions on other devices have ended.");

    /// <summary>Why a change was refused.</summary>
    public static Text Of(AccountFault fault) => fault switch
    {
        AccountFault.Exists => new("{0}：已有此登录名；未新建。", "{0}: there is such an account already; none was made."),
        AccountFault.Unknown => new("{0}：没有此账号。", "{0}: there is no such account."),
        AccountFault.BadName => new("{0}：登录名须为 2–40 位 a–z、0–9、点、连字符、下划线。", "{0}: a login has 2 to 40 of a–z, 0–9, dot, hyphen, underscore."),
        AccountFault.NoShownName => new("{0}：请填写姓名。", "{0}: a name is needed."),
        AccountFault.NotARole => new("{0}：不是可授予的角色。", "{0}: not a role of an account."),
        AccountFault.UnknownUnit => new("{0}：没有此单位。", "{0}: there is no such unit."),
        AccountFault.RatedAnalyst => new("{0}：分析员能逐条查看评价；以工号被评价的人不能同时担任分析员。", "{0}: an analyst sees single reviews; who is rated under a staff number may not be one."),
        AccountFault.Yourself => new("{0}：不能更改自己账号的权限，也不能停用或重置自己的账号；请另一位管理员处理。", "{0}: nobody changes the rights of their own account, resets or switches it off; ask another administrator."),
        AccountFault.ShortPassword => new("新密码至少 10 个字符；密码未更改。", "A password has 10 characters or more; nothing was changed."),
        AccountFault.WrongPassword => new("当前密码不对；密码未更改。连续输错 5 次将锁定 15 分钟。", "The present password is wrong; nothing was changed. Five wrong ones in a row lock the account for 15 minutes."),
        _ => new("新密码与当前密码相同；密码未更改。", "The new password is the present one; nothing was changed."),
    };
}
