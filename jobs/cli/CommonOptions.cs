using System.CommandLine;

namespace QualityInsight.Jobs.Cli;

/// <summary>Options that every command takes.</summary>
internal static class CommonOptions
{
    public static readonly Option<DirectoryInfo> Data = new("--data")
    {
        Description = "The data folder.",
        DefaultValueFactory = _ => new DirectoryInfo(Environment.GetEnvironmentVariable("QI__Data") ?? "data"),
        Recursive = true,
    };

    public static readonly Option<bool> Verbose = new("--verbose")
    {
        Description = "On a fault, print where it happened.",
        Recursive = true,
    };

    public static Option<bool> Json() => new("--json") { Description = "Print the result as JSON." };

    public static Deployment Deployment(this ParseResult parsed) => new(parsed.GetRequiredValue(Data).FullName);
}
