using QualityInsight.Feedback;
using QualityInsight.Web.Show;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Cases;

/// <summary>A deadline as the screen shows it: words, a mark and a class.</summary>
/// <param name="DueAt">The exact time, or null where none runs.</param>
/// <param name="Words">What is left or lost.</param>
/// <param name="Css"><c>later</c>, <c>today</c> or <c>over</c>.</param>
/// <param name="Step">Which step it is of.</param>
/// <param name="Provisional">It runs into an unannounced year.</param>
internal sealed record DueTime(DateTime? DueAt, string Words, string Css, string? Step, bool Provisional);

/// <summary>Deadlines in words, counted in open time of the bureau's calendar.</summary>
internal sealed class DueTimes(Tongue tongue)
{
    public DueTime Of(CaseView view, WorkingCalendar calendar, DateTime now)
    {
        var step = view.DueStep is { } s ? tongue.NameOf(s) : null;
        if (view.IsStopped)
            return new(null, tongue[CaseWords.Stopped], "none", step, false);
        return view.DueAt is { } due
            ? Of(due, calendar.Remaining(now, due), now, step, view.IsProvisional)
            : new(null, view.IsOpen ? tongue[CaseWords.NoDeadline] : tongue.NameOf(view.State), "none", null, false);
    }

    public DueTime Of(DateTime due, RemainingTime left, DateTime now, string? step, bool provisional) =>
        new(due, tongue.Remaining(left), left.Overdue ? "over" : due.Date == now.Date ? "today" : "later", step, provisional);
}
