namespace QualityInsight.City;

/// <summary>A made-up administrative area (行政区划).</summary>
internal sealed record Area(string Code, string Name, string Level, string? Parent);

/// <summary>A department (部门); <paramref name="Keys"/> are the item keys it answers for in its area.</summary>
internal sealed record Org(string Code, string Name, string AreaCode, char Feed, IReadOnlyList<string> Keys);

/// <summary>A service item (政务服务事项) as one area's department offers it.</summary>
internal sealed record Item(string Code, string Name, string Key, Org Org, string AreaCode, string Type, int Statutory,
    int Promise, int Visits, bool Online, int Materials, string? Theme, double Weight)
{
    public bool Immediate => Promise == 0;

    /// <summary>Steps (环节) from handing in to the end.</summary>
    public int Steps => Immediate ? 2 : 4;

    /// <summary>Can be done on a phone (掌上可办): simple online items.</summary>
    public bool Mobile => Online && Materials <= 4;

    /// <summary>No visit in any step (全程网办).</summary>
    public bool FullyOnline => Online && Visits == 0;

    /// <summary>Materials that can be handed in as files.</summary>
    public int Electronic => Online ? Materials : Materials / 2;

    /// <summary>Materials no longer asked for (免交).</summary>
    public int Exempt => Theme is null ? 0 : Math.Max(0, Materials / 3);
}

/// <summary>An open period of a hall.</summary>
internal readonly record struct Period(TimeOnly Opens, TimeOnly Closes);

/// <summary>A counter (窗口) with the staff number that sits there.</summary>
internal sealed record Counter(string Code, string Name, string Staff, string Device)
{
    /// <summary>How much longer than others it takes; 1 is ordinary.</summary>
    public double Slowness { get; set; } = 1;

    /// <summary>Its reviews are only ever five stars without a tick or a word.</summary>
    public bool StraightLine { get; set; }
}

/// <summary>Counters that share one queue.</summary>
internal sealed class QueueGroup
{
    public required char Letter { get; init; }
    public required string Name { get; init; }
    public required IReadOnlyList<Counter> Counters { get; init; }
    public required double NumbersPerDay { get; init; }
    public required double Minutes { get; init; }
    public required IReadOnlyList<Item> Items { get; init; }
    public required double[] ItemTotals { get; init; }
}

/// <summary>A hall (政务服务大厅).</summary>
internal sealed class Hall
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string AreaCode { get; init; }
    public required char Feed { get; init; }
    public required Org RunBy { get; init; }
    public required Period Morning { get; init; }
    public required Period Afternoon { get; init; }

    /// <summary>Some counters stay open at noon (中午不打烊).</summary>
    public required bool Through { get; init; }
    public required Period? Saturday { get; init; }
    public required IReadOnlyList<QueueGroup> Groups { get; init; }

    /// <summary>Open periods of a day; none when closed. Make-up days keep weekday hours.</summary>
    public IReadOnlyList<Period> Periods(DateOnly day)
    {
        if (WorkingDays.IsWorking(day))
            return Through ? [new(Morning.Opens, Afternoon.Closes)] : [Morning, Afternoon];
        return day.DayOfWeek == DayOfWeek.Saturday && Saturday is { } saturday && !WorkingDays.IsHoliday(day) ? [saturday] : [];
    }

    public bool IsOpen(DateTime at)
    {
        var time = TimeOnly.FromDateTime(at);
        foreach (var period in Periods(DateOnly.FromDateTime(at)))
            if (time >= period.Opens && time <= period.Closes)
                return true;
        return false;
    }

    /// <summary>Seconds of an interval in which the hall was closed.</summary>
    public double ClosedSeconds(DateTime from, DateTime to)
    {
        if (to <= from)
            return 0;
        double open = 0;
        for (var day = DateOnly.FromDateTime(from); day <= DateOnly.FromDateTime(to); day = day.AddDays(1))
            foreach (var period in Periods(day))
            {
                var start = Later(from, day.ToDateTime(period.Opens));
                var end = Earlier(to, day.ToDateTime(period.Closes));
                if (end > start)
                    open += (end - start).TotalSeconds;
            }
        return (to - from).TotalSeconds - open;
    }

    private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;

    private static DateTime Earlier(DateTime a, DateTime b) => a < b ? a : b;
}
