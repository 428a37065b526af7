using System.CommandLine;
using QualityInsight.Jobs.Host;

namespace QualityInsight.Jobs.Cli;

/// <summary><c>qi publish</c>: a new serving file from the warehouse as it is now.</summary>
internal static class PublishCommand
{
    public static Command Create()
    {
        var json = CommonOptions.Json();
        return new Command("publish", "Writes, checks and switches to a new serving file.") { json }.Does((parsed, cancellation) =>
        {
            using var workshop = Workshop.Open(parsed.Deployment());
            var snapshot = workshop.Publishing.Run(new Progress<string>(), cancellation);
            if (parsed.GetValue(json))
                JsonOut.Print(new { snapshot = snapshot.Name, snapshot.Path, snapshot.Rows });
            else
                Console.WriteLine($"{snapshot.Name}: {snapshot.Rows.Values.Sum():N0} rows in {snapshot.Rows.Count} tables, {workshop.Deployment.ServingFile}");
            return Task.FromResult(ExitCode.Done);
        });
    }
}
