using System.CommandLine;
using QualityInsight.Jobs.Host;
using QualityInsight.Jobs.Pipeline;

namespace QualityInsight.Jobs.Cli;

/// <summary><c>qi backup</c> and <c>qi restore</c>: consistent copies of both stores. The keys are not among them.</summary>
internal static class BackupCommand
{
    public static Command Backup()
    {
        var output = new Option<DirectoryInfo>("--out") { Description = "Where the copy goes, best on another disk.", Required = true };
        return new Command("backup", "Copies the warehouse and the operations store, as of one moment each.") { output }.Does((parsed, cancellation) =>
        {
            using var workshop = Workshop.Open(parsed.Deployment());
            foreach (var file in BackupSet.Create(workshop, parsed.GetRequiredValue(output).FullName, cancellation))
                Console.WriteLine(file);
            Say.Info($"The keys in {workshop.Deployment.Keys} are not in it: keep them elsewhere, or contact data cannot be read again.");
            return Task.FromResult(ExitCode.Done);
        });
    }

    public static Command Restore()
    {
        var from = new Argument<DirectoryInfo>("folder") { Description = "A folder that qi backup wrote." };
        return new Command("restore", "Puts a backup in place; what was there stays beside it.") { from }.Does((parsed, _) =>
        {
            var deployment = parsed.Deployment();
            var folder = parsed.GetRequiredValue(from).FullName;
            foreach (var kept in BackupSet.Restore(deployment, folder))
                Console.WriteLine($"what was there: {kept}");
            Console.WriteLine($"restored {folder} into {deployment.Root}; run qi publish");
            return Task.FromResult(ExitCode.Done);
        });
    }
}
