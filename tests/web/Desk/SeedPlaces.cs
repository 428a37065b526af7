using QualityInsight.Warehouse;

namespace QualityInsight.Web.Tests.Desk;

/// <summary>The dimensions of the seeded bureau: three departments, three halls, four items.</summary>
public static class SeedPlaces
{
    public static readonly (string Code, string Name)[] Orgs = [("RS", "人力资源和社会保障局"), ("GA", "公安局出入境管理支队"), ("SC", "市场监督管理局")];
    public static readonly (string Code, string Name)[] Halls = [("H1", "城东政务服务大厅"), ("H2", "高新区政务服务大厅"), ("H3", "湖滨街道便民服务中心")];
    public static readonly (string Code, string Name, string Org)[] Items =
    [
        ("I1", "社会保障卡申领", "RS"), ("I2", "城乡居民养老保险参保登记", "RS"), ("I3", "普通护照签发", "GA"), ("I4", "食品经营许可（新办）", "SC"),
    ];

    public static void Write(WarehouseSession session)
    {
        var from = new DateOnly(2020, 1, 1);
        Rows(session, "org", Orgs, (w, o) => { w.Set("code", o.Code); w.Set("name", o.Name); w.Set("valid_from", from); });
        Rows(session, "hall", Halls, (w, h) => { w.Set("code", h.Code); w.Set("name", h.Name); w.Set("valid_from", from); });
        var counters = Halls.SelectMany(h => Enumerable.Range(1, 3).Select(n => (Hall: h.Code, Code: $"0{n}", Name: $"0{n} 号窗口")));
        Rows(session, "counter", counters, (w, c) => { w.Set("hall_code", c.Hall); w.Set("code", c.Code); w.Set("name", c.Name); w.Set("valid_from", from); });
        Rows(session, "service_item", Items, (w, i) =>
        {
            w.Set("code", i.Code);
            w.Set("version", 1L);
            w.Set("name", i.Name);
            w.Set("org_code", i.Org);
            w.Set("case_type", "COMMITTED");
            w.Set("promise_limit", 5L);
            w.Set("promise_unit", "WORKING_DAY");
            w.Set("valid_from", from);
        });
    }

    /// <summary>Appends rows, each with batch 1 and a line number.</summary>
    public static void Rows<T>(WarehouseSession session, string table, IEnumerable<T> items, Action<ColumnWriter, T> set)
    {
        using var writer = session.Append(table);
        var line = 1L;
        foreach (var item in items)
        {
            set(writer, item);
            if (writer.Columns.Any(c => c.Name == "batch_id"))
                writer.Set("batch_id", 1L);
            if (writer.Columns.Any(c => c.Name == "line_no"))
                writer.Set("line_no", ++line);
            writer.EndRow();
        }
        writer.Complete();
    }
}
