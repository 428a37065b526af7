using System.Globalization;
using QualityInsight.Reports.Charts;

namespace QualityInsight.Reports.Weekly;

/// <summary>The days of a report as people say them.</summary>
public static class PeriodWords
{
    /// <summary>For example <c>2026 年第 46 周（11 月 9 日—11 月 15 日）</c>, <c>2026 年 11 月 15 日（周日）</c>, <c>2026 年 10 月</c>.</summary>
    public static string Of(ReportModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var from = model.Period.From!.Value;
        var to = model.Period.To!.Value.AddDays(-1);
        return (model.Kind, model.Language) switch
        {
            ("weekly", ReportLanguage.Chinese) => $"{model.PeriodName[..4]} 年第 {Week(model)} 周（{from.Month} 月 {from.Day} 日—{to.Month} 月 {to.Day} 日）",
            ("weekly", _) => string.Create(CultureInfo.InvariantCulture, $"Week {Week(model)} of {model.PeriodName[..4]} ({from:d MMM} – {to:d MMM yyyy})"),
            ("daily", ReportLanguage.Chinese) => $"{from.Year} 年 {from.Month} 月 {from.Day} 日（周{"日一二三四五六"[(int)from.DayOfWeek]}）",
            ("daily", _) => string.Create(CultureInfo.InvariantCulture, $"{from:dddd, d MMMM yyyy}"),
            ("bulletin", ReportLanguage.Chinese) => $"{from.Year} 年 {from.Month} 月",
            ("bulletin", _) => string.Create(CultureInfo.InvariantCulture, $"{from:MMMM yyyy}"),
            (_, ReportLanguage.Chinese) => $"{from.Year} 年 {from.Month} 月 {from.Day} 日—{to.Year} 年 {to.Month} 月 {to.Day} 日",
            _ => string.Create(CultureInfo.InvariantCulture, $"{from:d MMM yyyy} – {to:d MMM yyyy}"),
        };
    }

    /// <summary>Head of the column of the period itself.</summary>
    internal static string Now(string kind, ReportLanguage language) => kind switch
    {
        "weekly" => language.Pick("本周", "This week"),
        "daily" => language.Pick("当日", "The day"),
        "bulletin" => language.Pick("本月", "This month"),
        _ => language.Pick("本期", "Period"),
    };

    /// <summary>Head of the column of a comparison.</summary>
    internal static string Then(string comparison, string kind, ReportLanguage language) => (comparison, kind) switch
    {
        (Analytics.Comparison.LastWeek, "weekly") => language.Pick("上周", "Last week"),
        (Analytics.Comparison.LastWeek, _) => language.Pick("上周同日", "A week ago"),
        (Analytics.Comparison.LastYear, "weekly") => language.Pick("去年同周", "Year ago"),
        (Analytics.Comparison.LastYear, "bulletin") => language.Pick("去年同月", "Year ago"),
        (Analytics.Comparison.LastYear, _) => language.Pick("去年同期", "Year ago"),
        (Ask.PreviousMonth, _) => language.Pick("上月", "Last month"),
        _ => language.Pick("前期", "Before"),
    };

    private static string Week(ReportModel model) => Figures.Count(int.Parse(model.PeriodName[6..], NumberStyles.None, CultureInfo.InvariantCulture));
}
