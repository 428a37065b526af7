namespace QualityInsight.Feedback;

/// <summary>
/// What time does to supporting units' tasks: yellow card before, the miss and the red card after, each once. The case's
/// stops do not stop them: each has a clock of its own. Nobody is carded over a provisional deadline.
/// </summary>
internal static class SweepSupport
{
    internal static void Check(Script script, Situation s)
    {
        foreach (var task in s.Case.OpenSupport.ToList())
            if (task.Deadline is { Provisional: false } due)
                Check(script, s, task, due);
    }

    private static void Check(Script script, Situation s, SupportTask task, DeadlineInForce due)
    {
        if (s.Now > due.DueAt)
        {
            script.AddIf(!task.Missed.Contains(due.DueAt), () => new SupportTaskOverdue(task.No, task.OrgCode, due.DueAt));
            script.AddIf(
                s.Policy.YellowCardDays is not null && s.Now >= SweepDeadlines.FirstOverdueDay(s.Calendar, due.DueAt) && !task.Cards.Contains((Card.Red, due.DueAt)),
                () => new SupportCardIssued(task.No, task.OrgCode, Card.Red, due.DueAt));
        }
        else if (s.Policy.YellowCardDays is { } days)
        {
            var from = SweepDeadlines.WarnFrom(s.Calendar, due.DueAt, days);
            script.AddIf(
                s.Now >= from && from >= due.CountedFrom && !task.Cards.Contains((Card.Yellow, due.DueAt)),
                () => new SupportCardIssued(task.No, task.OrgCode, Card.Yellow, due.DueAt));
        }
    }
}
