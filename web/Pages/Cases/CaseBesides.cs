using QualityInsight.Feedback;
using QualityInsight.Feedback.Store;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Cases;

/// <summary>What stands beside the case itself.</summary>
internal sealed record Besides
{
    /// <summary>Colleagues who have the case open now.</summary>
    public IReadOnlyList<Present> Others { get; init; } = [];

    /// <summary>Templates filled in for the case; only where a reply can be written.</summary>
    public IReadOnlyList<FilledTemplate> Templates { get; init; } = [];

    /// <summary>Hints about the reply that is judged or was just written.</summary>
    public ReplyHints? Hints { get; init; }

    /// <summary>What people said about labels.</summary>
    public IReadOnlyList<LabelDecision> Decisions { get; init; } = [];

    /// <summary>Which words led to which label; null where that cannot be said.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? LabelWords { get; init; }

    /// <summary>Files can be kept here: how large they may be, or null.</summary>
    public long? MostBytes { get; init; }

    /// <summary>The account may ask for contact data.</summary>
    public bool MayReveal { get; init; }

    /// <summary>The account may decide on labels.</summary>
    public bool MayLabel { get; init; }

    /// <summary>The account may ask for the citizen's other reviews.</summary>
    public bool MaySeeCitizen { get; init; }

    /// <summary>Who looked at contact data and files; null for those who are not shown that.</summary>
    public IReadOnlyList<AccessAuditRow>? Looks { get; init; }
}

/// <summary>What a page shows once, after something was asked for or went wrong on it.</summary>
internal sealed record CaseNotice
{
    /// <summary>Contact data asked for just now.</summary>
    public Contact? Contact { get; init; }

    /// <summary>Contact data were asked for, and there are none.</summary>
    public bool NoContact { get; init; }

    /// <summary>The purpose was missing.</summary>
    public bool PurposeMissing { get; init; }

    /// <summary>Why files were not kept.</summary>
    public IReadOnlyList<string> FileErrors { get; init; } = [];

    /// <summary>Files kept.</summary>
    public int FilesKept { get; init; }

    /// <summary>A template to fill in.</summary>
    public string? TemplateId { get; init; }
}

/// <summary>Gathers it.</summary>
internal sealed class CaseBesides(
    PresenceBoard presence, ReplyDesk replies, LabelDecisions labels, AccessAudit audit, ProblemWords words, EvidenceVault? evidence = null, PersonVault? vault = null)
{
    private const int Looks = 50;

    public async Task<Besides> OfAsync(CasePage page, Facts.CaseFacts? facts, Actor actor, CancellationToken cancel)
    {
        var @case = page.Case;
        bool Allowed(string command) => page.Commands.Any(c => c.Name == command && c.Allowed);
        var model = facts?.Labels.FirstOrDefault(l => l is { Axis: "PROBLEM", Evidence: "TEXT" })?.Model;
        return new()
        {
            Others = await presence.OthersAsync([@case.CaseNo], actor.UserId, cancel),
            Templates = Allowed(nameof(SubmitFeedback)) ? await replies.TemplatesAsync(@case, page.Now, cancel) : [],
            Hints = Allowed(nameof(JudgeFeedback)) ? await replies.HintsAsync(@case.Reply, @case, page.Now, cancel) : null,
            Decisions = @case.Review is { } review ? await labels.OfAsync(review.Source, review.ReviewNo, cancel) : [],
            LabelWords = words.Of(@case.Review?.TextMasked, model),
            MostBytes = evidence?.MaxBytes,
            MayReveal = vault is not null && PersonVault.MayReveal(@case, actor),
            MayLabel = LabelDecisions.MayDecide(@case, actor),
            MaySeeCitizen = CitizenHistory.MaySee(@case, actor),
            Looks = actor.Is(Role.UnitLeader, Role.Supervisor, Role.Manager, Role.Auditor) && !page.IsRated
                ? await audit.OfAsync(@case.CaseNo, Looks, cancel) : null,
        };
    }
}
