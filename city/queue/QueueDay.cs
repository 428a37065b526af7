using System.Globalization;

namespace QualityInsight.City;

/// <summary>
/// One day of one hall's queues: people come by the load of the day, are called first come first served by the
/// counters that are open, and lose patience. Waits are not drawn, they arise.
/// </summary>
internal sealed class QueueDay(Hall hall, DateOnly day, Dice dice, Words words)
{
    private static readonly TimeSpan Overtime = TimeSpan.FromMinutes(35);
    private static readonly TimeSpan LunchOvertime = TimeSpan.FromMinutes(6);

    /// <summary>Everybody of the day, in the order of taking.</summary>
    /// <param name="load">People beside an ordinary day.</param>
    /// <param name="staffing">Share of the counters that are staffed.</param>
    /// <param name="kept">Share of the numbers that will be written; only those get matters and people in full.</param>
    public List<Visit> Run(double load, double staffing, double kept)
    {
        var periods = hall.Periods(day);
        var visits = new List<Visit>();
        if (periods.Count == 0)
            return visits;
        foreach (var group in hall.Groups)
        {
            var queue = Arrivals(group, periods, load);
            Serve(group, queue, periods, staffing);
            visits.AddRange(queue.Where(_ => dice.Chance(kept)));
        }
        visits.Sort((a, b) => a.Taken.CompareTo(b.Taken));
        return visits;
    }

    private List<Visit> Arrivals(QueueGroup group, IReadOnlyList<Period> periods, double load)
    {
        var times = new List<(DateTime Taken, DateTime? Appointment)>();
        var hours = periods.Sum(p => (p.Closes - p.Opens).TotalHours);
        var expected = group.NumbersPerDay * load * (periods.Count == 1 && !hall.Through ? Math.Min(1, hours / 4) : 1);
        foreach (var period in periods)
        {
            var from = day.ToDateTime(period.Opens.AddMinutes(-15));
            var until = day.ToDateTime(period.Closes.AddMinutes(-20));
            var share = expected * (until - from).TotalHours / (hours + (0.25 * periods.Count) - (periods.Count / 3.0));
            for (var n = dice.Poisson(share); n > 0; n--)
            {
                var taken = day.ToDateTime(DayLoad.Moment(dice, TimeOnly.FromDateTime(from), TimeOnly.FromDateTime(until)));
                DateTime? slot = null;
                if (dice.Chance(0.13))
                {
                    slot = taken.Date.AddMinutes(Math.Round((taken.TimeOfDay.TotalMinutes + dice.Int(-8, 14)) / 15) * 15);
                    if (slot < day.ToDateTime(period.Opens))
                        slot = day.ToDateTime(period.Opens);
                }
                times.Add((taken, slot));
            }
        }
        times.Sort();
        return [.. times.Select((t, n) => new Visit
        {
            Hall = hall, Group = group, Taken = t.Taken, Appointment = t.Appointment,
            Number = string.Create(CultureInfo.InvariantCulture, $"{group.Letter}{n + 1:000}"),
            Item = group.Items[dice.PickByRunningTotal(group.ItemTotals)],
            Person = Person.Of(dice, words),
        })];
    }

    private void Serve(QueueGroup group, List<Visit> queue, IReadOnlyList<Period> periods, double staffing)
    {
        var all = group.Counters.Count;
        var staffed = Math.Max(1, (int)Math.Round(all * staffing));
        if (periods.Count == 1 && !hall.Through)
            staffed = Math.Max(1, (staffed + 1) / 2);
        var first = dice.Int(0, all);
        var counters = Enumerable.Range(0, staffed).Select(n => group.Counters[(first + n) % all]).ToArray();
        var free = new DateTime[staffed];
        foreach (var visit in queue.OrderBy(v => v.Eligible))
        {
            if (dice.Chance(0.006))
            {
                visit.End = VisitEnd.WrongItem;
                continue;
            }
            var (best, call) = (-1, DateTime.MaxValue);
            for (var k = 0; k < staffed; k++)
            {
                var at = NextCall(periods, free[k] > visit.Eligible ? free[k] : visit.Eligible, k, staffed);
                if (at < call)
                    (best, call) = (k, at);
            }
            visit.End = VisitEnd.Passed;
            if (best < 0)
                continue;
            call = call.AddSeconds(dice.Int(2, 12));
            visit.Called = call;
            visit.Counter = counters[best];
            free[best] = call.AddSeconds(dice.Int(25, 70));
            if (Patience() < (call - visit.Eligible).TotalMinutes)
                continue;
            visit.Started = call.AddSeconds(dice.Int(8, 45));
            var minutes = Math.Clamp(dice.LogNormal(group.Minutes, 0.55) * counters[best].Slowness, 1.2, 120);
            visit.Finished = visit.Started.Value.AddSeconds(Math.Round(minutes * 60));
            visit.End = End();
            free[best] = visit.Finished.Value.AddSeconds(dice.Int(5, 30));
        }
    }

    private VisitEnd End() => dice.Unit() switch
    {
        < 0.43 => VisitEnd.Accepted,
        < 0.60 => VisitEnd.Fetched,
        < 0.84 => VisitEnd.Consulted,
        _ => VisitEnd.Other,
    };

    /// <summary>Minutes somebody is ready to wait; a few have left at once.</summary>
    private double Patience() => dice.Chance(0.025) ? 0 : dice.LogNormal(150, 0.7);

    /// <summary>The first moment from <paramref name="from"/> at which counter number <paramref name="k"/> may call; MaxValue when none is left today.</summary>
    private DateTime NextCall(IReadOnlyList<Period> periods, DateTime from, int k, int staffed)
    {
        for (var i = 0; i < periods.Count; i++)
        {
            var opens = day.ToDateTime(periods[i].Opens);
            var closes = day.ToDateTime(periods[i].Closes) + (i == periods.Count - 1 ? Overtime : LunchOvertime);
            var at = from < opens ? opens : from;
            if (hall.Through && k >= (staffed + 1) / 2 && InBreak(at))
                at = day.ToDateTime(hall.Afternoon.Opens);
            if (at <= closes)
                return at;
        }
        return DateTime.MaxValue;
    }

    private bool InBreak(DateTime at)
    {
        var time = TimeOnly.FromDateTime(at);
        return time >= hall.Morning.Closes && time < hall.Afternoon.Opens;
    }
}
