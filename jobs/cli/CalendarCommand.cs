using System.CommandLine;
using System.Globalization;
using QualityInsight.Feedback;

namespace QualityInsight.Jobs.Cli;

/// <summary><c>qi calendar</c>: a deadline and its story.</summary>
internal static class CalendarCommand
{
    private static readonly string[] Forms =
        ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"];

    public static Command Create()
    {
        var command = new Command("calendar", "Working days, make-up days included.");
        command.Subcommands.Add(Add());
        command.Subcommands.Add(CalendarLoadCommands.Show());
        command.Subcommands.Add(CalendarLoadCommands.Load());
        return command;
    }

    private static Command Add()
    {
        var from = new Option<string>("--from") { Description = "Start, local: 2026-09-30T16:00 or 2026-09-30.", Required = true };
        var workingDays = new Option<int?>("--working-days") { Description = "So many working days." };
        var naturalDays = new Option<int?>("--natural-days") { Description = "So many natural days." };
        var hours = new Option<int?>("--hours") { Description = "So many hours by the clock." };
        var policy = new Option<string>("--policy") { Description = "Whose opening hours and region.", DefaultValueFactory = _ => "default" };
        var explain = new Option<bool>("--explain") { Description = "Tell day by day how it was counted." };
        var language = new Option<string>("--lang") { Description = "zh or en.", DefaultValueFactory = _ => "zh" };
        language.AcceptOnlyFromAmong("zh", "en");
        var json = CommonOptions.Json();
        return new Command("add", "Adds working days (or natural days, hours) to a time.") { from, workingDays, naturalDays, hours, policy, explain, language, json }
            .Does((parsed, _) =>
            {
                var limits = new (int? Amount, TimeUnit Unit)[]
                {
                    (parsed.GetValue(workingDays), TimeUnit.WorkingDay),
                    (parsed.GetValue(naturalDays), TimeUnit.NaturalDay),
                    (parsed.GetValue(hours), TimeUnit.Hour),
                }.Where(l => l.Amount is not null).ToList();
                if (limits is not [({ } amount, var unit)])
                    throw new UsageException("give exactly one of --working-days, --natural-days and --hours");
                if (amount is < 0 or > 10_000)
                    throw new UsageException($"{amount} is out of range; 0 to 10000");
                if (!DateTime.TryParseExact(parsed.GetRequiredValue(from), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var start))
                    throw new UsageException($"\"{parsed.GetValue(from)}\" is no time; write 2026-09-30T16:00 or 2026-09-30");
                var rules = PolicyFile.Preset(parsed.GetRequiredValue(policy));
                var deadline = Deadline.Compute(new DeadlineRequest(start, amount, unit), new WorkingCalendar(CalendarData.Shipped, rules.OpenHours, rules.Region));
                Print(deadline, parsed.GetValue(explain), parsed.GetValue(language) == "en" ? Language.En : Language.Zh, parsed.GetValue(json));
                return Task.FromResult(ExitCode.Done);
            });
    }

    private static void Print(Deadline deadline, bool explain, Language language, bool json)
    {
        var due = deadline.DueAt.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        if (json)
        {
            JsonOut.Print(new
            {
                due,
                provisional = deadline.IsProvisional,
                explain = explain ? deadline.Explain().Select(l => new
                {
                    day = l.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    count = l.Count,
                    text = l.Text(language),
                }) : null,
            });
            return;
        }
        Console.WriteLine(deadline.IsProvisional ? $"{due} {(language == Language.Zh ? "（暂定）" : "(provisional)")}" : due);
        if (explain)
            foreach (var line in deadline.Explain())
                Console.WriteLine($"  {line.Text(language)}");
    }
}
