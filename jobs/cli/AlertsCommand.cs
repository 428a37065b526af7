using System.CommandLine;
using QualityInsight.Jobs.Alerts;
using QualityInsight.Jobs.Host;
using QualityInsight.Jobs.Scheduled;

namespace QualityInsight.Jobs.Cli;

/// <summary><c>qi alerts</c>: what is watched, and a look at all of it now. It opens no warehouse, so a server may run beside it.</summary>
internal static class AlertsCommand
{
    public static Command Create()
    {
        var command = new Command("alerts", "What must not be so: list what is watched, or look now.");
        command.Subcommands.Add(List());
        command.Subcommands.Add(Run());
        return command;
    }

    private static Command List()
    {
        var json = CommonOptions.Json();
        return new Command("list", "Every alert: where it looks, how often it is told again, to whom.") { json }.Does((parsed, _) =>
        {
            var all = AlertDefinition.LoadAll();
            if (parsed.GetValue(json))
                JsonOut.Print(all.Select(a => new { a.Id, Over = a.Over.ToString().ToLowerInvariant(), a.Terms.NameZh, a.Terms.NameEn, RenotifyHours = a.Terms.Renotify.TotalHours, a.Terms.Roles }));
            else
                foreach (var a in all)
                    Console.WriteLine($"{a.Id,-18} {a.Terms.NameEn} ({a.Over.ToString().ToLowerInvariant()}; again after {a.Terms.Renotify.TotalHours} h; {string.Join(", ", a.Terms.Roles)})");
            return Task.FromResult(ExitCode.Done);
        });
    }

    private static Command Run()
    {
        var json = CommonOptions.Json();
        return new Command("run", "Looks at every alert now; what is new is told. Ends with 1 where something is seen.") { json }.Does(async (parsed, cancellation) =>
        {
            var deployment = parsed.Deployment();
            var time = DemoClock.Of(deployment);
            using var operations = await Operations.Open(deployment, time, cancellation);
            var outcomes = await new AlertWatch(deployment, operations, Schedules.LoadOwn(), time).Run(AlertDefinition.LoadAll(), new HashSet<string>(), null, cancellation);
            if (parsed.GetValue(json))
                JsonOut.Print(outcomes.Select(o => new { Alert = o.Alert.Id, o.Skipped, o.Seen, Events = o.Steps.Select(s => new { s.Subject, s.Kind, Told = s.Tell }) }));
            else
                foreach (var o in outcomes)
                {
                    Console.WriteLine($"{(o.Skipped is not null ? "?  " : o.Seen.Count > 0 ? "!  " : "ok ")} {o.Alert.Id}{(o.Skipped is { } why ? $": {why}" : "")}");
                    foreach (var sighting in o.Seen)
                        Console.WriteLine($"     {sighting.En}{(o.Steps.FirstOrDefault(s => s.Subject == sighting.Subject) is { } step ? $"  [{step.Kind}]" : "")}");
                    foreach (var gone in o.Steps.Where(s => s.Kind == Feedback.Store.AlertKind.Recovered))
                        Console.WriteLine($"     recovered: {gone.Subject}");
                }
            return outcomes.Any(o => o.Seen.Count > 0) ? ExitCode.Refused : ExitCode.Done;
        });
    }
}
