using QualityInsight.Web.Facts;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Cases;

/// <summary>What a statement about a case rests on, in words.</summary>
internal static class Evidence
{
    /// <summary>What a label rests on.</summary>
    public static string Of(LabelFacts label, Tongue tongue) => label.Evidence switch
    {
        "TAG" => tongue[CaseWords.FromTag],
        "PERSON" => tongue[CaseWords.FromPerson],
        _ => tongue[CaseWords.FromText, label.Probability],
    };

    /// <summary>Whether a matter ended in time (stops of its clock added to what was promised), or null where that cannot be said.</summary>
    public static string? Lateness(TicketFacts ticket, Tongue tongue)
    {
        if (ticket is not { DueAt: { } due, ClosedAt: { } closed })
            return null;
        var late = closed - due.AddSeconds(ticket.SuspendedSeconds);
        return late > TimeSpan.Zero ? tongue[CaseWords.Late, tongue.Length(late.TotalSeconds)] : tongue[CaseWords.OnTime];
    }
}
