using QualityInsight.Reports.AdHoc;

namespace QualityInsight.Reports.Making;

/// <summary>The kinds of report.</summary>
public static class ReportKinds
{
    /// <summary>Weekly report (周报), period 2026-W46.</summary>
    public const string Weekly = "weekly";

    /// <summary>Daily flash (日报), period 2026-11-15.</summary>
    public const string Daily = "daily";

    /// <summary>Monthly public bulletin (月度通报), period 2026-10.</summary>
    public const string Bulletin = "bulletin";

    /// <summary>Ad hoc report (专题报告).</summary>
    public const string AdHoc = "adhoc";

    /// <summary>Those made for a period alone, which a schedule or a reader may ask for.</summary>
    public static IReadOnlyList<string> Regular { get; } = [Weekly, Daily, Bulletin];
}

/// <summary>Which report is wanted.</summary>
/// <param name="Kind">One of <see cref="ReportKinds"/>.</param>
/// <param name="Period">Its period as the kind writes it.</param>
/// <param name="Org">Code of the org it is for, with those under it; null for the whole.</param>
/// <param name="Language">The reader's language.</param>
/// <param name="Question">What an ad hoc report asks; null for the others.</param>
public sealed record ReportRequest(string Kind, string Period, string? Org, ReportLanguage Language, AdHocQuestion? Question = null);
