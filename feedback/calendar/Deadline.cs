namespace QualityInsight.Feedback;

/// <summary>What a deadline is counted by.</summary>
/// <param name="Start">The moment the count begins, local.</param>
/// <param name="Amount">How much; 0 working days means the same working day.</param>
/// <param name="Unit">In what.</param>
public sealed record DeadlineRequest(DateTime Start, int Amount, TimeUnit Unit)
{
    /// <summary>Stops of the clock, closed, in order. A day on whose closing time the clock stood still is not counted.</summary>
    public IReadOnlyList<ClockStop> Stops { get; init; } = [];

    /// <summary>Natural days: a last day that is off moves to the next working day (民法典 203 条). Default yes.</summary>
    public bool RollsOver { get; init; } = true;
}

/// <summary>
/// A deadline (时限) with all it was computed from. "N working days" ends at closing time of the N-th working day after
/// the start day; what arrives after closing or on a day off counts from the next working day.
/// </summary>
public sealed class Deadline
{
    private Deadline(DeadlineRequest request, WorkingCalendar calendar, DateTime dueAt, bool provisional) =>
        (Request, Calendar, DueAt, IsProvisional) = (request, calendar, dueAt, provisional);

    /// <summary>What was asked.</summary>
    public DeadlineRequest Request { get; }

    /// <summary>The calendar it was computed with.</summary>
    public WorkingCalendar Calendar { get; }

    /// <summary>The last moment in time, local.</summary>
    public DateTime DueAt { get; }

    /// <summary>It runs into a year whose holidays are not announced, and was computed by assumption.</summary>
    public bool IsProvisional { get; }

    /// <summary>Computes a deadline.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative or beyond ten thousand.</exception>
    /// <exception cref="ArgumentException">A stop has no end: while the clock stands still there is no deadline.</exception>
    public static Deadline Compute(DeadlineRequest request, WorkingCalendar calendar)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(request.Amount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Amount, 10_000);
        if (request.Stops.Any(s => s.Until is null))
            throw new ArgumentException("While the clock stands still there is no deadline.", nameof(request));
        var due = request.Unit switch
        {
            TimeUnit.WorkingDay => WorkingDays(request, calendar),
            TimeUnit.NaturalDay => NaturalDays(request, calendar),
            TimeUnit.Hour => Hours(request),
            TimeUnit.WorkingHour => WorkingHours(request, calendar),
            _ => throw new ArgumentOutOfRangeException(nameof(request)),
        };
        var provisional = request.Unit != TimeUnit.Hour
            && Enumerable.Range(request.Start.Year, due.Year - request.Start.Year + 1).Any(y => !calendar.IsAnnounced(y));
        return new(request, calendar, due, provisional);
    }

    /// <summary>The story of this deadline, line by line: each day counted or skipped, and why.</summary>
    public IReadOnlyList<ExplainLine> Explain() => DeadlineStoryteller.Tell(this);

    /// <summary>True where the clock stood still at that moment.</summary>
    internal static bool StoppedAt(IReadOnlyList<ClockStop> stops, DateTime moment) =>
        stops.Any(s => s.From <= moment && s.Until > moment);

    private static DateTime WorkingDays(DeadlineRequest request, WorkingCalendar calendar)
    {
        var day = calendar.StartDay(request.Start);
        var left = request.Amount;
        if (left == 0 && StoppedAt(request.Stops, calendar.ClosingOf(day)))
            left = 1;
        while (left > 0)
        {
            day = day.AddDays(1);
            if (calendar.IsWorking(day) && !StoppedAt(request.Stops, calendar.ClosingOf(day)))
                left--;
        }
        return calendar.ClosingOf(day);
    }

    private static DateTime NaturalDays(DeadlineRequest request, WorkingCalendar calendar)
    {
        var day = DateOnly.FromDateTime(request.Start);
        for (var left = request.Amount; left > 0;)
        {
            day = day.AddDays(1);
            if (!StoppedAt(request.Stops, EndOf(day)))
                left--;
        }
        if (request.RollsOver)
            day = calendar.WorkingOnOrAfter(day);
        var closing = calendar.ClosingOf(day);
        return calendar.IsWorking(day) && closing >= request.Start ? closing : EndOf(day);
    }

    private static DateTime Hours(DeadlineRequest request)
    {
        var due = request.Start.AddHours(request.Amount);
        foreach (var stop in request.Stops)
        {
            var from = stop.From > request.Start ? stop.From : request.Start;
            if (from < due && stop.Until!.Value > from)
                due += stop.Until.Value - from;
        }
        return due;
    }

    private static DateTime WorkingHours(DeadlineRequest request, WorkingCalendar calendar)
    {
        var left = TimeSpan.FromHours(request.Amount);
        for (var day = DateOnly.FromDateTime(request.Start); ; day = day.AddDays(1))
        {
            if (!calendar.IsWorking(day))
                continue;
            foreach (var period in calendar.Hours.Periods)
            {
                foreach (var (from, to) in Running(day.ToDateTime(period.Opens), day.ToDateTime(period.Closes), request))
                {
                    if (to - from >= left)
                        return from + left;
                    left -= to - from;
                }
            }
        }
    }

    /// <summary>The parts of an open period in which the clock runs.</summary>
    private static IEnumerable<(DateTime From, DateTime To)> Running(DateTime from, DateTime to, DeadlineRequest request)
    {
        if (request.Start > from)
            from = request.Start;
        foreach (var stop in request.Stops)
        {
            if (stop.From < to && stop.Until!.Value > from)
            {
                if (stop.From > from)
                    yield return (from, stop.From);
                from = stop.Until.Value;
            }
        }
        if (to > from)
            yield return (from, to);
    }

    private static DateTime EndOf(DateOnly day) => day.ToDateTime(new TimeOnly(23, 59, 59));
}
