namespace QualityInsight.Jobs.Cli;

/// <summary>What <c>qi</c> says to the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int Usage = 2;
    public const int Fault = 3;
}
