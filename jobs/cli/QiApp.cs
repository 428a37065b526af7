using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;

namespace QualityInsight.Jobs.Cli;

/// <summary>
/// The command line <c>qi</c>. Exit codes: 0 done · 1 refused by data or policy · 2 wrong usage · 3 fault.
/// Results go to standard output, progress and messages to standard error, so that output can be piped.
/// </summary>
public static class QiApp
{
    /// <summary>Parses and runs one command; never throws.</summary>
    public static async Task<int> Run(string[] args, CancellationToken cancellation = default)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var parsed = Build().Parse(args);
        if (parsed.Errors.Count > 0 && !args.Any(a => a is "--help" or "-h" or "-?"))
        {
            foreach (var error in parsed.Errors)
                Say.Error(error.Message);
            Say.Info($"See: qi {string.Join(' ', CommandPath(parsed))} --help");
            return ExitCode.Usage;
        }
        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }, cancellation);
    }

    internal static RootCommand Build()
    {
        var root = new RootCommand("QualityInsight: how well government service halls serve people, and what is put right.");
        root.Options.Add(CommonOptions.Data);
        root.Options.Add(CommonOptions.Verbose);
        foreach (var command in Commands())
            root.Subcommands.Add(command);
        return root;
    }

    private static IEnumerable<Command> Commands() =>
    [
        DoctorCommand.Create(),
        DemoCommand.Create(),
        ServeCommand.Create(),
        IngestCommand.Create(),
        ProfileCommand.Create(),
        MetricCommand.Create(),
        RouteCommand.Create(),
        OutboxCommand.Notify(),
        OutboxCommand.Deliver(),
        CasesCommand.Create(),
        TextsCommand.Create(),
        SqlCommand.Create(),
        ReportCommand.Create(),
        PublishCommand.Create(),
        CalendarCommand.Create(),
        PolicyCommand.Create(),
        UserCommand.Create(),
        AuditCommand.Create(),
        AlertsCommand.Create(),
        BackupCommand.Backup(),
        BackupCommand.Restore(),
        BenchCommand.Create(),
    ];

    private static IEnumerable<string> CommandPath(ParseResult parsed)
    {
        var path = new Stack<string>();
        for (var at = parsed.CommandResult; at is not null && at.Command is not RootCommand; at = at.Parent as CommandResult)
            path.Push(at.Command.Name);
        return path;
    }
}
