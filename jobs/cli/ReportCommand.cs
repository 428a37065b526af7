using System.CommandLine;
using System.Globalization;
using QualityInsight.Jobs.Host;
using QualityInsight.Jobs.Pipeline;
using QualityInsight.Reports;
using QualityInsight.Reports.AdHoc;
using QualityInsight.Reports.Making;
using QualityInsight.Reports.Weekly;

namespace QualityInsight.Jobs.Cli;

/// <summary><c>qi report</c>: the reports, from the serving file.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var command = new Command("report", "Reports, from the serving file: HTML, PDF and XLSX, and mail with --send.");
        command.Subcommands.Add(Regular(ReportKinds.Weekly, "The weekly report.", "--week", "ISO week, 2026-W46; the last full week where not given.", LastFullWeek));
        command.Subcommands.Add(Regular(ReportKinds.Daily, "The daily flash: one day beside the same weekday a week before.", "--day", "The day, 2026-11-15; yesterday where not given.", Yesterday));
        command.Subcommands.Add(Regular(ReportKinds.Bulletin, "The monthly public bulletin: no figure below 10, no window, no person.", "--month", "The month, 2026-10; the last full month where not given.", LastFullMonth));
        command.Subcommands.Add(AdHoc());
        return command;
    }

    private static Command Regular(string kind, string says, string option, string help, Func<TimeProvider, string> usual)
    {
        var period = new Option<string?>(option) { Description = help };
        var shared = new SharedOptions();
        var command = new Command(kind, says) { period };
        shared.AddTo(command);
        return command.Does((parsed, cancellation) =>
        {
            var name = parsed.GetValue(period) ?? usual(DemoClock.Of(parsed.Deployment()));
            return Make(parsed, shared, language => new ReportRequest(kind, name, parsed.GetValue(shared.Org), language), cancellation);
        });
    }

    private static Command AdHoc()
    {
        var metrics = new Option<string>("--metrics") { Description = "Metrics, separated by commas; `qi metric list` names them.", Required = true };
        var by = new Option<string?>("--by") { Description = "Dimensions, separated by commas: hall,week" };
        var from = new Option<string>("--from") { Description = "First day, 2026-11-01.", Required = true };
        var to = new Option<string>("--to") { Description = "Last day (included).", Required = true };
        var where = new Option<string[]>("--where") { Description = "Filters K=V, separated by commas; V may be A|B for either.", AllowMultipleArgumentsPerToken = true };
        var shared = new SharedOptions();
        var command = new Command("adhoc", "Chosen metrics over chosen days.") { metrics, by, from, to, where };
        shared.AddTo(command);
        return command.Does((parsed, cancellation) =>
        {
            var question = new AdHocQuestion(MetricCommand.Split(parsed.GetRequiredValue(metrics)), MetricCommand.Split(parsed.GetValue(by)),
                Day(parsed.GetRequiredValue(from)), Day(parsed.GetRequiredValue(to)), MetricCommand.Filters(parsed.GetValue(where) ?? []));
            return Make(parsed, shared, language => new ReportRequest(ReportKinds.AdHoc, question.Name, parsed.GetValue(shared.Org), language, question), cancellation);
        });
    }

    private static async Task<int> Make(ParseResult parsed, SharedOptions shared, Func<ReportLanguage, ReportRequest> request, CancellationToken cancellation)
    {
        var deployment = parsed.Deployment();
        var options = new WeeklyOptions { Force = parsed.GetValue(shared.Force) };
        await using var reporting = new Reporting(deployment, DemoClock.Of(deployment));
        var outcomes = new List<ReportOutcome>();
        try
        {
            foreach (var tongue in Languages(parsed.GetRequiredValue(shared.Language)))
                outcomes.Add(await reporting.Run(request(tongue), parsed.GetValue(shared.Output)?.FullName, parsed.GetValue(shared.Send) ? MailSetting.Receivers : [],
                    options, parsed.GetValue(shared.Snapshot), cancellation));
        }
        catch (FormatException e)
        {
            throw new UsageException(e.Message);
        }
        ReportPrinting.Print(outcomes, parsed.GetValue(shared.Json));
        return ExitCode.Done;
    }

    /// <summary>The week before the present one.</summary>
    internal static string LastFullWeek(TimeProvider time)
    {
        var day = Today(time).AddDays(-7);
        return Analytics.Period.WeekName(day);
    }

    /// <summary>The day before today.</summary>
    internal static string Yesterday(TimeProvider time) => Today(time).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The month before the present one.</summary>
    internal static string LastFullMonth(TimeProvider time) => Today(time).AddMonths(-1).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Workshop.Zone).DateTime);

    private static DateOnly Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw new UsageException($"\"{text}\" is no day; write 2026-11-16");

    private static IEnumerable<ReportLanguage> Languages(string chosen) => chosen switch
    {
        "zh" => [ReportLanguage.Chinese],
        "en" => [ReportLanguage.English],
        _ => [ReportLanguage.Chinese, ReportLanguage.English],
    };

    /// <summary>Options that every report takes.</summary>
    private sealed class SharedOptions
    {
        public Option<string?> Org { get; } = new("--org") { Description = "A unit's code; the whole where not given." };

        public Option<DirectoryInfo?> Output { get; } = new("--out") { Description = "Folder for the files; its own place under reports/ in the data folder where not given." };

        public Option<string> Language { get; } = new("--lang") { Description = "zh, en or both.", DefaultValueFactory = _ => "zh" };

        public Option<bool> Send { get; } = new("--send") { Description = "Send it by mail (to the outbox folder where no server is set)." };

        public Option<bool> Force { get; } = new("--force") { Description = "Write a draft even where feeds are stale or totals disagree." };

        public Option<string?> Snapshot { get; } = new("--from-snapshot") { Description = "Make it from this snapshot, as a report names it, instead of the newest." };

        public Option<bool> Json { get; } = CommonOptions.Json();

        public void AddTo(Command command)
        {
            Language.AcceptOnlyFromAmong("zh", "en", "both");
            foreach (var option in new Option[] { Org, Output, Language, Send, Force, Snapshot, Json })
                command.Options.Add(option);
        }
    }
}
