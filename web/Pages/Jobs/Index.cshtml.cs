using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Feedback.Store;
using QualityInsight.Web.Jobs;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Show;

namespace QualityInsight.Web.Pages.Jobs;

/// <summary>Every step with its next and last runs, and the runs themselves by filter and page.</summary>
[MayCall(Right.ReadJobs)]
internal sealed class IndexModel(IJobDesk desk, JobRuns runs, TimeProvider time) : PageModel
{
    private const int PageSize = 50;
    private const int Recent = 20;

    public IJobDesk Desk => desk;

    public IReadOnlyList<JobStep> Steps { get; private set; } = [];

    public IReadOnlyDictionary<string, IReadOnlyList<JobRunRow>> Last { get; private set; } = new Dictionary<string, IReadOnlyList<JobRunRow>>();

    public IReadOnlyList<JobRunRow> Runs { get; private set; } = [];

    public RunFilter Filter { get; private set; } = null!;

    public Pager Pager { get; private set; } = null!;

    public bool MayRun => RightsTable.Holds(DeskUser.RolesOf(User), Right.RunJobs);

    public DateTime NowUtc => time.GetUtcNow().UtcDateTime;

    public string? Said { get; private set; }

    public async Task OnGetAsync(int? page, string? said, CancellationToken cancel)
    {
        Said = said;
        Steps = await desk.StepsAsync(cancel);
        Last = await runs.LastAsync(Steps.Select(s => s.Step), Recent, cancel);
        Filter = RunFilter.Read(Request.Query);
        var at = Math.Clamp(page ?? 1, 1, 100_000);
        (Runs, var total) = await runs.ListAsync(Filter.Query(desk), at, PageSize, cancel);
        var address = new AddressBar(Request);
        Pager = new(at, PageSize, total, address, address.At("/jobs/export", ("page", null), ("said", null)));
    }
}

/// <summary>Which runs the reader asks for; days of the schedule's wall-clock.</summary>
internal sealed record RunFilter(string? Step, string? Outcome, DateOnly? From, DateOnly? To)
{
    public bool IsSet => this is not { Step: null, Outcome: null, From: null, To: null };

    public static RunFilter Read(IQueryCollection query)
    {
        string? Text(string key) => query[key].ToString().Trim() is { Length: > 0 and <= 40 } text ? text : null;
        DateOnly? Day(string key) => DateOnly.TryParseExact(Text(key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        return new(Text("step"), Text("outcome"), Day("from"), Day("to"));
    }

    public JobRunQuery Query(IJobDesk desk) => new(Step, Outcome,
        From is { } from ? desk.Utc(from.ToDateTime(default)) : null, To is { } to ? desk.Utc(to.AddDays(1).ToDateTime(default)) : null);
}
