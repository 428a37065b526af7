using System.CommandLine;
using System.Globalization;
using QualityInsight.Jobs.Host;
using QualityInsight.Jobs.Pipeline;
using QualityInsight.Reports;
using QualityInsight.Reports.Weekly;

namespace QualityInsight.Jobs.Cli;

/// <summary><c>qi report</c>: the reports, from the serving file.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var command = new Command("report", "Reports, from the serving file.");
        command.Subcommands.Add(WeeklyReportCommand());
        return command;
    }

    private static Command WeeklyReportCommand()
    {
        var week = new Option<string?>("--week") { Description = "ISO week, 2026-W46; the last full week where not given." };
        var org = new Option<string?>("--org") { Description = "A unit's code; the whole where not given." };
        var output = new Option<DirectoryInfo?>("--out") { Description = "Folder for the files; reports/<week> in the data folder where not given." };
        var language = new Option<string>("--lang") { Description = "zh, en or both.", DefaultValueFactory = _ => "zh" };
        language.AcceptOnlyFromAmong("zh", "en", "both");
        var send = new Option<bool>("--send") { Description = "Send it by mail (to the outbox folder where no server is set)." };
        var force = new Option<bool>("--force") { Description = "Write a draft even where feeds are stale or totals disagree." };
        var json = CommonOptions.Json();
        return new Command("weekly", "The weekly report: HTML and PDF, and mail with --send.") { week, org, output, language, send, force, json }
            .Does(async (parsed, cancellation) =>
            {
                var deployment = parsed.Deployment();
                var time = DemoClock.Of(deployment);
                var asked = parsed.GetValue(week) ?? LastFullWeek(time);
                var folder = parsed.GetValue(output)?.FullName ?? Path.Combine(deployment.Reports, asked);
                var options = new WeeklyOptions { Force = parsed.GetValue(force) };
                await using var weekly = new Weekly(deployment, time);
                var outcomes = new List<WeeklyOutcome>();
                try
                {
                    foreach (var tongue in Languages(parsed.GetRequiredValue(language)))
                        outcomes.Add(await weekly.Run(asked, parsed.GetValue(org), tongue, folder,
                            parsed.GetValue(send) ? MailSetting.Receivers : [], options, cancellation));
                }
                catch (FormatException e)
                {
                    throw new UsageException(e.Message);
                }
                Print(outcomes, parsed.GetValue(json));
                return ExitCode.Done;
            });
    }

    /// <summary>The week before the present one.</summary>
    internal static string LastFullWeek(TimeProvider time)
    {
        var day = TimeZoneInfo.ConvertTime(time.GetUtcNow(), Workshop.Zone).DateTime.AddDays(-7);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day)}-W{ISOWeek.GetWeekOfYear(day):00}");
    }

    private static IEnumerable<ReportLanguage> Languages(string chosen) => chosen switch
    {
        "zh" => [ReportLanguage.Chinese],
        "en" => [ReportLanguage.English],
        _ => [ReportLanguage.Chinese, ReportLanguage.English],
    };

    private static void Print(List<WeeklyOutcome> outcomes, bool json)
    {
        if (json)
        {
            JsonOut.Print(outcomes.Select(o => new
            {
                o.Printed.Model.Week,
                o.Printed.Model.Scope,
                Language = o.Printed.Model.Language.ToString(),
                o.Printed.Model.IsDraft,
                o.Printed.Model.Faults,
                o.Files,
                o.Printed.Missing,
                Letters = o.Deliveries.Select(d => new { d.To, d.Transport, d.Error }),
            }));
            return;
        }
        foreach (var outcome in outcomes)
        {
            foreach (var file in outcome.Files)
                Console.WriteLine(file);
            if (outcome.Printed.Missing is { } missing)
                Say.Info($"no PDF: {missing}");
            foreach (var fault in outcome.Printed.Model.Faults)
                Say.Info($"draft, because: {fault}");
            foreach (var letter in outcome.Deliveries)
                Console.WriteLine(letter.Error is null ? $"mail to {letter.To} by {letter.Transport}" : $"mail to {letter.To} not taken: {letter.Error}");
        }
    }
}
