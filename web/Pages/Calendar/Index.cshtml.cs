using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Feedback.Store;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Policies;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Calendar;

/// <summary>A year's working days by month for a policy's region and hours, where they come from, and who loaded what.</summary>
[MayCall(Right.ReadPolicies)]
internal sealed class IndexModel(RuleBook rules, CalendarLoads loads, PolicyChoice choice, Colleagues colleagues, Tongue tongue) : PageModel
{
    private Policy _policy = null!;

    public WorkingCalendar Calendar { get; private set; } = null!;

    public int Year { get; private set; }

    public DateOnly Today { get; private set; }

    public string Key { get; private set; } = "";

    public IReadOnlyList<int> Years { get; private set; } = [];

    public IReadOnlyList<PolicyOption> Options { get; private set; } = [];

    public IReadOnlyList<DayInfo> Days { get; private set; } = [];

    public IReadOnlyList<string> Papers { get; private set; } = [];

    public IReadOnlyList<CalendarLoadRow> Loads { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    public bool MayLoad => RightsTable.Holds(DeskUser.RolesOf(User), Right.LoadCalendar);

    public async Task<IActionResult> OnGetAsync(int? year, string? policy, CancellationToken cancel)
    {
        await rules.RefreshAsync(cancel);
        _policy = await choice.FindAsync(policy, cancel) ?? await rules.InForceAsync(DateOnly.FromDateTime(rules.Now(PolicyFile.Preset("default"))), cancel);
        Today = DateOnly.FromDateTime(rules.Now(_policy));
        Year = Math.Clamp(year ?? Today.Year, 2018, 2100);
        Calendar = rules.CalendarOf(_policy);
        Days = Of(Calendar, Year);
        Options = await choice.OptionsAsync(withDrafts: false, cancel);
        Key = policy is not null && Options.Any(o => o.Key == policy) ? policy : _policy.Hash[..12];
        Years = [.. Enumerable.Range(2018, Math.Max(Today.Year + 3, Year + 1) - 2018)];
        Papers = rules.Days.Years.FirstOrDefault(y => y.Year == Year)?.Papers ?? [];
        Loads = await loads.ListAsync(cancel);
        Names = await colleagues.NamesAsync(cancel);
        return Page();
    }

    public DayInfo Day(int month, int day) => Days[new DateOnly(Year, month, day).DayOfYear - 1];

    /// <summary>A day in words, for readers who do not see the grid.</summary>
    public string Says(DayInfo day)
    {
        var more = day.Name is { } name ? tongue.Pick($"（{name}）", $" ({name})") : "";
        return tongue[day.IsWorking ? CalendarWords.DayWorked : CalendarWords.DayOff, day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), more]
            + (day.IsAnnounced ? "" : tongue.Pick("，暂定", ", provisional"));
    }

    /// <summary>The region whose own day it is; null where it holds everywhere.</summary>
    public string? RegionOf(DateOnly date) => rules.Days.Days.Where(d => d.Date == date && d.Region != CalendarData.National && _policy.Region.StartsWith(d.Region, StringComparison.Ordinal))
        .OrderByDescending(d => d.Region.Length).FirstOrDefault()?.Region;

    public bool IsRegional(DateOnly date) => RegionOf(date) is not null;

    public string At(DateTime utc) => Times.Exact(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), _policy.Zone));

    internal static IReadOnlyList<DayInfo> Of(WorkingCalendar calendar, int year) =>
        [.. Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(i => calendar.Day(new DateOnly(year, 1, 1).AddDays(i)))];
}
