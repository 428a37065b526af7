using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace QualityInsight.Jobs.Scheduled;

/// <summary>When one step runs by itself.</summary>
/// <param name="Cron">Six fields in Quartz's form, in <see cref="Schedules.Zone"/>.</param>
/// <param name="MakeUpMissed">True where a firing missed during downtime is made up once.</param>
/// <param name="Does">What the step does, for people.</param>
public sealed record Schedule(string Step, string Cron, bool MakeUpMissed, string Does);

/// <summary>The schedule of a deployment: <c>schedules.yaml</c> beside the program, or the file <c>QI__Schedules</c> names.</summary>
public sealed record Schedules(TimeZoneInfo Zone, IReadOnlyList<Schedule> Steps)
{
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
        return new Schedules(TimeZoneInfo.FindSystemTimeZoneById(read.Zone), steps);
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
        return new Schedule(step, entry.Cron, makeUp, entry.Does);
    }

    private sealed class SchedulesFile
    {
        public string Zone { get; set; } = "Asia/Shanghai";
        public Dictionary<string, ScheduleEntry> Steps { get; set; } = [];
    }

    private sealed class ScheduleEntry
    {
        public string Cron { get; set; } = "";
        public string Misfire { get; set; } = "once";
        public string Does { get; set; } = "";
    }
}
