using System.Globalization;

namespace QualityInsight.Feedback.Tests;

/// <summary>Small things tests need.</summary>
internal static class Make
{
    internal static readonly OpenHours Hours = OpenHours.Parse(["09:00-12:00", "13:30-17:30"]);

    internal static WorkingCalendar Calendar() => new(CalendarData.Shipped, Hours);

    internal static DateTime At(string text) =>
        DateTime.ParseExact(text, ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"], CultureInfo.InvariantCulture);

    internal static BadReview Review(string no = "R-1", string? org = "ORG-1", bool named = true, string at = "2026-11-16 10:00", string? staff = "S-9") => new()
    {
        Source = "test",
        ReviewNo = no,
        Level = 1,
        ReviewedAt = At(at),
        OrgCode = org,
        OrgName = org is null ? null : $"{org} 局",
        HallCode = "H1",
        HallName = "市民中心",
        CounterCode = "W3",
        CounterName = "3 号窗口",
        ItemCode = "I1",
        ItemName = "社保卡补办",
        TicketNo = $"T-{no}",
        StaffCode = staff,
        TextMasked = "排队太久,态度不好",
        IsNamed = named,
        PersonHash = named ? $"hash-{no}" : null,
        Channel = "QR",
        Tags = [new("2001", "排队时间长")],
        Labels = ["P03"],
    };

    internal static Actor Actor(string id, string? org, params Role[] roles) => new(id, id, roles.ToHashSet(), org, OrgScope.All);

    internal static readonly Actor Clerk = Actor("clerk", "GOV", Role.IntakeClerk);
    internal static readonly Actor Handler = Actor("handler", "ORG-1", Role.Handler);
    internal static readonly Actor Leader = Actor("leader", "ORG-1", Role.UnitLeader);
    internal static readonly Actor Judge = Actor("judge", "PETITION", Role.AppealReviewer);
    internal static readonly Actor Supervisor = Actor("supervisor", "GOV", Role.Supervisor);
}
