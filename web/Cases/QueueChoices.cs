using QualityInsight.Feedback;
using QualityInsight.Web.Facts;

namespace QualityInsight.Web.Cases;

/// <summary>What the queue's filters and actions choose from.</summary>
internal sealed record QueueChoices
{
    /// <summary>Ways of rating that a case can have come by.</summary>
    public static IReadOnlyList<string> Channels { get; } = ["PC", "MOBILE", "QR", "HALL_PAD", "HALL_TERMINAL", "SELF_SERVICE", "PHONE", "SMS"];

    /// <summary>Service-problem labels.</summary>
    public static IReadOnlyList<string> Labels { get; } = [.. Enumerable.Range(1, 13).Select(n => $"P{n:D2}")];

    public required IReadOnlyList<Named> Units { get; init; }

    public required IReadOnlyList<Named> Halls { get; init; }

    /// <summary>Handlers of the reader's own unit; empty where there is none.</summary>
    public required IReadOnlyList<HandlerChoice> Handlers { get; init; }

    /// <summary>Reply templates of the reader's unit; empty for those who do not reply.</summary>
    public required IReadOnlyList<ReplyTemplate> Templates { get; init; }

    public required IReadOnlyList<SavedView> Saved { get; init; }

    public required QueueLikes Likes { get; init; }
}

/// <summary>Gathers <see cref="QueueChoices"/> for a reader.</summary>
internal sealed class QueueChooser(IDirectory directory, Colleagues colleagues, ReplyTemplates templates, SavedViews saved)
{
    public async Task<QueueChoices> OfAsync(Actor actor, QueueLikes likes, CancellationToken cancel) => new()
    {
        Units = [.. (await directory.UnitsAsync(cancel)).Where(u => actor.Scope.Covers(u.Code))],
        Halls = await directory.HallsAsync(cancel),
        Handlers = actor.OrgCode is { } org ? await colleagues.HandlersOfAsync(org, cancel) : [],
        Templates = actor.Is(Role.Handler, Role.UnitLeader) ? await templates.ForAsync(actor.OrgCode, cancel) : [],
        Saved = await saved.ListAsync(actor, cancel),
        Likes = likes,
    };
}
