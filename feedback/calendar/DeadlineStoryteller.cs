using System.Globalization;

namespace QualityInsight.Feedback;

/// <summary>Tells how a deadline came about: each day counted or skipped, and why, in both languages.</summary>
internal static class DeadlineStoryteller
{
    private static readonly string[] WeekdaysZh = ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"];

    internal static IReadOnlyList<ExplainLine> Tell(Deadline deadline)
    {
        var lines = new List<ExplainLine>();
        lines.Add(Start(deadline));
        switch (deadline.Request.Unit)
        {
            case TimeUnit.WorkingDay:
                WorkingDays(deadline, lines);
                break;
            case TimeUnit.NaturalDay:
                NaturalDays(deadline, lines);
                break;
            default:
                Hours(deadline, lines);
                break;
        }
        if (deadline.IsProvisional)
            lines.Add(Assumption(deadline));
        lines.Add(End(deadline));
        return lines;
    }

    private static ExplainLine Start(Deadline deadline)
    {
        var (at, calendar) = (deadline.Request.Start, deadline.Calendar);
        var date = DateOnly.FromDateTime(at);
        if (deadline.Request.Unit is TimeUnit.Hour or TimeUnit.WorkingHour)
            return new(date, null, $"{DayZh(date)} {Time(at)} 起算", $"{DayEn(date)} {Time(at)}: the count begins");
        if (deadline.Request.Unit == TimeUnit.NaturalDay || calendar.StartDay(at) == date)
            return new(date, null, $"{DayZh(date)} {Time(at)} 收到，为起算日，当日不计入", $"{DayEn(date)} {Time(at)}: received; the start day, not counted itself");
        var start = calendar.StartDay(at);
        var day = calendar.Day(date);
        var (zh, en) = day.IsWorking
            ? ($"已过下班时间 {Time(calendar.ClosingOf(date))}", $"after closing time {Time(calendar.ClosingOf(date))}")
            : (ReasonZh(day), ReasonEn(day));
        return new(date, null, $"{DayZh(date)} {Time(at)} 收到，{zh}，顺延至 {DayZh(start)} 为起算日，该日不计入",
            $"{DayEn(date)} {Time(at)}: received, {en}; counts as received on {DayEn(start)}, the start day, not counted itself");
    }

    private static void WorkingDays(Deadline deadline, List<ExplainLine> lines)
    {
        var calendar = deadline.Calendar;
        var last = DateOnly.FromDateTime(deadline.DueAt);
        var n = 0;
        for (var day = calendar.StartDay(deadline.Request.Start).AddDays(1); day <= last; day = day.AddDays(1))
        {
            var info = calendar.Day(day);
            if (!info.IsWorking)
                lines.Add(new(day, null, $"{DayZh(day)} {ReasonZh(info)}，不计", $"{DayEn(day)}: {ReasonEn(info)}, not counted"));
            else if (Deadline.StoppedAt(deadline.Request.Stops, calendar.ClosingOf(day)))
                lines.Add(new(day, null, $"{DayZh(day)} 中止计时，不计", $"{DayEn(day)}: the clock stood still, not counted"));
            else
            {
                n++;
                lines.Add(new(day, n, $"{DayZh(day)} {ReasonZh(info)}，第 {N(n)} 个工作日", $"{DayEn(day)}: {ReasonEn(info)}, working day {N(n)}"));
            }
        }
    }

    private static void NaturalDays(Deadline deadline, List<ExplainLine> lines)
    {
        var last = DateOnly.FromDateTime(deadline.DueAt);
        var n = 0;
        for (var day = DateOnly.FromDateTime(deadline.Request.Start).AddDays(1); day <= last; day = day.AddDays(1))
        {
            var info = deadline.Calendar.Day(day);
            if (n >= deadline.Request.Amount)
                lines.Add(new(day, null, $"{DayZh(day)} {ReasonZh(info)}，期满日遇非工作日顺延至此",
                    $"{DayEn(day)}: {ReasonEn(info)}; the last day was off, so the end moves on"));
            else if (Deadline.StoppedAt(deadline.Request.Stops, day.ToDateTime(new(23, 59, 59))))
                lines.Add(new(day, null, $"{DayZh(day)} 中止计时，不计", $"{DayEn(day)}: the clock stood still, not counted"));
            else
            {
                n++;
                lines.Add(new(day, n, $"{DayZh(day)} 第 {N(n)} 日", $"{DayEn(day)}: day {N(n)}"));
            }
        }
    }

    private static void Hours(Deadline deadline, List<ExplainLine> lines)
    {
        var amount = N(deadline.Request.Amount);
        lines.Add(deadline.Request.Unit == TimeUnit.Hour
            ? new(null, null, $"连续计 {amount} 小时，昼夜节假日不扣除", $"{amount} hours by the clock, nights and holidays included")
            : new(null, null, $"计 {amount} 个工作小时，仅计办公时间", $"{amount} working hours, open time only"));
        foreach (var stop in deadline.Request.Stops)
            lines.Add(new(null, null, $"{Moment(stop.From)} 至 {Moment(stop.Until!.Value)} 中止计时", $"{Moment(stop.From)} to {Moment(stop.Until!.Value)}: the clock stood still"));
    }

    private static ExplainLine Assumption(Deadline deadline)
    {
        var years = Enumerable.Range(deadline.Request.Start.Year, deadline.DueAt.Year - deadline.Request.Start.Year + 1)
            .Where(y => !deadline.Calendar.IsAnnounced(y)).Select(N).ToList();
        return new(null, null,
            $"{string.Join("、", years)} 年节假日安排未载入：暂按周末及《全国年节及纪念日放假办法》法定假日推算，未计调休；公布并载入后重算",
            $"The holidays of {string.Join(", ", years)} are not loaded: assumed are weekends and the statutory days, no make-up days; recomputed once loaded");
    }

    private static ExplainLine End(Deadline deadline)
    {
        var provisional = deadline.IsProvisional ? (Zh: "（暂定）", En: " (provisional)") : (Zh: "", En: "");
        var date = DateOnly.FromDateTime(deadline.DueAt);
        return new(date, null, $"到期{provisional.Zh}：{DayZh(date)} {Time(deadline.DueAt)}", $"Due{provisional.En}: {DayEn(date)} {Time(deadline.DueAt)}");
    }

    private static string ReasonZh(DayInfo day) => day.Reason switch
    {
        DayReason.Holiday => $"{day.Name}放假",
        DayReason.Weekend => "周末",
        DayReason.MakeUpDay => $"{day.Name}调休上班",
        _ => "工作日",
    };

    private static string ReasonEn(DayInfo day) => day.Reason switch
    {
        DayReason.Holiday => $"public holiday ({day.Name})",
        DayReason.Weekend => "weekend",
        DayReason.MakeUpDay => $"make-up working day ({day.Name})",
        _ => "weekday",
    };

    private static string DayZh(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} {WeekdaysZh[(int)day.DayOfWeek]}");

    private static string DayEn(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd ddd}");

    private static string Time(DateTime at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Moment(DateTime at) => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string N(int n) => n.ToString(CultureInfo.InvariantCulture);
}
