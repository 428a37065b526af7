namespace QualityInsight.Jobs.Cli;

/// <summary>Messages for the person at the terminal, on standard error.</summary>
internal static class Say
{
    public static void Info(string message) => Console.Error.WriteLine(message);

    public static void Error(string message) => Console.Error.WriteLine($"qi: {message}");
}
