using System.Globalization;

namespace QualityInsight.City;

/// <summary>The city as it stands: areas, departments, items, halls, counters. Same for every seed.</summary>
internal sealed class World
{
    public const string Name = "临澜市";

    public required IReadOnlyList<Area> Areas { get; init; }
    public required IReadOnlyList<Org> Orgs { get; init; }
    public required IReadOnlyList<Item> Items { get; init; }
    public required IReadOnlyList<Hall> Halls { get; init; }

    public Hall Hall(string code) => Halls.First(h => h.Code == code);

    /// <summary>Reads the city; counters and numbers a day are multiplied by <paramref name="growth"/> (at least 1).</summary>
    public static World Build(double growth)
    {
        var areas = Resource.Table("areas.txt")
            .Select(r => new Area(r[0], r[1], r[2], r[3].Length == 0 ? null : r[3])).ToList();
        var orgs = Departments(areas);
        var items = ItemsOf(areas, orgs);
        var halls = Resource.Table("halls.txt").Select((r, i) => HallOf(r, i, orgs, items, growth)).ToList();
        return new World { Areas = areas, Orgs = orgs, Items = items, Halls = halls };
    }

    /// <summary>The feed that an area's systems send: A the city itself, B its districts, C its counties.</summary>
    public static char FeedOf(string areaCode) => areaCode[..6] switch
    {
        "990100" => 'A',
        "990102" or "990103" or "990104" => 'B',
        _ => 'C',
    };

    private static List<Org> Departments(List<Area> areas)
    {
        var orgs = new List<Org>();
        foreach (var row in Resource.Table("departments.txt"))
            orgs.Add(new Org(CreditCode.Of("990100", orgs.Count + 1), row[1], "990100", 'A', [row[0]]));
        foreach (var area in areas.Where(a => a.Level == "COUNTY"))
        {
            void Add(string name, params string[] keys) =>
                orgs.Add(new Org(CreditCode.Of(area.Code, orgs.Count + 1), area.Name + name, area.Code, FeedOf(area.Code), keys));
            var police = area.Name.EndsWith('区') ? "公安分局" : "公安局";
            Add("行政审批服务局", "SP", "SC", "MZ", "JY", "WJ", "NY", "SF", "CL");
            Add("人力资源和社会保障局", "RS", "YB");
            Add(police, "GA");
        }
        return orgs;
    }

    private static List<Item> ItemsOf(List<Area> areas, List<Org> orgs)
    {
        var items = new List<Item>();
        var rows = Resource.Table("items.txt").ToList();
        foreach (var area in areas.Where(a => a.Level is "CITY" or "COUNTY"))
            for (var n = 0; n < rows.Count; n++)
            {
                var r = rows[n];
                if (area.Level == "COUNTY" && r[10] != "yes")
                    continue;
                var org = orgs.First(o => o.AreaCode == area.Code && o.Keys.Contains(r[0][..2]));
                var code = string.Create(CultureInfo.InvariantCulture, $"{org.Code}{r[2]}{n + 1:0000}");
                items.Add(new Item(code, r[1], r[0], org, area.Code, r[2], Int(r[3]), Int(r[4]), Int(r[5]),
                    r[6] == "1", Int(r[7]), r[8].Length == 0 ? null : r[8], Int(r[9])));
            }
        return items;
    }

    private static Hall HallOf(string[] r, int index, List<Org> orgs, List<Item> items, double growth)
    {
        var area = r[2][..6];
        var offered = items.Where(i => i.AreaCode == area).ToList();
        var specs = r[8].Split(';').Select(g => g.Split(',')).ToList();
        var named = specs.SelectMany(s => s[5].Split(' ')).Where(k => k != "*").ToHashSet();
        var groups = new List<QueueGroup>();
        var window = 0;
        foreach (var s in specs)
        {
            var keys = s[5].Split(' ');
            var mine = offered.Where(i => keys.Contains(i.Key) || (keys[0] == "*" && !named.Contains(i.Key))).ToList();
            var counters = Enumerable.Range(0, (int)Math.Round(Int(s[2]) * growth)).Select(_ => CounterOf(r[0], ++window, index)).ToList();
            groups.Add(new QueueGroup
            {
                Letter = s[0][0],
                Name = s[1],
                Counters = counters,
                NumbersPerDay = Int(s[3]) * growth,
                Minutes = Int(s[4]),
                Items = mine,
                ItemTotals = RunningTotals(mine),
            });
        }
        var hours = r[5].Split(',').Select(PeriodOf).ToList();
        return new Hall
        {
            Code = r[0],
            Name = r[1],
            AreaCode = r[2],
            Feed = r[3][0],
            RunBy = orgs.First(o => o.AreaCode == area && o.Keys.Contains(r[4])),
            Morning = hours[0],
            Afternoon = hours[1],
            Through = r[6] == "yes",
            Saturday = r[7].Length == 0 ? null : PeriodOf(r[7]),
            Groups = groups,
        };
    }

    public static double[] RunningTotals(IReadOnlyList<Item> items)
    {
        var totals = new double[items.Count];
        double sum = 0;
        for (var i = 0; i < items.Count; i++)
            totals[i] = sum += items[i].Weight;
        return totals;
    }

    private static Counter CounterOf(string hall, int window, int hallIndex) => new(
        string.Create(CultureInfo.InvariantCulture, $"{window:00}"),
        string.Create(CultureInfo.InvariantCulture, $"{window}号窗口"),
        string.Create(CultureInfo.InvariantCulture, $"LL{hallIndex + 1:00}{window:000}"),
        string.Create(CultureInfo.InvariantCulture, $"PAD-{hall}-{window:00}"));

    private static Period PeriodOf(string text)
    {
        var ends = text.Split('-').Select(t => TimeOnly.ParseExact(t, "HHmm", CultureInfo.InvariantCulture)).ToArray();
        return new Period(ends[0], ends[1]);
    }

    private static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
