namespace QualityInsight.Reports.Weekly;

/// <summary>A report is not made because its figures could not be trusted. Each reason says what is wrong and where.</summary>
public sealed class ReportRefusedException : Exception
{
    /// <summary>Carries the reasons.</summary>
    public ReportRefusedException(IReadOnlyList<string> reasons)
        : base("The report was refused:\n- " + string.Join("\n- ", reasons) + "\nMend the cause, or make it as a draft (--force).") => Reasons = reasons;

    /// <summary>What is wrong, one thing a line.</summary>
    public IReadOnlyList<string> Reasons { get; }
}
