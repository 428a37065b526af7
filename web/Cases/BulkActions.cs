using QualityInsight.Feedback;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Cases;

/// <summary>What can be done to several cases at once.</summary>
/// <param name="Key">What stands in the form.</param>
/// <param name="Command">The command it gives each case.</param>
/// <param name="Roles">Who is offered it; the loop decides again, case by case.</param>
internal sealed record BulkAction(string Key, string Command, Role[] Roles)
{
    /// <summary>Its name.</summary>
    public Text Name() => Key == "reply"
        ? QueueWords.ReplyByTemplate
        : new(Tongue.Of(true).CommandName(Command), Tongue.Of(false).CommandName(Command));
}

/// <summary>The closed list of them.</summary>
internal static class BulkActions
{
    private static readonly BulkAction[] All =
    [
        new("assign", nameof(AssignHandler), [Role.UnitLeader]),
        new("accept", nameof(AcceptCase), [Role.Handler]),
        new("reply", nameof(SubmitFeedback), [Role.Handler, Role.UnitLeader]),
        new("flag", nameof(RaiseFlag), [Role.IntakeClerk, Role.Supervisor, Role.UnitLeader, Role.Handler]),
        new("note", nameof(AddNote), [Role.IntakeClerk, Role.Supervisor, Role.UnitLeader, Role.Handler, Role.AppealReviewer]),
    ];

    /// <summary>Those offered to somebody.</summary>
    public static IEnumerable<BulkAction> For(Actor actor) => All.Where(a => actor.Roles.Overlaps(a.Roles));

    /// <summary>The one of a key, or null.</summary>
    public static BulkAction? Of(string? key) => All.FirstOrDefault(a => a.Key == key);
}
