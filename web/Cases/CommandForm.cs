using QualityInsight.Feedback;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Cases;

/// <summary>A command as a form: what it asks, and how the answers become the command.</summary>
/// <param name="Command">The command's name.</param>
/// <param name="Fields">What it asks.</param>
/// <param name="Build">The command from the answers; called with errors too, which then stop it.</param>
internal sealed record CommandForm(
    string Command, IReadOnlyList<FormField> Fields, Func<FormAnswers, CaseCommand> Build)
{
    /// <summary>It stands with what it is about, not in the list of what can be done.</summary>
    public bool StandsElsewhere { get; init; }

    /// <summary>A line under the title.</summary>
    public Text? Hint { get; init; }
}

/// <summary>What a form's answers are read from: the values, and the names of codes.</summary>
/// <param name="Values">The values.</param>
/// <param name="UnitName">The name of a unit by its code, or null.</param>
internal sealed record FormAnswers(FormValues Values, Func<string, string?> UnitName);

/// <summary>A handler a case can be given to.</summary>
/// <param name="UserId">The account.</param>
/// <param name="Name">As shown.</param>
internal sealed record HandlerChoice(string UserId, string Name);
