using System.CommandLine;
using System.Globalization;
using QualityInsight.Feedback;
using QualityInsight.Jobs.Host;
using Spectre.Console;

namespace QualityInsight.Jobs.Cli;

/// <summary><c>qi cases</c>: the loop from the command line. Reads the operations store, which a server may hold at the same time.</summary>
internal static class CasesCommand
{
    public static Command Create()
    {
        var command = new Command("cases", "The loop from the command line.");
        command.Subcommands.Add(List());
        command.Subcommands.Add(Show());
        return command;
    }

    private static Command List()
    {
        var view = new Option<QueueView>("--view") { Description = "Open, Overdue, DueToday, Appeals, Supervised, Done, All, …", DefaultValueFactory = _ => QueueView.Open };
        var org = new Option<string?>("--org") { Description = "A unit's code." };
        var text = new Option<string?>("--text") { Description = "Words in number, text, item, hall, counter." };
        var page = new Option<int>("--page") { DefaultValueFactory = _ => 1, Description = "Page, from 1." };
        var size = new Option<int>("--page-size") { DefaultValueFactory = _ => 20, Description = "Rows a page, at most 500." };
        var json = CommonOptions.Json();
        return new Command("list", "A page of the queue, next deadline first.") { view, org, text, page, size, json }.Does(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(page) < 1 || parsed.GetValue(size) is < 1 or > 500)
                throw new UsageException("--page from 1, --page-size 1 to 500");
            using var operations = await Open(parsed, cancellation);
            var found = await operations.Desk.QueueAsync(new QueueQuery
            {
                View = parsed.GetValue(view),
                OrgCode = parsed.GetValue(org),
                Text = parsed.GetValue(text),
                Page = parsed.GetValue(page),
                PageSize = parsed.GetValue(size),
            }, Actor.System, cancellation);
            if (parsed.GetValue(json))
                JsonOut.Print(new { found.Total, found.Page, found.PageSize, found.Now, found.Rows });
            else
                Print(found);
            return ExitCode.Done;
        });
    }

    private static Command Show()
    {
        var number = new Argument<string>("number") { Description = "The case's number." };
        var json = CommonOptions.Json();
        return new Command("show", "One case: its state, deadlines with their stories, and history.") { number, json }.Does(async (parsed, cancellation) =>
        {
            using var operations = await Open(parsed, cancellation);
            var no = parsed.GetRequiredValue(number);
            var page = await operations.Desk.CaseAsync(no, Actor.System, cancellation)
                ?? throw new RefusedException($"there is no case {no}; qi cases list shows the numbers");
            if (parsed.GetValue(json))
                JsonOut.Print(new
                {
                    page.View,
                    Deadlines = page.Deadlines.Select(d => new { Step = d.Deadline.Step.ToString(), d.Deadline.DueAt, Story = d.Story.Select(l => l.Zh) }),
                    Events = page.Events.Select(e => new { e.Seq, Type = e.Data.GetType().Name, e.At, e.ActorId }),
                });
            else
                Print(page);
            return ExitCode.Done;
        });
    }

    private static Task<FeedbackRoom> Open(ParseResult parsed, CancellationToken cancellation)
    {
        var deployment = parsed.Deployment();
        if (Operations.PostgresConnection is null && !File.Exists(deployment.OperationsDatabase))
            throw new RefusedException($"{deployment.Root} has no cases yet: run qi route, or qi demo");
        return Operations.Open(deployment, DemoClock.Of(deployment), cancellation);
    }

    private static void Print(QueuePage found)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var head in new[] { "number", "level", "state", "unit", "item", "due", "handler" })
            table.AddColumn(head);
        foreach (var c in found.Rows)
            table.AddRow(new[] { c.CaseNo, c.Level.ToString(CultureInfo.InvariantCulture), c.State.ToString(), c.OrgName ?? c.OrgCode ?? "", c.ItemName ?? "",
                c.DueAt?.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "", c.HandlerName ?? "" }.Select(Markup.Escape).ToArray());
        AnsiConsole.Write(table);
        Console.WriteLine($"{found.Rows.Count} of {found.Total}, at {found.Now.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}");
    }

    private static void Print(CasePage page)
    {
        var v = page.View;
        Console.WriteLine($"{v.CaseNo} · {v.State} · {v.Level}★ of {v.ReviewedAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} · {v.OrgName} · {v.ItemName}");
        Console.WriteLine($"  {v.TextMasked ?? "(no text)"}  [{v.Tags}]");
        foreach (var d in page.Deadlines)
        {
            Console.WriteLine($"  {d.Deadline.Step}: {d.Deadline.DueAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}");
            foreach (var line in d.Story)
                Console.WriteLine($"      {line.Zh}");
        }
        foreach (var e in page.Events)
            Console.WriteLine($"  {e.Seq,3} {e.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} {e.Data.GetType().Name} ({e.ActorId})");
    }
}
