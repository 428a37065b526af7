using System.Globalization;
using QualityInsight.Feedback;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Show;

/// <summary>Times as people say them; the exact time stands in the hover text.</summary>
internal static class Times
{
    /// <summary>What is left or lost: "还剩 1 个工作日 3 小时".</summary>
    public static string Remaining(this Tongue tongue, RemainingTime left)
    {
        var parts = new List<string>();
        if (left.WorkingDays > 0)
            parts.Add(tongue[left.WorkingDays == 1 ? CaseWords.WorkingDay : CaseWords.WorkingDays, left.WorkingDays]);
        if ((int)left.Open.TotalHours > 0)
            parts.Add(tongue[CaseWords.Hours, (int)left.Open.TotalHours]);
        if (left.WorkingDays == 0 && (left.Open.Minutes > 0 || parts.Count == 0))
            parts.Add(tongue[CaseWords.Minutes, left.Open.Minutes]);
        return tongue[left.Overdue ? CaseWords.Over : CaseWords.Left, string.Join(" ", parts)];
    }

    /// <summary>A length in seconds, with at most two units.</summary>
    public static string Length(this Tongue tongue, double? seconds)
    {
        if (seconds is not { } s)
            return "—";
        var span = TimeSpan.FromSeconds(Math.Abs(s));
        return span switch
        {
            { TotalMinutes: < 1 } => tongue.Pick($"{span.Seconds} 秒", $"{span.Seconds} s"),
            { TotalHours: < 1 } => span.Seconds == 0
                ? tongue.Pick($"{span.Minutes} 分钟", $"{span.Minutes} min")
                : tongue.Pick($"{span.Minutes} 分 {span.Seconds} 秒", $"{span.Minutes} min {span.Seconds} s"),
            { TotalDays: < 1 } => span.Minutes == 0
                ? tongue.Pick($"{span.Hours} 小时", $"{span.Hours} h")
                : tongue.Pick($"{span.Hours} 小时 {span.Minutes} 分", $"{span.Hours} h {span.Minutes} min"),
            _ => span.Hours == 0
                ? tongue.Pick($"{span.Days} 天", $"{span.Days} d")
                : tongue.Pick($"{span.Days} 天 {span.Hours} 小时", $"{span.Days} d {span.Hours} h"),
        };
    }

    /// <summary>A moment, to the minute; the year only where it is not this one.</summary>
    public static string Moment(this Tongue tongue, DateTime at, DateTime now) =>
        at.ToString((at.Year == now.Year, tongue.IsChinese) switch
        {
            (true, true) => "M月d日 HH:mm",
            (true, false) => "d MMM HH:mm",
            (false, true) => "yyyy年M月d日 HH:mm",
            (false, false) => "d MMM yyyy HH:mm",
        }, tongue.Culture);

    /// <summary>A moment, or the day alone where no time of day is known or shown, which is written as midnight.</summary>
    public static string MomentOrDay(this Tongue tongue, DateTime at, DateTime now) =>
        at.TimeOfDay != TimeSpan.Zero ? tongue.Moment(at, now)
        : at.ToString((at.Year == now.Year, tongue.IsChinese) switch
        {
            (true, true) => "M月d日",
            (true, false) => "d MMM",
            (false, true) => "yyyy年M月d日",
            (false, false) => "d MMM yyyy",
        }, tongue.Culture);

    /// <summary>The machine-readable form for a time element.</summary>
    public static string Iso(DateTime at) => at.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The exact time for hover texts.</summary>
    public static string Exact(DateTime at) => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The exact time for hover texts; none where only the day is known or shown.</summary>
    public static string? ExactOrNone(DateTime at) => at.TimeOfDay == TimeSpan.Zero ? null : Exact(at);
}
