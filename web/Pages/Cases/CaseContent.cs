using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Facts;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Cases;

/// <summary>All that the case page shows.</summary>
internal sealed record CaseContent
{
    public required CasePage Page { get; init; }

    /// <summary>The facts of review and matter, or null where the serving file does not hold them.</summary>
    public CaseFacts? Facts { get; init; }

    /// <summary>Other cases nearby, by what they share.</summary>
    public required IReadOnlyList<(Text Share, QueuePage Found)> Nearby { get; init; }

    /// <summary>Forms of the commands this account may give now.</summary>
    public required IReadOnlyList<CommandForm> Forms { get; init; }

    /// <summary>What it may not, and why.</summary>
    public required IReadOnlyList<(CommandForm Form, Refusal Refusal)> Refused { get; init; }

    public required IReadOnlyList<Named> Units { get; init; }

    public required IReadOnlyList<HandlerChoice> Handlers { get; init; }

    /// <summary>The shown names of accounts, by id.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>The account may act on cases at all.</summary>
    public required bool MayAct { get; init; }

    /// <summary>The reader's home unit, or null.</summary>
    public string? MyUnit { get; init; }

    /// <summary>What stands beside the case.</summary>
    public required Besides Besides { get; init; }

    /// <summary>What is shown this once.</summary>
    public CaseNotice Notice { get; init; } = new();

    /// <summary>Name of the command just carried out, or null.</summary>
    public string? Done { get; init; }

    /// <summary>What went wrong with the command just sent, or null.</summary>
    public FailedCommand? Failed { get; init; }
}

/// <summary>A command that was not carried out, with what was filled in.</summary>
/// <param name="Form">Its form.</param>
/// <param name="Values">What was filled in.</param>
/// <param name="Refusal">The loop's refusal, or null where the form itself is incomplete.</param>
/// <param name="Meanwhile">Where the page was stale: what happened since.</param>
internal sealed record FailedCommand(
    CommandForm Form, FormValues Values, Refusal? Refusal, IReadOnlyList<RecordedEvent> Meanwhile)
{
    /// <summary>Nothing failed: a reply was sent in to be checked, and these are the hints.</summary>
    public ReplyHints? Hints { get; init; }

    /// <summary>It was only a check.</summary>
    public bool IsCheck { get; init; }
}
