using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace QualityInsight.Feedback.Tests;

public sealed class CalendarProperties
{
    private static readonly WorkingCalendar Calendar = Make.Calendar();

    private static readonly Gen<DateTime> Moments =
        Gen.Choose(0, (8 * 365 * 24 * 60) - 1).Select(minutes => new DateTime(2018, 1, 2).AddMinutes(minutes));

    private static readonly Gen<int> Days = Gen.Choose(0, 60);

    [Fact]
    public void Adding_working_days_then_counting_them_gives_them_back() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(
            Pair().ToArbitrary(),
            x => Calendar.CountWorkingDays(x.Start, Due(x.Start, x.Days)) == x.Days));

    [Fact]
    public void A_deadline_is_never_before_its_start_and_always_at_closing_time_of_a_working_day() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(
            Pair().ToArbitrary(),
            x =>
            {
                var due = Due(x.Start, x.Days);
                return due >= x.Start && Calendar.IsWorking(DateOnly.FromDateTime(due)) && TimeOnly.FromDateTime(due) == Calendar.Hours.Closes;
            }));

    [Theory]
    [InlineData(TimeUnit.WorkingDay)]
    [InlineData(TimeUnit.NaturalDay)]
    [InlineData(TimeUnit.Hour)]
    [InlineData(TimeUnit.WorkingHour)]
    public void A_later_start_or_more_time_never_gives_an_earlier_deadline(TimeUnit unit) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(
            (from a in Moments from later in Gen.Choose(0, 20_000) from n in Days from more in Gen.Choose(0, 20) select (a, later, n, more)).ToArbitrary(),
            x => Compute(x.a, x.n, unit) <= Compute(x.a.AddMinutes(x.later), x.n, unit) && Compute(x.a, x.n, unit) <= Compute(x.a, x.n + x.more, unit)));

    [Fact]
    public void Open_time_to_a_working_hour_deadline_is_what_was_asked_for() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(
            Pair().ToArbitrary(),
            x => Calendar.OpenTimeBetween(x.Start, Compute(x.Start, x.Days, TimeUnit.WorkingHour)) == TimeSpan.FromHours(x.Days)));

    [Fact]
    public void A_stop_never_makes_a_deadline_earlier() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(
            (from x in Pair()
             from after in Gen.Choose(0, 20_000)
             from length in Gen.Choose(1, 20_000)
             from unit in Gen.Elements(Enum.GetValues<TimeUnit>())
             select (x, after, length, unit)).ToArbitrary(),
            c =>
            {
                var from = c.x.Start.AddMinutes(c.after);
                var request = new DeadlineRequest(c.x.Start, c.x.Days, c.unit) { Stops = [new(from, from.AddMinutes(c.length))] };
                return Deadline.Compute(request, Calendar).DueAt >= Deadline.Compute(request with { Stops = [] }, Calendar).DueAt;
            }));

    [Fact]
    public void A_deadline_does_not_depend_on_the_machines_culture_or_zone()
    {
        var before = CultureInfo.CurrentCulture;
        var zone = Environment.GetEnvironmentVariable("TZ");
        var expected = Deadline.Compute(new(Make.At("2026-09-30 16:00"), 15, TimeUnit.WorkingDay), Calendar);
        try
        {
            foreach (var (culture, tz) in new[]
            {
                ("ar-SA", "America/New_York"), ("th-TH", "Asia/Shanghai"), ("fa-IR", "Pacific/Kiritimati"), ("zh-CN", "UTC"), ("tr-TR", "Europe/Istanbul"),
            })
            {
                CultureInfo.CurrentCulture = new(culture);
                Environment.SetEnvironmentVariable("TZ", tz);
                TimeZoneInfo.ClearCachedData();
                Assert.Equal(tz, TimeZoneInfo.Local.Id);
                var deadline = Deadline.Compute(
                    new(Make.At("2026-09-30 16:00"), 15, TimeUnit.WorkingDay),
                    new(CalendarData.Shipped, OpenHours.Parse(["09:00-12:00", "13:30-17:30"])));
                Assert.Equal(expected.DueAt, deadline.DueAt);
                Assert.Equal(expected.Explain(), deadline.Explain());
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
        }
    }

    private static Gen<(DateTime Start, int Days)> Pair() => from start in Moments from days in Days select (start, days);

    private static DateTime Due(DateTime start, int days) => Compute(start, days, TimeUnit.WorkingDay);

    private static DateTime Compute(DateTime start, int amount, TimeUnit unit) => Deadline.Compute(new(start, amount, unit), Calendar).DueAt;
}
