using static QualityInsight.City.Cells;

namespace QualityInsight.City;

/// <summary>The districts' systems, after the data sets of GB/T 39046-2020: Chinese headers, satisfaction 1 is best, area codes of 9 digits.</summary>
internal sealed class FeedB(int periods) : IFeed
{
    private const string Name = "city-b";

    public FeedTable Matters { get; } = new(Name, "ticket", "b/tickets",
        "办件编号,版本号,实施编码,事项名称,办理机构代码,行政区划,大厅编号,窗口编号,经办人工号,办件类型代码,申报来源代码,服务对象代码,申请者名称,申请者证件号码,联系电话,申请时间,受理时间,承诺办结时间,办结时间,办理结果,特别程序时长分钟,办件状态",
        FeedStyle.Standard, periods)
    { Profile = "city-b-tickets" };

    public FeedTable Steps { get; } = new(Name, "ticket_step", "b/steps",
        "办件编号,环节序号,环节名称,处理人工号,开始时间,结束时间,业务动作", FeedStyle.Standard, periods)
    { Profile = "city-b-steps" };

    public FeedTable Suspensions { get; } = new(Name, "ticket_suspension", "b/suspensions",
        "办件编号,特别程序序号,特别程序种类,特别程序原因,开始时间,结束时间", FeedStyle.Standard, periods)
    { Profile = "city-b-suspensions" };

    public FeedTable Visits { get; } = new(Name, "visit", "b/visits",
        "大厅编号,取号日期,排队号,次序,队列名称,取号方式,实施编码,窗口编号,工号,状态,取号时间,预约时间,叫号时间,开始办理时间,办理结束时间,是否转号,姓名,手机号",
        FeedStyle.Standard, periods)
    { Profile = "city-b-visits" };

    public FeedTable Links { get; } = new(Name, "visit_ticket", "b/visit-tickets",
        "大厅编号,取号日期,排队号,次序,办件编号", FeedStyle.Standard, periods)
    { Profile = "city-b-visit-tickets" };

    public FeedTable Reviews { get; } = new(Name, "review", "b/reviews",
        "评价编号,办件编号,评价次数,评价渠道,评价人,评价人证件号码,联系电话,评价时间,满意度,满意度代码,评价内容,文字评价,行政区划,实施编码,机构代码,大厅编号,窗口编号,设备编号,经办人工号,受理时间,服务时间",
        FeedStyle.Standard, periods)
    { Profile = "city-b-reviews" };

    public IReadOnlyList<FeedTable> Tables => [Matters, Steps, Suspensions, Visits, Links, Reviews];

    public string[] Matter(Matter m, int version, DateTime asOf)
    {
        var accepted = m.Accepted <= asOf ? m.Accepted : null;
        var closed = m.Closed <= asOf ? m.Closed : null;
        return
        [
            m.No, Number(version), m.Item.Code, m.Item.Name, m.Item.Org.Code, m.Item.AreaCode + "000", m.Hall?.Code ?? "", m.Counter?.Code ?? "", m.Staff,
            m.Item.Immediate ? "1" : "2", m.Way switch { Way.Counter => "1", Way.Pc => "2", Way.Mobile => "3", _ => "4" }, m.IsEnterprise ? "2" : "1",
            m.Person.Name, m.Person.IdNo, m.Person.Phone, Standard(m.Applied), Standard(accepted), accepted is null ? "" : Standard(m.Due), Standard(closed),
            closed is null ? "" : m.Result, closed is null ? "0" : Number((long)m.SuspendedSeconds / 60), closed is not null ? "已办结" : accepted is not null ? "办理中" : "待受理",
        ];
    }

    public string[] Step(Matter m, int seq, Step s) => [m.No, Number(seq), s.Name, s.Actor, Standard(s.Started), Standard(s.Ended), s.Action];

    public string[] Suspension(Matter m, int seq, Suspension s) =>
        [m.No, Number(seq), s.Kind == "延长审批" ? "1" : "2", s.Reason, Standard(s.Started), Standard(s.Ended)];

    public string[] Visit(Visit v) =>
    [
        v.Hall.Code, Standard(v.Taken)[..8], v.Number, Number(v.Seq), v.Group.Name, v.Appointment is null ? "现场" : "预约", v.Item.Code, v.Counter?.Code ?? "",
        v.Counter?.Staff ?? "", v.End switch { VisitEnd.Passed => "过号", VisitEnd.WrongItem => "取错号", _ => "已办理" }, Standard(v.Taken), Standard(v.Appointment),
        Standard(v.Called), Standard(v.Started), Standard(v.Finished), v.Forwarded ? "是" : "否", v.Person.Name, v.Person.Phone,
    ];

    public string[] Link(Visit v, Matter m) => [v.Hall.Code, Standard(v.Taken)[..8], v.Number, Number(v.Seq), m.No];

    public string[] Review(Review r) =>
    [
        r.No, r.Matter?.No ?? "", Number(r.Seq),
        r.Channel switch { Channel.Pc => "PC端", Channel.Mobile => "移动服务端", Channel.Qr => "二维码", Channel.Pad => "政务大厅平板电脑", Channel.Terminal => "政务大厅其他终端", _ => "短信" },
        r.Named ? r.Person!.Name : "", r.Named ? r.Person!.IdNo : "", r.Named ? r.Person!.Phone : "", Standard(r.At),
        r.Level switch { 5 => "非常满意", 4 => "满意", 3 => "基本满意", 2 => "不满意", _ => "非常不满意" }, Number(6 - r.Level), string.Join(',', r.Tags), r.Body,
        r.Org.AreaCode + "000", r.Item?.Code ?? "", r.Org.Code, r.Hall?.Code ?? "", r.Counter ?? "", r.Device ?? "", r.Staff ?? "",
        Standard(r.Matter?.Accepted), Standard(r.Visit?.Finished ?? r.Matter?.Closed),
    ];
}
