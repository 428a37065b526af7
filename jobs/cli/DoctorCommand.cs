using System.CommandLine;
using QualityInsight.Jobs.Health;

namespace QualityInsight.Jobs.Cli;

/// <summary><c>qi doctor</c>: what is wrong with this machine or deployment, and how to mend it.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var json = CommonOptions.Json();
        return new Command("doctor", "Says what is wrong with this machine or deployment, and how to mend it.") { json }.Does(async (parsed, cancellation) =>
        {
            var findings = await Checkup.Run(parsed.Deployment(), cancellation);
            if (parsed.GetValue(json))
                JsonOut.Print(findings.Select(f => new { f.What, State = f.State.ToString().ToLowerInvariant(), f.Saw, f.Advice }));
            else
                foreach (var f in findings)
                {
                    Console.WriteLine($"{Sign(f.State)} {f.What}: {f.Saw}");
                    if (f.Advice is not null)
                        Console.WriteLine($"      {f.Advice}");
                }
            return findings.Any(f => f.State == CheckState.Broken) ? ExitCode.Refused : ExitCode.Done;
        });
    }

    private static string Sign(CheckState state) => state switch
    {
        CheckState.Good => "ok   ",
        CheckState.Narrow => "less ",
        _ => "WRONG",
    };
}
