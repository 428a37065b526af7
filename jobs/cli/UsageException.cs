namespace QualityInsight.Jobs.Cli;

/// <summary>The command was written wrongly: exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
