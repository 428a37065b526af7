namespace QualityInsight.Web.Words;

/// <summary>The calendar of working days.</summary>
internal static class CalendarWords
{
    public static readonly Text Title = new("工作日历", "Calendar");
    public static readonly Text Sub = new("时限按这里的工作日和开放时间计算。", "Deadlines are counted by these working days and open hours.");
    public static readonly Text Year = new("年份", "Year");
    public static readonly Text For = new("按哪项政策（地区、开放时间）", "For which policy (region, open hours)");
    public static readonly Text WorkingDays = new("{0} 年：{1} 个工作日，{2} 个放假日，{3} 个调休上班日", "{0}: {1} working days, {2} holidays, {3} make-up days");
    public static readonly Text OpenHours = new("每个工作日开放 {0}，共 {1}", "Open {0} on a working day, {1} in all");
    public static readonly Text Announced = new("已公布", "announced");
    public static readonly Text ProvisionalYear = new("暂定：{0} 年的节假日安排尚未载入，按周末和法定节假日推定；涉及的时限标为暂定，载入后重算。", "Provisional: the arrangement of {0} is not loaded. Weekends and statutory holidays are assumed; deadlines that rest on them are marked, and set again when it is loaded.");
    public static readonly Text Papers = new("依据", "Notices");
    public static readonly Text Legend = new("图例", "Signs");
    public static readonly Text Holiday = new("休 放假", "休 holiday");
    public static readonly Text MakeUp = new("班 调休上班", "班 make-up day");
    public static readonly Text Regional = new("地 地区增加的日子", "地 day of a region");
    public static readonly Text Weekend = new("灰底 周末", "grey: weekend");
    public static readonly Text DayOff = new("{0}，休息{1}", "{0}, off{1}");
    public static readonly Text DayWorked = new("{0}，上班{1}", "{0}, worked{1}");
    public static readonly Text Special = new("放假与调休一览", "Holidays and make-up days");
    public static readonly Text Date = new("日期", "Date");
    public static readonly Text Weekday = new("星期", "Weekday");
    public static readonly Text What = new("安排", "Arrangement");
    public static readonly Text Name = new("节日", "Holiday");
    public static readonly Text Region = new("范围", "Where");
    public static readonly Text Everywhere = new("全国", "everywhere");
    public static readonly Text Export = new("导出全年（CSV）", "Export the year (CSV)");
    public static readonly Text Loads = new("载入记录", "What was loaded");
    public static readonly Text NoLoads = new("随产品提供 2018–2026 年安排；此后没有载入过。", "The years 2018–2026 came with the product; nothing was loaded since.");
    public static readonly Text LoadedBy = new("{0} 由 {1} 载入", "{0} by {1}");
    public static readonly Text LoadFacts = new("{0} 个特殊日；重算 {2} 件工单的 {1} 个时限", "{0} special days; {1} deadlines of {2} cases set again");
    public static readonly Text Load = new("载入日历", "Load a calendar");
    public static readonly Text LoadWhat = new(
        "选择国务院办公厅安排的 JSON 文件（本系统格式，或 holiday-cn 的年度文件），或地区增加的日子。先预览会改动哪些日子和时限，确认后才载入。",
        "Choose a JSON file of the State Council's arrangement (this program's form, or a year of holiday-cn), or of a region's own days. You see first which days and deadlines change; nothing is loaded before you agree.");
    public static readonly Text File = new("文件（JSON，不超过 1 MB）", "File (JSON, at most 1 MB)");
    public static readonly Text Preview = new("预览", "Preview");
    public static readonly Text NoFile = new("请选择一个不超过 1 MB 的文件。", "Choose a file of at most 1 MB.");
    public static readonly Text PreviewTitle = new("载入预览", "What loading would change");
    public static readonly Text PreviewOf = new("范围 {0}，新公布年份 {1}：{2} 天有变化；{3} 件在办工单中 {4} 件的 {5} 个时限将重设", "{0}, newly announced {1}: {2} days change; {5} deadlines of {4} cases (of {3} open) are set again");
    public static readonly Text NoYears = new("无", "none");
    public static readonly Text DaysChange = new("有变化的日子", "Days that change");
    public static readonly Text NoDays = new("没有日子变化", "No day changes");
    public static readonly Text Was = new("原为", "Now");
    public static readonly Text Becomes = new("改为", "Then");
    public static readonly Text Off = new("休息", "off");
    public static readonly Text Worked = new("上班", "worked");
    public static readonly Text Deadlines = new("将重设的时限", "Deadlines set again");
    public static readonly Text NoDeadlines = new("没有时限变化", "No deadline changes");
    public static readonly Text OnlyCounts = new("您的角色看不到工单，只列件数。", "Your role sees no cases; only their number is shown.");
    public static readonly Text Provisional = new("暂定", "provisional");
    public static readonly Text Reason = new("载入原因（记入审计）", "Why (goes on record)");
    public static readonly Text Agree = new("确认载入", "Load it");
    public static readonly Text Done = new("已载入；重设了 {0} 件工单的 {1} 个时限，均已记为事件。", "Loaded. {1} deadlines of {0} cases were set again, each as an event.");
    public static readonly Text Loading = new("正在载入并重设时限", "Loading, and setting deadlines again");
    public static readonly Text Back = new("返回日历", "Back to the calendar");
}
