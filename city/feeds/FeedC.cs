using static QualityInsight.City.Cells;

namespace QualityInsight.City;

/// <summary>The counties' hall system: tabs, keypad codes (3 best, 5 worst, 4 is no rating), tags with bars, old indicator codes in the first months.</summary>
internal sealed class FeedC(int periods) : IFeed
{
    private const string Name = "city-c";

    public FeedTable Matters { get; } = new(Name, "ticket", "c/tickets",
        "EXE_ID,VER,BUSINESS_CODE,ORG_CODE,REGION,ROOM_NO,WIN_NO,OPERATOR_ID,KIND,SOURCE,APPLY_KIND,APPLY_NAME,APPLY_CARD,APPLY_MOBILE,APPLY_TIME,REV_ENDTIME,PROMISE_TIME,FINISH_TIME,RESULT,HANGUP_MIN,STATUS",
        FeedStyle.HallSystem, periods)
    { Profile = "city-c-tickets" };

    public FeedTable Steps { get; } = new(Name, "ticket_step", "c/steps",
        "EXE_ID,NODE_SN,NODE_NAME,OPERATOR_ID,BEGIN_TIME,END_TIME,ACT", FeedStyle.HallSystem, periods)
    { Profile = "city-c-steps" };

    public FeedTable Suspensions { get; } = new(Name, "ticket_suspension", "c/suspensions",
        "EXE_ID,HANG_SN,HANG_TYPE,HANG_REASON,HANG_TIME,RESUME_TIME", FeedStyle.HallSystem, periods)
    { Profile = "city-c-suspensions" };

    public FeedTable Visits { get; } = new(Name, "visit", "c/visits",
        "ROOM_NO,TAKE_DATE,TAKE_SN,FORWARD_SN,LINE_NO,TAKENOWAY,BUSINESS_CODE,WIN_NO,OPERATOR_ID,CALL_STATUS,CREATE_TIME,APPOINT_TIME,CALLING_TIME,BEGIN_TIME,OPER_TIME,IS_FORWARD,LINE_NAME,LINE_CARDNO,LINE_MOBILE",
        FeedStyle.HallSystem, periods)
    { Profile = "city-c-visits" };

    public FeedTable Links { get; } = new(Name, "visit_ticket", "c/visit-tickets",
        "ROOM_NO,TAKE_DATE,TAKE_SN,FORWARD_SN,EXE_ID", FeedStyle.HallSystem, periods)
    { Profile = "city-c-visit-tickets" };

    public FeedTable Reviews { get; } = new(Name, "review", "c/reviews",
        "EVALUATE_UNID,EXE_ID,EVA_COUNT,EVALUATE,EVA_TAGS,EVA_TEXT,EVALUATETIME,EVALUATETYPE,ROOM_NO,WIN_NO,DEVICE_NO,OPERATOR_ID,ORG_CODE,BUSINESS_CODE,REGION,LINE_NAME,LINE_CARDNO,LINE_MOBILE,REV_ENDTIME,OPER_TIME",
        FeedStyle.HallSystem, periods)
    { Profile = "city-c-reviews" };

    public IReadOnlyList<FeedTable> Tables => [Matters, Steps, Suspensions, Visits, Links, Reviews];

    public string[] Matter(Matter m, int version, DateTime asOf)
    {
        var accepted = m.Accepted <= asOf ? m.Accepted : null;
        var closed = m.Closed <= asOf ? m.Closed : null;
        return
        [
            m.No, Number(version), m.Item.Code, m.Item.Org.Code, m.Item.AreaCode + "000000", m.Hall?.Code ?? "", m.Counter?.Code ?? "", m.Staff,
            m.Item.Immediate ? "J" : "C", m.Way switch { Way.Counter => "CK", Way.Pc => "WW", Way.Mobile => "APP", _ => "KD" }, m.IsEnterprise ? "1" : "0",
            m.Person.Name, m.Person.IdNo, m.Person.Phone, Plain(m.Applied), Plain(accepted), accepted is null ? "" : Plain(m.Due), Plain(closed),
            closed is null ? "" : m.Result, closed is null ? "0" : Number((long)m.SuspendedSeconds / 60), closed is not null ? "2" : accepted is not null ? "1" : "0",
        ];
    }

    public string[] Step(Matter m, int seq, Step s) => [m.No, Number(seq), s.Name, s.Actor, Plain(s.Started), Plain(s.Ended), s.Action == "通过" ? "PASS" : "BACK"];

    public string[] Suspension(Matter m, int seq, Suspension s) => [m.No, Number(seq), s.Kind, s.Reason, Plain(s.Started), Plain(s.Ended)];

    public string[] Visit(Visit v) =>
    [
        v.Hall.Code, Plain(v.Taken)[..8], v.Number, Number(v.Seq), v.Group.Name, v.Appointment is null ? "1" : "2", v.Item.Code, v.Counter?.Code ?? "", v.Counter?.Staff ?? "",
        v.End switch { VisitEnd.Accepted => "1", VisitEnd.Passed => "2", VisitEnd.Fetched => "3", VisitEnd.Consulted => "4", VisitEnd.Other => "5", _ => "7" },
        Plain(v.Taken), Plain(v.Appointment), Plain(v.Called), v.HasPlaceholderTimes ? "20190101090000" : Plain(v.Started),
        v.HasPlaceholderTimes ? "20190101091000" : Plain(v.Finished), v.Forwarded ? "1" : "0", v.Person.Name, v.Person.IdNo, v.Person.Phone,
    ];

    public string[] Link(Visit v, Matter m) => [v.Hall.Code, Plain(v.Taken)[..8], v.Number, Number(v.Seq), m.No];

    public string[] Review(Review r) =>
    [
        r.No, r.Matter?.No ?? "", Number(r.Seq), r.Level switch { 5 => "3", 4 => "2", 3 => "1", 2 => "0", _ => "5" }, string.Join('|', r.Tags), r.Body, Plain(r.At),
        r.Channel switch { Channel.Pad => "1", Channel.Terminal => "2", Channel.SystemDefault => "3", _ => "4" }, r.Hall?.Code ?? "", r.Counter ?? "", r.Device ?? "",
        r.Staff ?? "", r.Org.Code, r.Item?.Code ?? "", r.Org.AreaCode + "000000", r.Named ? r.Person!.Name : "", r.Named ? r.Person!.IdNo : "", r.Named ? r.Person!.Phone : "",
        Plain(r.Matter?.Accepted), Plain(r.Visit?.Finished ?? r.Matter?.Closed),
    ];
}
