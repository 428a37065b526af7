namespace QualityInsight.Feedback;

/// <summary>When nothing is sent (免打扰): from one hour of the evening to one of the morning, and for staff on days off too.</summary>
/// <param name="From">No message from this hour on, local.</param>
/// <param name="Until">Until this one.</param>
public sealed record QuietHours(int From, int Until)
{
    /// <summary>For messages to citizens.</summary>
    public static QuietHours Citizens { get; } = new(20, 9);

    /// <summary>The first moment at or after <paramref name="at"/> at which something may be sent, local.</summary>
    /// <param name="at">Local.</param>
    /// <param name="workingDays">Where given, only on the days it says are worked.</param>
    public DateTime NextOpen(DateTime at, WorkingCalendar? workingDays = null)
    {
        if (From == Until && workingDays is null)
            return at;
        var moment = at;
        for (var guard = 0; guard < 60; guard++)
        {
            var day = DateOnly.FromDateTime(moment);
            if (workingDays is not null && !workingDays.IsWorking(day))
                moment = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
            else if (IsQuiet(moment.Hour))
                moment = moment.Hour < Until ? day.ToDateTime(new TimeOnly(Until, 0)) : day.AddDays(1).ToDateTime(TimeOnly.MinValue);
            else
                return moment;
        }
        return moment;
    }

    private bool IsQuiet(int hour) => From < Until ? hour >= From && hour < Until : From != Until && (hour >= From || hour < Until);
}
