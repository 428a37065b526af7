using System.Globalization;

namespace QualityInsight.City;

/// <summary>The files of who and what the feeds speak of.</summary>
internal static class Dimensions
{
    public static IEnumerable<FeedTable> Tables(World world)
    {
        var areas = Table("area", "areas", "code,name,level,parent_code");
        foreach (var a in world.Areas)
            Add(areas, a.Code, a.Name, a.Level, a.Parent ?? "");
        yield return areas;

        var orgs = Table("org", "orgs", "code,name,area_code,kind");
        foreach (var o in world.Orgs)
            Add(orgs, o.Code, o.Name, o.AreaCode, KindOf(o, world));
        yield return orgs;

        var halls = Table("hall", "halls", "code,name,area_code,org_code,kind");
        var hours = Table("hall_hours", "hall-hours", "hall_code,weekday,opens,closes");
        var counters = Table("counter", "counters", "hall_code,code,name,org_code");
        var staff = Table("staff", "staff", "code,org_code,hall_code");
        foreach (var hall in world.Halls)
        {
            Add(halls, hall.Code, hall.Name, hall.AreaCode, hall.RunBy.Code, hall.Groups.Count > 2 ? "综合大厅" : "专业大厅");
            for (var weekday = 1; weekday <= 6; weekday++)
                foreach (var period in Weekly(hall, weekday))
                    Add(hours, hall.Code, Number(weekday), Clock(period.Opens), Clock(period.Closes));
            foreach (var counter in hall.Groups.SelectMany(g => g.Counters))
            {
                Add(counters, hall.Code, counter.Code, counter.Name, hall.RunBy.Code);
                Add(staff, counter.Staff, hall.RunBy.Code, hall.Code);
            }
        }
        foreach (var org in world.Orgs)
            for (var n = 1; n <= 12; n++)
                Add(staff, string.Create(CultureInfo.InvariantCulture, $"LB{org.Code[^5..^2]}{n:00}"), org.Code, "");
        yield return halls;
        yield return hours;
        yield return counters;
        yield return staff;

        var items = Table("service_item", "items",
            "code,name,org_code,area_code,item_type,case_type,theme,statutory_days,promise_days,visits,is_online,materials,steps,is_mobile,is_full_online,e_materials,exempt_materials");
        foreach (var i in world.Items)
            Add(items, i.Code, i.Name, i.Org.Code, i.AreaCode, i.Type, i.Immediate ? "即办件" : "承诺件", i.Theme ?? "", Number(i.Statutory),
                i.Immediate ? "1" : Number(i.Promise), Number(i.Visits), i.Online ? "是" : "否", Number(i.Materials),
                Number(i.Steps), YesNo(i.Mobile), YesNo(i.FullyOnline), Number(i.Electronic), Number(i.Exempt));
        yield return items;

        var things = Table("one_thing", "one-things",
            "code,name,audience,is_joint,lead_org_code,fields_before,fields_after,materials_before,materials_after,steps_before,steps_after,hours_before,hours_after,visits_before,visits_after");
        foreach (var r in Resource.Table("one-things.txt"))
            Add(things, [r[0], r[0], r[1], r[2] == "yes" ? "是" : "否", world.Orgs.First(o => o.Keys.Contains(r[3])).Code, .. r[4..14]]);
        yield return things;
    }

    private static FeedTable Table(string entity, string stem, string columns) =>
        new("city", entity, "shared/" + stem, columns + ",valid_from", FeedStyle.Plain, 1) { Profile = "city-" + stem };

    private static void Add(FeedTable table, params string[] cells) =>
        table.Add(0, DateTime.MinValue, FeedRowKind.Final, [.. cells, "2020-01-01"]);

    private static IEnumerable<Period> Weekly(Hall hall, int weekday)
    {
        if (weekday == 6)
            return hall.Saturday is { } saturday ? [saturday] : [];
        return hall.Through ? [new(hall.Morning.Opens, hall.Afternoon.Closes)] : [hall.Morning, hall.Afternoon];
    }

    /// <summary>The department's name without its area's, so that one kind is one word: 公安局 and 公安分局 alike.</summary>
    private static string KindOf(Org org, World world) =>
        org.Name.Replace(world.Areas.First(a => a.Code == org.AreaCode).Name, "", StringComparison.Ordinal).Replace("分局", "局", StringComparison.Ordinal);

    private static string YesNo(bool yes) => yes ? "是" : "否";

    private static string Clock(TimeOnly at) => at.ToString("H:mm", CultureInfo.InvariantCulture);

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
