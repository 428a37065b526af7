namespace QualityInsight.Web.Words;

/// <summary>What the warehouse's closed codes are called on the screen. An unknown code is shown as it is.</summary>
internal static class CodeNames
{
    public static Text Of(string? code) => code switch
    {
        null => new("—", "—"),
        "PC" => new("电脑网页", "web"),
        "MOBILE" => new("手机", "mobile"),
        "QR" => new("二维码", "QR code"),
        "HALL_PAD" => new("窗口评价器", "counter tablet"),
        "HALL_TERMINAL" => new("大厅终端", "hall terminal"),
        "SELF_SERVICE" => new("自助机", "self-service"),
        "PHONE" => new("电话", "telephone"),
        "SMS" => new("短信", "text message"),
        "SYSTEM_DEFAULT" => new("系统默认", "by default"),
        "COUNTER" => new("窗口", "counter"),
        "EXPRESS" => new("快递", "by post"),
        "EMAIL" => new("邮件", "e-mail"),
        "OTHER" => new("其他", "other"),
        "IMMEDIATE" => new("即办件", "decided at once"),
        "COMMITTED" => new("承诺件", "within a promised time"),
        "WORKING_DAY" => new("个工作日", "working days"),
        "DAY" => new("个自然日", "days"),
        "HOUR" => new("小时", "hours"),
        "OPEN" => new("办理中", "open"),
        "CLOSED" => new("已办结", "closed"),
        "CANCELLED" => new("已撤销", "cancelled"),
        "DUPLICATE" => new("重复", "duplicate"),
        "TRANSFERRED" => new("已转出", "transferred"),
        "ONSITE" => new("现场取号", "taken on site"),
        "APPOINTMENT" => new("预约", "by appointment"),
        "ONLINE" => new("网上取号", "taken online"),
        "SERVED" => new("已办理", "served"),
        "NO_SHOW" => new("过号", "no show"),
        "WRONG_ITEM" => new("取错号", "wrong queue"),
        "WAITING" => new("等候中", "waiting"),
        "VOID" => new("作废", "void"),
        _ => new(code, code),
    };
}
