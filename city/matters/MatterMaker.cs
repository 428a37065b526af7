using System.Globalization;

namespace QualityInsight.City;

/// <summary>Makes matters with their steps, stops of the clock and ends; most keep the promise, some do not.</summary>
internal sealed class MatterMaker(World world, Dice dice, Words words, DateTime lastMoment)
{
    private static readonly (string Kind, string Reason)[] Stops =
        [("专家评审", "组织专家现场评审"), ("公示", "按规定公示"), ("检验检测", "委托机构检测"), ("补正材料", "一次性告知补正"), ("延长审批", "情况复杂，经批准延长"), ("听证", "利害关系人申请听证")];

    // Departments that break their promises more often than others.
    private static readonly Dictionary<string, double> Tardy = new() { ["YB"] = 0.045, ["JY"] = 0.03, ["MZ"] = 0.03, ["HB"] = 0.04, ["CL"] = 0.035 };

    private readonly Dictionary<string, int> _serials = [];
    private readonly Dictionary<string, (Item[] Items, double[] Totals)> _online = world.Items.Where(i => i.Online)
        .GroupBy(i => i.AreaCode).ToDictionary(g => g.Key, g => (g.ToArray(), World.RunningTotals(g.ToArray())));

    /// <summary>The matters handed in with a queue number: mostly one, sometimes two or three.</summary>
    public IEnumerable<Matter> AtCounter(Visit visit)
    {
        var n = dice.Unit() switch { < 0.88 => 1, < 0.98 => 2, _ => 3 };
        var span = (visit.Finished!.Value - visit.Started!.Value) / n;
        for (var k = 0; k < n; k++)
        {
            var item = k == 0 ? visit.Item : visit.Group.Items[dice.PickByRunningTotal(visit.Group.ItemTotals)];
            var applied = Second(visit.Started.Value + (span * k));
            var matter = new Matter
            {
                Feed = visit.Hall.Feed,
                No = NextNo(visit.Hall.Feed, item.AreaCode, applied),
                Item = item,
                Person = visit.Person,
                IsEnterprise = IsForEnterprises(item) && dice.Chance(0.8),
                Way = Way.Counter,
                Hall = visit.Hall,
                Counter = visit.Counter,
                Visit = visit,
                Staff = visit.Counter!.Staff,
                Applied = applied,
                Due = applied,
            };
            Live(matter, Second(visit.Started.Value + (span * (k + 1))));
            visit.Matters.Add(matter);
            yield return matter;
        }
    }

    /// <summary>A matter applied for online on the given day.</summary>
    public Matter Online(DateOnly day, string areaCode)
    {
        var (items, totals) = _online[areaCode];
        var item = items[dice.PickByRunningTotal(totals)];
        var applied = day.ToDateTime(TimeOnly.MinValue) + DayLoad.OnlineMoment(dice);
        var matter = new Matter
        {
            Feed = item.Org.Feed,
            No = NextNo(item.Org.Feed, areaCode, applied),
            Item = item,
            Person = Person.Of(dice, words),
            IsEnterprise = IsForEnterprises(item) && dice.Chance(0.85),
            Way = dice.Unit() switch { < 0.36 => Way.Pc, < 0.97 => Way.Mobile, _ => Way.Express },
            Staff = string.Create(CultureInfo.InvariantCulture, $"LB{item.Org.Code[^5..^2]}{dice.Int(1, 13):00}"),
            Applied = applied,
            Due = applied,
        };
        var looked = WorkingDays.Add(day, applied.Hour >= 16 || !WorkingDays.IsWorking(day) ? 1 : 0);
        Live(matter, Office(looked, applied));
        return matter;
    }

    private void Live(Matter matter, DateTime accepted)
    {
        if (accepted > lastMoment)
            return;
        matter.Accepted = accepted;
        var day = DateOnly.FromDateTime(accepted);
        var promise = matter.Item.Promise;
        matter.Due = WorkingDays.Add(day, promise).ToDateTime(new TimeOnly(17, 30));
        if (matter.Due < accepted)
            matter.Due = WorkingDays.Add(day, promise + 1).ToDateTime(new TimeOnly(17, 30));
        matter.Steps.Add(new Step("收件", matter.Staff, matter.Applied, accepted, "通过"));
        if (matter.Item.Immediate)
        {
            var closed = matter.Way == Way.Counter ? accepted : Second(accepted.AddMinutes(dice.Int(4, 60)));
            if (closed > matter.Due)
                closed = matter.Due;
            Close(matter, closed, accepted);
            return;
        }
        if (dice.Chance(0.045))
            Suspend(matter, day);
        var late = dice.Chance(Tardy.GetValueOrDefault(matter.Item.Key[..2], 0.014));
        var used = late ? promise + 1 + (int)dice.Exponential(4) : (int)Math.Floor(promise * (0.25 + (0.72 * Math.Sqrt(dice.Unit()))));
        var end = WorkingDays.Add(day, used);
        if (matter.Suspensions is [{ Ended: { } resumed }])
            end = WorkingDays.Add(DateOnly.FromDateTime(resumed), late ? used : Math.Max(0, used - 2));
        else if (matter.Suspensions.Count > 0)
            return;
        var finished = Office(end, accepted);
        if (!late && finished > matter.Due.AddSeconds(matter.SuspendedSeconds))
            finished = Second(matter.Due.AddSeconds(matter.SuspendedSeconds).AddMinutes(-dice.Int(5, 200)));
        if (finished <= accepted)
            finished = accepted.AddMinutes(dice.Int(10, 40));
        Close(matter, finished, accepted);
    }

    private void Suspend(Matter matter, DateOnly day)
    {
        var (kind, reason) = dice.Pick(Stops);
        var start = Minute(Office(WorkingDays.Add(day, 1), matter.Accepted!.Value));
        var end = Minute(Office(DateOnly.FromDateTime(start.AddDays(dice.Int(4, 30))), start));
        if (start <= lastMoment)
            matter.Suspensions.Add(new Suspension(kind, reason, start, end <= lastMoment ? end : null));
    }

    private void Close(Matter matter, DateTime closed, DateTime accepted)
    {
        if (!matter.Item.Immediate)
        {
            var span = closed - accepted;
            var reviewed = Second(accepted + (span * (0.4 + (0.2 * dice.Unit()))));
            var decided = Second(accepted + (span * (0.75 + (0.2 * dice.Unit()))));
            AddStep(matter, "审查", accepted, reviewed);
            AddStep(matter, "决定", reviewed, decided);
            AddStep(matter, "办结", decided, closed);
        }
        else
            AddStep(matter, "办结", accepted, closed);
        if (closed > lastMoment)
            return;
        matter.Closed = closed;
        matter.Result = dice.Unit() switch { < 0.962 => "准予许可", < 0.985 => "不予许可", _ => "申请人撤回" };
    }

    private void AddStep(Matter matter, string name, DateTime from, DateTime to)
    {
        if (to <= lastMoment)
            matter.Steps.Add(new Step(name, matter.Staff, from, to, "通过"));
    }

    /// <summary>A moment in office hours of the first working day from the given one, not before <paramref name="after"/>.</summary>
    private DateTime Office(DateOnly day, DateTime after)
    {
        day = WorkingDays.Add(day, 0);
        var at = day.ToDateTime(new TimeOnly(dice.Chance(0.55) ? dice.Int(9, 12) : dice.Int(14, 17), dice.Int(0, 60), dice.Int(0, 60)));
        return at > after ? at : Second(after.AddMinutes(dice.Int(3, 25)));
    }

    private string NextNo(char feed, string area, DateTime at)
    {
        var prefix = feed switch
        {
            'A' => $"{area}{at.ToString("yyMMdd", CultureInfo.InvariantCulture)}",
            'B' => $"BJ{area[2..]}-{at.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}-",
            _ => $"QC{area[2..]}{at.ToString("yyMMdd", CultureInfo.InvariantCulture)}",
        };
        var serial = _serials[prefix] = _serials.GetValueOrDefault(prefix) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{serial:0000000}");
    }

    private static bool IsForEnterprises(Item item) =>
        item.Key is "SC" or "SW" or "FG" or "HB" or "SL" or "ZJ" or "YJ" or "CG" or "WL" or "SP";

    private static DateTime Second(DateTime at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond));

    private static DateTime Minute(DateTime at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerMinute));
}
