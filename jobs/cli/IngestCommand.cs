using System.CommandLine;
using QualityInsight.Ingest;
using QualityInsight.Jobs.Host;
using QualityInsight.Jobs.Pipeline;

namespace QualityInsight.Jobs.Cli;

/// <summary><c>qi ingest</c>: loads files through a profile; what does not fit goes to quarantine, with reasons.</summary>
internal static class IngestCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("files") { Description = "Files to load.", Arity = ArgumentArity.OneOrMore };
        var profile = new Option<string>("--profile") { Description = "A profile's name, or the path of a .yaml of your own.", Required = true };
        var json = CommonOptions.Json();
        var command = new Command("ingest", "Loads files through a mapping profile.") { files, profile, json };
        command.Does((parsed, cancellation) =>
        {
            var mapping = ProfileCatalog.Load(parsed.GetRequiredValue(profile));
            return Run(parsed, parsed.GetRequiredValue(files), parsed.GetValue(json),
                (runner, file, progress) => runner.Load(mapping, file, progress, cancellation), cancellation);
        });
        command.Subcommands.Add(Retry());
        return command;
    }

    private static Command Retry()
    {
        var batch = new Argument<long>("batch") { Description = "The batch whose refused rows were mended." };
        var file = new Option<string>("--file") { Description = "The file with the mended rows.", Required = true };
        var profile = new Option<string>("--profile") { Description = "The profile they were loaded with.", Required = true };
        var json = CommonOptions.Json();
        return new Command("retry", "Loads the mended rows of an earlier batch.") { batch, file, profile, json }.Does((parsed, cancellation) =>
        {
            var mapping = ProfileCatalog.Load(parsed.GetRequiredValue(profile));
            return Run(parsed, [parsed.GetRequiredValue(file)], parsed.GetValue(json),
                (runner, mended, progress) => runner.Retry(parsed.GetValue(batch), mapping, mended, progress, cancellation), cancellation);
        });
    }

    private static async Task<int> Run(ParseResult parsed, string[] files, bool json,
        Func<IngestRunner, string, IProgress<IngestProgress>, IngestReport> load, CancellationToken cancellation)
    {
        using var workshop = Workshop.Open(parsed.Deployment());
        using var operations = await Operations.Open(workshop.Deployment, workshop.Time, cancellation);
        var runner = workshop.Ingest(new VaultedPeople(operations.Vault!));
        var reports = new List<IngestReport>();
        try
        {
            foreach (var file in files)
            {
                using var progress = new IngestBar(file);
                reports.Add(load(runner, file, progress));
            }
        }
        finally
        {
            // A file refused does not hide what became of those before it.
            Print(reports, json);
        }
        return ExitCode.Done;
    }

    private static void Print(List<IngestReport> reports, bool json)
    {
        if (!json)
            reports.ForEach(IngestPrinter.Print);
        else if (reports.Count > 0)
            JsonOut.Print(reports.Count == 1 ? Json(reports[0]) : (object)reports.Select(Json));
    }

    private static object Json(IngestReport report) => new
    {
        report.Headline.Batch,
        report.Headline.RowsIn,
        report.Headline.Loaded,
        report.Headline.Duplicate,
        report.Headline.Quarantined,
        Seconds = Math.Round(report.Seconds, 3),
        report.File,
        report.Profile,
        report.Encoding,
        Batches = report.Batches.Select(b => new
        {
            b.Batch,
            b.Entity,
            b.RowsIn,
            b.Loaded,
            b.Duplicate,
            b.Quarantined,
            b.Folded,
            b.Skipped,
            b.Nulled,
            b.Reasons,
            b.Warnings,
            b.Note,
        }),
    };
}
