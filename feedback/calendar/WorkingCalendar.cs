namespace QualityInsight.Feedback;

/// <summary>Why a day is worked or off.</summary>
public enum DayReason
{
    /// <summary>工作日: an ordinary weekday.</summary>
    Weekday,
    /// <summary>周末.</summary>
    Weekend,
    /// <summary>放假: a public holiday.</summary>
    Holiday,
    /// <summary>调休上班: a weekend day that is worked.</summary>
    MakeUpDay,
}

/// <summary>What is known of a day.</summary>
/// <param name="Date">The day.</param>
/// <param name="IsWorking">The office works.</param>
/// <param name="Reason">Why, or why not.</param>
/// <param name="Name">The holiday's name, or null.</param>
/// <param name="IsAnnounced">False where the year's arrangement is not known: the rest is then an assumption.</param>
public sealed record DayInfo(DateOnly Date, bool IsWorking, DayReason Reason, string? Name, bool IsAnnounced);

/// <summary>
/// The office's working time (工作日历): which days are worked and when it is open. Pure; local wall-clock, independent of
/// the machine's zone and culture. Announced years follow their notices; other years are assumed from weekends and
/// <see cref="StatutoryHolidays"/>, and everything computed from them says so.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly Dictionary<DateOnly, SpecialDay> _special = [];
    private readonly HashSet<int> _announced;
    private readonly Dictionary<int, IReadOnlyDictionary<DateOnly, string>> _assumed = [];
    private readonly Lock _lock = new();

    /// <summary>A calendar.</summary>
    /// <param name="data">Announced years and special days.</param>
    /// <param name="hours">When the office is open on a working day.</param>
    /// <param name="region">Area code; special days whose region is a prefix of it hold too. Default: national days only.</param>
    public WorkingCalendar(CalendarData data, OpenHours hours, string region = CalendarData.National)
    {
        Hours = hours;
        Region = region;
        _announced = [.. data.Years.Select(y => y.Year)];
        foreach (var day in data.Days.Where(d => Holds(d.Region)).OrderBy(d => d.Region == CalendarData.National ? 0 : d.Region.Length))
            _special[day.Date] = day;
    }

    /// <summary>When the office is open on a working day.</summary>
    public OpenHours Hours { get; }

    /// <summary>The region it is for.</summary>
    public string Region { get; }

    /// <summary>True where the year's arrangement is known.</summary>
    public bool IsAnnounced(int year) => _announced.Contains(year);

    /// <summary>What is known of a day.</summary>
    public DayInfo Day(DateOnly date)
    {
        var weekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        var announced = _announced.Contains(date.Year);
        if (_special.TryGetValue(date, out var special))
            return special.IsOff
                ? new(date, false, DayReason.Holiday, special.Name, announced)
                : new(date, true, weekend ? DayReason.MakeUpDay : DayReason.Weekday, special.Name, announced);
        if (!announced && Assumed(date.Year).TryGetValue(date, out var name))
            return new(date, false, DayReason.Holiday, name, false);
        return new(date, !weekend, weekend ? DayReason.Weekend : DayReason.Weekday, null, announced);
    }

    /// <summary>True where the office works on the day.</summary>
    public bool IsWorking(DateOnly date) => Day(date).IsWorking;

    /// <summary>Closing time of a day.</summary>
    public DateTime ClosingOf(DateOnly date) => date.ToDateTime(Hours.Closes);

    /// <summary>The first working day on or after a day.</summary>
    public DateOnly WorkingOnOrAfter(DateOnly date)
    {
        while (!IsWorking(date))
            date = date.AddDays(1);
        return date;
    }

    /// <summary>The last working day before a day.</summary>
    public DateOnly WorkingBefore(DateOnly date)
    {
        do
            date = date.AddDays(-1);
        while (!IsWorking(date));
        return date;
    }

    /// <summary>
    /// The working day on which something that arrived then counts as received: that day, or the next working day where it
    /// came after closing time or on a day off (起算日).
    /// </summary>
    public DateOnly StartDay(DateTime at)
    {
        var date = DateOnly.FromDateTime(at);
        return IsWorking(date) && at <= ClosingOf(date) ? date : WorkingOnOrAfter(date.AddDays(1));
    }

    /// <summary>How many working days lie after the start day of <paramref name="from"/>, up to and with the day of <paramref name="to"/>.</summary>
    public int CountWorkingDays(DateTime from, DateTime to)
    {
        var last = DateOnly.FromDateTime(to);
        var n = 0;
        for (var day = StartDay(from).AddDays(1); day <= last; day = day.AddDays(1))
            if (IsWorking(day))
                n++;
        return n;
    }

    /// <summary>Open time between two moments; zero where the second is not later.</summary>
    public TimeSpan OpenTimeBetween(DateTime from, DateTime to)
    {
        var total = TimeSpan.Zero;
        for (var day = DateOnly.FromDateTime(from); day <= DateOnly.FromDateTime(to); day = day.AddDays(1))
        {
            if (!IsWorking(day))
                continue;
            foreach (var period in Hours.Periods)
            {
                var opens = Max(day.ToDateTime(period.Opens), from);
                var closes = Min(day.ToDateTime(period.Closes), to);
                if (closes > opens)
                    total += closes - opens;
            }
        }
        return total;
    }

    /// <summary>The moment at which so much open time has passed; the opening of the next period where the office is closed.</summary>
    public DateTime AddOpenTime(DateTime from, TimeSpan open)
    {
        for (var day = DateOnly.FromDateTime(from); ; day = day.AddDays(1))
        {
            if (!IsWorking(day))
                continue;
            foreach (var period in Hours.Periods)
            {
                var opens = Max(day.ToDateTime(period.Opens), from);
                var closes = day.ToDateTime(period.Closes);
                if (closes <= opens)
                    continue;
                if (closes - opens >= open)
                    return opens + open;
                open -= closes - opens;
            }
        }
    }

    /// <summary>Time left to a deadline (or lost since), as people say it: working days and open hours.</summary>
    public RemainingTime Remaining(DateTime now, DateTime due)
    {
        var overdue = now > due;
        var open = overdue ? OpenTimeBetween(due, now) : OpenTimeBetween(now, due);
        var days = (int)(open.Ticks / Hours.Length.Ticks);
        return new(overdue, days, open - (days * Hours.Length));
    }

    private static DateTime Max(DateTime a, DateTime b) => a > b ? a : b;

    private static DateTime Min(DateTime a, DateTime b) => a < b ? a : b;

    private bool Holds(string region) =>
        region == CalendarData.National || Region.StartsWith(region, StringComparison.Ordinal);

    private IReadOnlyDictionary<DateOnly, string> Assumed(int year)
    {
        lock (_lock)
        {
            if (!_assumed.TryGetValue(year, out var days))
                _assumed[year] = days = StatutoryHolidays.Of(year);
            return days;
        }
    }
}
