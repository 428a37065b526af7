namespace QualityInsight.Feedback;

/// <summary>What people read, in both languages: refusals, states, roles, commands, events.</summary>
public static class Messages
{
    /// <summary>The whole sentence of a refusal.</summary>
    public static string Explain(Refusal refusal, Language language) => $"{refusal.Command}: {refusal.Key} {language}";
}
