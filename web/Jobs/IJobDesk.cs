namespace QualityInsight.Web.Jobs;

/// <summary>A step of the pipeline as the schedule has it.</summary>
/// <param name="Step">Its name.</param>
/// <param name="DoesZh">What it does.</param>
/// <param name="DoesEn">The same in English.</param>
/// <param name="Cron">When it runs by itself, in Quartz's form.</param>
/// <param name="WorkingDaysOnly">Not on days off.</param>
/// <param name="MadeUp">What was missed is made up once.</param>
/// <param name="NextUtc">When it runs next; null where never.</param>
/// <param name="IsPaused">It does not run by itself.</param>
/// <param name="PausedBy">Who paused it.</param>
/// <param name="PausedUtc">Since when.</param>
public sealed record JobStep(
    string Step, string DoesZh, string DoesEn, string Cron, bool WorkingDaysOnly, bool MadeUp,
    DateTime? NextUtc, bool IsPaused, string? PausedBy, DateTime? PausedUtc);

/// <summary>The schedule, as the page of jobs sees and changes it. The host supplies it; a server without a schedule has <see cref="NoJobs"/>.</summary>
public interface IJobDesk
{
    /// <summary>True where this server is to run the schedule.</summary>
    bool HasSchedule { get; }

    /// <summary>True where this server runs the schedule now.</summary>
    bool IsRunning { get; }

    /// <summary>The zone of the schedule's times.</summary>
    TimeZoneInfo Zone { get; }

    /// <summary>True where the times shown are a demo's: steps still begin by the machine's clock.</summary>
    bool IsStory => false;

    /// <summary>Every step, in the order of a full run.</summary>
    Task<IReadOnlyList<JobStep>> StepsAsync(CancellationToken cancel);

    /// <summary>Lets a step run once, now; false where there is none such.</summary>
    Task<bool> RunNowAsync(string step, string userId, CancellationToken cancel);

    /// <summary>A step no longer runs by itself; false where there is none such.</summary>
    Task<bool> PauseAsync(string step, string userId, CancellationToken cancel);

    /// <summary>It runs by itself again. What was missed meanwhile is made up as after downtime.</summary>
    Task<bool> ResumeAsync(string step, CancellationToken cancel);
}

/// <summary>A server that runs nothing by itself (<c>--no-jobs</c>).</summary>
internal sealed class NoJobs : IJobDesk
{
    public bool HasSchedule => false;

    public bool IsRunning => false;

    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public Task<IReadOnlyList<JobStep>> StepsAsync(CancellationToken cancel) => Task.FromResult<IReadOnlyList<JobStep>>([]);

    public Task<bool> RunNowAsync(string step, string userId, CancellationToken cancel) => Task.FromResult(false);

    public Task<bool> PauseAsync(string step, string userId, CancellationToken cancel) => Task.FromResult(false);

    public Task<bool> ResumeAsync(string step, CancellationToken cancel) => Task.FromResult(false);
}
