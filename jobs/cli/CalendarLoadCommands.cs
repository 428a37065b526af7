using System.CommandLine;
using System.Globalization;
using QualityInsight.Feedback;
using QualityInsight.Jobs.Host;

namespace QualityInsight.Jobs.Cli;

/// <summary><c>qi calendar show</c> and <c>load</c>: a year's working days, and loading an announced year with what it moves.</summary>
internal static class CalendarLoadCommands
{
    public static Command Show()
    {
        var year = new Argument<int>("year") { Description = "For example 2026." };
        var policy = new Option<string?>("--policy") { Description = "Whose region and open hours; the one in force where not given." };
        var (lang, json) = (PolicyCommand.Language(), CommonOptions.Json());
        return new Command("show", "A year's holidays and make-up days, and how many days are worked.") { year, policy, lang, json }.Does(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(year) is < 2000 or > 2100)
                throw new UsageException("years from 2000 to 2100");
            using var room = await Open(parsed, cancellation);
            var rules = parsed.GetValue(policy) is { } name
                ? await room.Policies.FindAsync(name, cancellation) ?? throw new RefusedException($"there is no policy {name}; qi policy list shows them")
                : await room.Rules.InForceAsync(DateOnly.FromDateTime(room.Rules.Now(PolicyFile.Preset("default"))), cancellation);
            var calendar = room.Rules.CalendarOf(rules);
            var days = Enumerable.Range(0, 366).Select(i => new DateOnly(parsed.GetValue(year), 1, 1).AddDays(i)).Where(d => d.Year == parsed.GetValue(year)).Select(calendar.Day).ToList();
            var special = days.Where(d => d.Name is not null).ToList();
            var announced = calendar.IsAnnounced(parsed.GetValue(year));
            if (parsed.GetValue(json))
                JsonOut.Print(new { year = parsed.GetValue(year), calendar.Region, announced, working_days = days.Count(d => d.IsWorking), days = special.Select(d => new { date = PolicyCommand.Day(d.Date), d.IsWorking, reason = d.Reason.Code(), d.Name }) });
            else
            {
                var zh = PolicyCommand.Of(parsed, lang) == Language.Zh;
                Console.WriteLine($"{parsed.GetValue(year)} {calendar.Region}: {days.Count(d => d.IsWorking)} {(zh ? "个工作日" : "working days")}{(announced ? "" : zh ? "（暂定：尚未公布）" : " (provisional: not announced)")}");
                foreach (var d in special)
                    Console.WriteLine($"  {PolicyCommand.Day(d.Date)} {(d.IsWorking ? zh ? "上班" : "worked" : zh ? "休息" : "off")} {d.Name}");
            }
            return ExitCode.Done;
        });
    }

    public static Command Load()
    {
        var file = new Argument<FileInfo>("file") { Description = "JSON: region, years, days; or a file of holiday-cn." };
        var reason = new Option<string?>("--reason") { Description = "Why, for the record." };
        var by = new Option<string?>("--by") { Description = "The account that answers for it, a manager or administrator." };
        var dry = new Option<bool>("--dry-run") { Description = "Only say what it would move." };
        var json = CommonOptions.Json();
        return new Command("load", "Loads an announced year or regional days; deadlines it moves are set again as events.") { file, reason, by, dry, json }.Does(async (parsed, cancellation) =>
        {
            var path = parsed.GetRequiredValue(file);
            if (!path.Exists)
                throw new RefusedException($"{path.FullName}: no such file");
            var text = await File.ReadAllTextAsync(path.FullName, cancellation);
            using var room = await Open(parsed, cancellation);
            CalendarPreview preview;
            try
            {
                preview = await room.CalendarLoads.PreviewAsync(CalendarData.Parse(text), null, cancellation);
            }
            catch (FormatException e)
            {
                throw new RefusedException($"{path.Name}: {e.Message}");
            }
            if (!parsed.GetValue(dry))
            {
                var who = await PolicyCommand.Account(room, parsed.GetValue(by) ?? throw new UsageException("give --by and --reason, or --dry-run"), cancellation);
                var (_, refusal) = await room.CalendarLoads.LoadAsync(text, preview, parsed.GetValue(reason) ?? "", who, null, cancellation);
                if (refusal is { } no)
                    throw new RefusedException(Messages.Name(no, Language.En));
            }
            if (parsed.GetValue(json))
                JsonOut.Print(new { loaded = !parsed.GetValue(dry), preview.Region, preview.Years, days = preview.Days.Count, preview.Looked, preview.Cases, moves = preview.Moves });
            else
            {
                Console.WriteLine($"{(parsed.GetValue(dry) ? "would load" : "loaded")} {preview.Region} {string.Join(", ", preview.Years)}: {preview.Days.Count} days change; {preview.Moves.Count} deadlines of {preview.Cases} cases (of {preview.Looked} open) are set again");
                foreach (var m in preview.Moves.Take(20))
                    Console.WriteLine($"  {m.CaseNo} {m.Step}: {At(m.Before)}{(m.WasProvisional ? "?" : "")} → {At(m.After)}{(m.IsProvisional ? "?" : "")}");
                if (preview.Moves.Count > 20)
                    Console.WriteLine($"  … and {preview.Moves.Count - 20} more (--json lists them)");
            }
            return ExitCode.Done;
        });
    }

    private static string At(DateTime at) => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static Task<FeedbackRoom> Open(ParseResult parsed, CancellationToken cancellation) =>
        Operations.Open(parsed.Deployment(), DemoClock.Of(parsed.Deployment()), cancellation);
}
