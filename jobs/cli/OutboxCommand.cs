using System.CommandLine;
using QualityInsight.Jobs.Host;
using QualityInsight.Jobs.Pipeline;

namespace QualityInsight.Jobs.Cli;

/// <summary><c>qi notify</c> and <c>qi deliver</c>: the steps of those names by hand. They open no warehouse, so a server may run beside them.</summary>
internal static class OutboxCommand
{
    public static Command Notify()
    {
        var json = CommonOptions.Json();
        return new Command("notify", "Tells people what concerns them: notices, daily summary, citizens' links.") { json }.Does(async (parsed, cancellation) =>
        {
            var deployment = parsed.Deployment();
            using var operations = await Operations.Open(deployment, DemoClock.Of(deployment), cancellation);
            var told = await operations.Notifier.RunAsync(cancellation);
            if (parsed.GetValue(json))
                JsonOut.Print(told);
            else
                Console.WriteLine($"{told.Events} events, {told.Notices} notices, {told.Messages} messages");
            return ExitCode.Done;
        });
    }

    public static Command Deliver()
    {
        var json = CommonOptions.Json();
        return new Command("deliver", "Sends the mails and text messages of the outbox that are due.") { json }.Does(async (parsed, cancellation) =>
        {
            var deployment = parsed.Deployment();
            using var operations = await Operations.Open(deployment, DemoClock.Of(deployment), cancellation);
            var sent = await operations.Dispatcher.RunAsync(MessageChannels.Of(deployment), cancellation);
            if (parsed.GetValue(json))
                JsonOut.Print(sent);
            else
                Console.WriteLine($"{sent.Sent} sent, {sent.Waiting} to be tried again, {sent.Dead} given up, {sent.Withdrawn} withdrawn");
            return sent.Dead > 0 ? ExitCode.Refused : ExitCode.Done;
        });
    }
}
