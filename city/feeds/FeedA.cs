using static QualityInsight.City.Cells;

namespace QualityInsight.City;

/// <summary>The city's own platform, after the national exchange and review interface: satisfaction 5 is best, pf 7 is a default review.</summary>
internal sealed class FeedA(int periods) : IFeed
{
    private const string Name = "city-a";

    public FeedTable Matters { get; } = new(Name, "ticket", "a/tickets",
        "projectNo,cdOperation,taskCode,taskName,deptCode,areaCode,hallCode,windowNo,handleUserCode,projectType,applyType,applyerType,applyerName,certKey,contactMobile,applyDate,acceptDate,promiseDate,resultDate,resultType,specialSeconds,proStatus,crowdType,isAgent",
        FeedStyle.National, periods)
    { Profile = "city-a-tickets" };

    public FeedTable Steps { get; } = new(Name, "ticket_step", "a/steps",
        "projectNo,stepNo,processName,handleUserCode,eventStartTime,eventEndTime,handleExplain", FeedStyle.National, periods)
    { Profile = "city-a-steps" };

    public FeedTable Suspensions { get; } = new(Name, "ticket_suspension", "a/suspensions",
        "projectNo,specialNo,specialType,specialReason,specialTime,endTime", FeedStyle.National, periods)
    { Profile = "city-a-suspensions" };

    public FeedTable Visits { get; } = new(Name, "visit", "a/visits",
        "hallCode,queueDate,queueNo,queueSeq,queueName,takeWay,taskCode,windowNo,handleUserCode,queueStatus,takeTime,appointTime,callTime,startTime,finishTime,isForward,userName,mobile,crowdType",
        FeedStyle.National, periods)
    { Profile = "city-a-visits" };

    public FeedTable Links { get; } = new(Name, "visit_ticket", "a/visit-tickets",
        "hallCode,queueDate,queueNo,queueSeq,projectNo", FeedStyle.National, periods)
    { Profile = "city-a-visit-tickets" };

    public FeedTable Reviews { get; } = new(Name, "review", "a/reviews",
        "assessId,areaCode,deptCode,taskCode,projectNo,hallCode,windowNo,deviceNo,proManager,pf,certKey,userName,mobile,satisfaction,evalDetail,writingEvaluation,assessTime,assessNumber,acceptDate,serviceTime",
        FeedStyle.National, periods)
    { Profile = "city-a-reviews" };

    public IReadOnlyList<FeedTable> Tables => [Matters, Steps, Suspensions, Visits, Links, Reviews];

    public string[] Matter(Matter m, int version, DateTime asOf)
    {
        var accepted = m.Accepted <= asOf ? m.Accepted : null;
        var closed = m.Closed <= asOf ? m.Closed : null;
        return
        [
            m.No, version == 1 ? "I" : "U", m.Item.Code, m.Item.Name, m.Item.Org.Code, m.Item.AreaCode, m.Hall?.Code ?? "", m.Counter?.Code ?? "", m.Staff,
            m.Item.Immediate ? "2" : "1", m.Way switch { Way.Counter => "1", Way.Pc => "2", Way.Mobile => "3", _ => "4" }, m.IsEnterprise ? "2" : "1",
            m.Person.Name, CertKey(m.Person), m.Person.Phone, National(m.Applied), National(accepted), accepted is null ? "" : National(m.Due), National(closed),
            closed is null ? "" : m.Result, closed is null ? "0" : Number((long)m.SuspendedSeconds), closed is not null ? "3" : accepted is not null ? "2" : "1",
            m.IsEnterprise ? "" : m.Person.IsElderly(m.Applied) ? "1" : "0", m.IsAssisted ? "1" : "0",
        ];
    }

    public string[] Step(Matter m, int seq, Step s) => [m.No, Number(seq), s.Name, s.Actor, National(s.Started), National(s.Ended), s.Action];

    public string[] Suspension(Matter m, int seq, Suspension s) => [m.No, Number(seq), s.Kind, s.Reason, National(s.Started), National(s.Ended)];

    public string[] Visit(Visit v) =>
    [
        v.Hall.Code, Day(v.Taken), v.Number, Number(v.Seq), v.Group.Name, v.Appointment is null ? "1" : "2", v.Item.Code, v.Counter?.Code ?? "", v.Counter?.Staff ?? "",
        v.End switch { VisitEnd.Passed => "2", VisitEnd.WrongItem => "3", _ => "1" }, National(v.Taken), National(v.Appointment), National(v.Called),
        National(v.Started), National(v.Finished), v.Forwarded ? "1" : "0", v.Person.Name, v.Person.Phone,
        v.Person.IsElderly(v.Taken) ? "1" : "0",
    ];

    public string[] Link(Visit v, Matter m) => [v.Hall.Code, Day(v.Taken), v.Number, Number(v.Seq), m.No];

    public string[] Review(Review r) =>
    [
        r.No, r.Item?.AreaCode ?? r.Org.AreaCode, r.Org.Code, r.Item?.Code ?? "", r.Matter?.No ?? "", r.Hall?.Code ?? "", r.Counter ?? "", r.Device ?? "", r.Staff ?? "",
        r.Channel switch { Channel.Pc => "1", Channel.Mobile => "2", Channel.Qr => "3", Channel.Pad => "4", Channel.Terminal => "5", Channel.Sms => "6", _ => "7" },
        r.Named ? CertKey(r.Person!) : "", r.Named ? r.Person!.Name : "", r.Named ? r.Person!.Phone : "",
        Number(r.Level), string.Join(',', r.Tags), r.Body, National(r.At), Number(r.Seq), National(r.Matter?.Accepted), National(r.Visit?.Finished ?? r.Matter?.Closed),
    ];
}
