using static QualityInsight.City.Cells;

namespace QualityInsight.City;

/// <summary>The hotline's export and the reversed vendor's file.</summary>
internal static class OtherFeeds
{
    /// <summary>The hotline's spreadsheet export; later files drop "12345" from the headers.</summary>
    public static FeedTable Hotline(int periods) => new("city-hotline", "ticket", "hotline/orders",
        "12345工单编号,12345受理时间,12345工单来源,12345诉求地址,12345工单类型,12345内容描述,主办单位,主办单位代码,一级业务分类,来电人,来电号码,答复市民要点,答复时间,12345办结时限,办结时间,工单状态,派单时间,签收时间,首次联系时间,退单次数",
        FeedStyle.National, periods)
    {
        Profile = "city-hotline-orders",
        LaterHeader = name => name.Replace("12345", "", StringComparison.Ordinal).Replace("业务", "", StringComparison.Ordinal),
    };

    public static string[] Order(HotlineOrder o) =>
    [
        o.No, Loose(o.Applied), o.Source, o.Address, o.Type, o.Text.Text, o.Org.Name, o.Org.Code, o.Category, o.Person.Name, o.Person.Phone, o.Reply, Loose(o.Replied), Loose(o.Due),
        Loose(o.Closed), o.Closed is null ? "办理中" : "已办结",
        Loose(o.Dispatched), Loose(o.Signed), Loose(o.Contacted), Number(o.Returns),
    ];

    /// <summary>The hotline's callbacks after closing.</summary>
    public static FeedTable Callbacks(int periods) => new("city-hotline", "order_callback", "hotline/callbacks",
        "工单编号,回访时间,是否有效,是否解决,满意度", FeedStyle.National, periods)
    { Profile = "city-hotline-callbacks" };

    public static string[] Callback(HotlineOrder o, HotlineCallback c) =>
        [o.No, Loose(c.At), c.Valid ? "是" : "否", !c.Valid ? "" : c.Solved ? "是" : "否", c.Satisfied];

    /// <summary>Self-service machines of one vendor: the file says 1 for very satisfied although the vendor declared 5 is best.</summary>
    public static FeedTable Reversed(int periods) => new("city-d", "review", "d/reviews",
        "流水号,终端编号,大厅,部门代码,评价时间,满意度,手机号", FeedStyle.Vendor, periods)
    {
        Profile = "city-d-reviews-as-declared",
        CorrectProfile = "city-d-reviews",
    };
}
