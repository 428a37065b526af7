using QualityInsight.Feedback;
using Quartz;
using Quartz.Impl.Calendar;

namespace QualityInsight.Jobs.Scheduled;

/// <summary>Tells which days the office works.</summary>
public interface IWorkdays
{
    /// <summary>Reads the calendar anew and gives the days off between two days, both included.</summary>
    Task<IReadOnlyList<DateOnly>> DaysOffAsync(DateOnly from, DateOnly to, CancellationToken cancellation);
}

/// <summary>The working calendar of the policy in force: holidays, weekends, make-up days (调休).</summary>
public sealed class OfficeWorkdays(RuleBook rules) : IWorkdays
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<DateOnly>> DaysOffAsync(DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        await rules.RefreshAsync(cancellation);
        var calendar = rules.CalendarOf(await rules.InForceAsync(from, cancellation));
        return [.. Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays).Where(day => !calendar.IsWorking(day))];
    }
}

/// <summary>Working days as a Quartz calendar: a trigger that names it does not fire on a day off.</summary>
public static class WorkdayCalendar
{
    /// <summary>Its name in the scheduler's store.</summary>
    public const string Name = "working-days";

    /// <summary>Stores last year to the year after next, where that differs from what is stored.</summary>
    public static async Task Refresh(IScheduler scheduler, IWorkdays workdays, TimeZoneInfo zone, TimeProvider time, CancellationToken cancellation)
    {
        var year = TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).Year;
        var calendar = new HolidayCalendar { TimeZone = zone, Description = "days on which the office does not work" };
        foreach (var day in await workdays.DaysOffAsync(new(year - 1, 1, 1), new(year + 2, 12, 31), cancellation))
            calendar.AddExcludedDay(day);
        var stored = await scheduler.Exists(Name, cancellation) ? await scheduler.GetCalendar(Name, cancellation) : null;
        if (stored is HolidayCalendar same && same.DaysExcluded.Order().SequenceEqual(calendar.DaysExcluded.Order()) && same.TimeZone.Id == zone.Id)
            return;
        await scheduler.AddCalendar(Name, calendar, AddCalendarOptions.ReplacingAndUpdatingTriggers, cancellation);
    }
}
