using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace QualityInsight.Jobs.Scheduled;

/// <summary>When one step runs by itself.</summary>
/// <param name="Cron">Six fields in Quartz's form, in <see cref="Schedules.Zone"/>.</param>
/// <param name="MakeUpMissed">True where a firing missed during downtime is made up once.</param>
/// <param name="Does">What the step does, for people.</param>
/// <param name="WorkingDaysOnly">It does not fire on days on which the office does not work.</param>
/// <param name="DoesZh">What the step does, in Chinese; null where the file does not say.</param>
public sealed record Schedule(string Step, string Cron, bool MakeUpMissed, string Does, bool WorkingDaysOnly = false, string? DoesZh = null);

/// <summary>How long the retention step keeps things. Events, facts, reports and the audit are kept for ever.</summary>
public sealed class KeepTimes
{
    /// <summary>Days that runs of steps and their logs are kept.</summary>
    public int JobRunDays { get; set; } = 90;
    /// <summary>Days that refused rows are kept after their batch; how many they were stays with the batch.</summary>
    public int QuarantineDays { get; set; } = 400;
    /// <summary>How many serving snapshots are kept.</summary>
    public int Snapshots { get; set; } = 5;
    /// <summary>How many backups are kept.</summary>
    public int Backups { get; set; } = 3;
    /// <summary>How many replaced text models are kept.</summary>
    public int Models { get; set; } = 5;
}

/// <summary>The schedule of a deployment: <c>schedules.yaml</c> beside the program, or the file <c>QI__Schedules</c> names.</summary>
public sealed record Schedules(TimeZoneInfo Zone, IReadOnlyList<Schedule> Steps)
{
    /// <summary>How long things are kept.</summary>
    public KeepTimes Keep { get; init; } = new();

    /// <summary>The schedule of this deployment.</summary>
    public static Schedules LoadOwn() => Load(Environment.GetEnvironmentVariable("QI__Schedules") is { Length: > 0 } named
        ? named
        : Path.Combine(AppContext.BaseDirectory, "scheduled", "schedules.yaml"));

    /// <summary>Reads and checks a schedule file; every error names the file and the step.</summary>
    public static Schedules Load(string file)
    {
        SchedulesFile read;
        try
        {
            read = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build()
                .Deserialize<SchedulesFile>(File.ReadAllText(file));
        }
        catch (YamlDotNet.Core.YamlException e)
        {
            throw new Cli.RefusedException($"{file}, line {e.Start.Line}: {e.InnerException?.Message ?? e.Message}");
        }
        var steps = read.Steps.Select(s => Checked(file, s.Key, s.Value)).ToList();
        return new Schedules(TimeZoneInfo.FindSystemTimeZoneById(read.Zone), steps) { Keep = read.Keep };
    }

    private static Schedule Checked(string file, string step, ScheduleEntry entry)
    {
        if (!StepNames.All.Contains(step))
            throw new Cli.RefusedException($"{file}: there is no step \"{step}\"; there are {string.Join(", ", StepNames.All)}");
        if (!Quartz.CronExpression.TryParse(entry.Cron, out _))
            throw new Cli.RefusedException($"{file}, step {step}: \"{entry.Cron}\" is not a cron expression of six fields");
        var makeUp = entry.Misfire switch
        {
            "once" => true,
            "skip" => false,
            var other => throw new Cli.RefusedException($"{file}, step {step}: misfire is \"{other}\"; once or skip"),
        };
        var workingDays = entry.Days switch
        {
            "all" => false,
            "working" => true,
            var other => throw new Cli.RefusedException($"{file}, step {step}: days is \"{other}\"; all or working"),
        };
        return new Schedule(step, entry.Cron, makeUp, entry.Does, workingDays, entry.Zh);
    }

    private sealed class SchedulesFile
    {
        public string Zone { get; set; } = "Asia/Shanghai";
        public KeepTimes Keep { get; set; } = new();
        public Dictionary<string, ScheduleEntry> Steps { get; set; } = [];
    }

    private sealed class ScheduleEntry
    {
        public string Cron { get; set; } = "";
        public string Misfire { get; set; } = "once";
        public string Does { get; set; } = "";
        public string Days { get; set; } = "all";
        public string? Zh { get; set; }
    }
}
