using System.Text.Json.Nodes;
using QualityInsight.Jobs.Cli;
using QualityInsight.Testing;
using Spectre.Console;

namespace QualityInsight.Jobs.Tests;

/// <summary>What a command said and how it ended.</summary>
internal sealed record Outcome(int Exit, string Out, string Err)
{
    internal JsonNode Json => JsonNode.Parse(Out)!;

    internal Outcome Ended(int exit)
    {
        Assert.True(Exit == exit, $"ended with {Exit} instead of {exit}\n{Err}\n{Out}");
        return this;
    }
}

/// <summary>Runs <c>qi</c> in this process. The console is the process's own, so all users of it stand in one collection.</summary>
internal static class CommandLine
{
    internal static async Task<Outcome> Qi(params string[] arguments)
    {
        var (before, beforeError, beforeTables) = (Console.Out, Console.Error, AnsiConsole.Console);
        using StringWriter said = new(), errors = new();
        try
        {
            Console.SetOut(said);
            Console.SetError(errors);
            AnsiConsole.Console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(said) });
            var exit = await QiApp.Run(arguments);
            return new Outcome(exit, said.ToString(), errors.ToString());
        }
        finally
        {
            Console.SetOut(before);
            Console.SetError(beforeError);
            AnsiConsole.Console = beforeTables;
        }
    }

    /// <summary>One number by <c>qi sql</c> from the newest serving file.</summary>
    internal static async Task<long> Number(string data, string sql) =>
        (long)(await Qi("sql", sql, "--format", "json", "--data", data)).Ended(0).Json[0]!.AsObject().First().Value!;
}

/// <summary>The tests that use the process's console and the keys' folder, one after another.</summary>
[CollectionDefinition("command line", DisableParallelization = true)]
public sealed class CommandLineCollection : ICollectionFixture<KeysFolder>, ICollectionFixture<SmallDemo>;

/// <summary>Keys of this run lie in a folder of their own, as a deployment's would.</summary>
public sealed class KeysFolder : IDisposable
{
    private readonly TempFolder _folder = new();

    public KeysFolder() => Environment.SetEnvironmentVariable("QI__Keys__Folder", _folder.Path);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("QI__Keys__Folder", null);
        _folder.Dispose();
    }
}
