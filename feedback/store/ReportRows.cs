namespace QualityInsight.Feedback.Store;

/// <summary>Table <c>report_setting</c>: how somebody gets reports.</summary>
public sealed class ReportSettingRow
{
    /// <summary>Account.</summary>
    public required string UserId { get; set; }
    /// <summary>Office address, or null: no letters.</summary>
    public string? MailAddress { get; set; }
    /// <summary>Language of the report.</summary>
    public Language Language { get; set; }
    /// <summary>ATTACH or LINK.</summary>
    public required string How { get; set; }
    /// <summary>Wants the weekly report.</summary>
    public bool Weekly { get; set; }
    /// <summary>Wants the daily flash.</summary>
    public bool Daily { get; set; }
    /// <summary>Wants the monthly bulletin.</summary>
    public bool Bulletin { get; set; }
}
