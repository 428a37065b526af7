using System.CommandLine;
using QualityInsight.Feedback;
using QualityInsight.Jobs.Host;
using QualityInsight.Jobs.Pipeline;

namespace QualityInsight.Jobs.Cli;

/// <summary><c>qi route</c>: a case for every bad review and open hotline order that has none, and the loop's events back into the warehouse.</summary>
internal static class RouteCommand
{
    public static Command Create()
    {
        var history = new Option<bool>("--history") { Description = "The reviews are history: clocks run from the review, not from now." };
        var json = CommonOptions.Json();
        return new Command("route", "Opens a case for every bad review and open hotline order that has none.") { history, json }.Does(async (parsed, cancellation) =>
        {
            using var workshop = Workshop.Open(parsed.Deployment());
            using var operations = await Operations.Open(workshop.Deployment, workshop.Time, cancellation);
            var loop = new Loop(workshop.Warehouse, operations);
            var routed = await loop.Route(parsed.GetValue(history), cancellation);
            var mirrored = await loop.Mirror(cancellation);
            if (parsed.GetValue(json))
            {
                var reviews = routed.Reviews;
                JsonOut.Print(new { reviews.Read, reviews.Opened, reviews.AlreadyRouted, reviews.Excluded, reviews.Deferred, routed.Orders, Mirrored = mirrored });
            }
            else
            {
                Tell("bad reviews", routed.Reviews);
                Tell("hotline orders", routed.Orders);
                Console.WriteLine($"{mirrored} events mirrored");
            }
            return ExitCode.Done;
        });
    }

    private static void Tell(string what, RoutingReport routed)
    {
        Console.WriteLine($"{routed.Read} {what} read = {routed.Opened} cases opened + {routed.AlreadyRouted} had one + {routed.Excluded.Values.Sum()} left out by policy + {routed.Deferred} still to come");
        foreach (var (reason, n) in routed.Excluded)
            Console.WriteLine($"  left out: {n} × {reason}");
    }
}
