using QualityInsight.Jobs.Pipeline;
using QualityInsight.Reports.Mail;

namespace QualityInsight.Jobs.Cli;

/// <summary>Says what became of reports.</summary>
internal static class ReportPrinting
{
    public static void Print(IReadOnlyList<ReportOutcome> outcomes, bool json)
    {
        if (json)
        {
            JsonOut.Print(outcomes.Select(o => new
            {
                o.Printed.Model.Kind,
                Week = o.Printed.Model.PeriodName,
                o.Printed.Model.Scope,
                Language = o.Printed.Model.Language.ToString(),
                o.Printed.Model.Snapshot,
                o.Printed.Model.Definitions,
                o.Printed.Model.IsDraft,
                o.Printed.Model.Faults,
                o.Files,
                o.Printed.Missing,
                Letters = o.Deliveries.Select(d => new { d.To, State = d.State.ToString(), d.History[^1].What, d.History[^1].Detail }),
            }));
            return;
        }
        foreach (var outcome in outcomes)
        {
            foreach (var file in outcome.Files)
                Console.WriteLine(file);
            if (outcome.Printed.Missing is { } missing)
                Say.Info($"no PDF: {missing}");
            foreach (var fault in outcome.Printed.Model.Faults)
                Say.Info($"draft, because: {fault}");
            foreach (var letter in outcome.Deliveries)
                Console.WriteLine(letter.State == LetterState.Sent ? $"mail to {letter.To} by {letter.History[^1].Detail}" : $"mail to {letter.To} {letter.History[^1].What}: {letter.History[^1].Detail}");
        }
    }
}
