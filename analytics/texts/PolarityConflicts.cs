using System.Globalization;
using QualityInsight.Warehouse;

namespace QualityInsight.Analytics.Texts;

/// <summary>What comparing words with stars found: reviews read, hidden bad reviews, probably mistaken ones, flags written.</summary>
public sealed record PolarityConflictResult(string Model, int Reviews, int HiddenBad, int Mistaken, int Flagged);

/// <summary>
/// Rule R11: reviews whose words contradict their stars. Levels 4 and 5 with strongly negative words are hidden bad
/// reviews (隐性差评); levels 1 and 2 with strongly positive words are probably mistaken ones (误评). Both become flags
/// for a person to look at; nothing is excluded or changed by them. A review is flagged once.
/// </summary>
public static class PolarityConflicts
{
    private const string Rule = "R11";

    /// <summary>Reads all reviews with text and writes the flags that are missing.</summary>
    public static PolarityConflictResult Run(WarehouseSession session, PolarityModel polarity, TimeProvider time, CancellationToken ct = default)
    {
        var flagged = session.Query(Sql.Load(typeof(PolarityConflicts), "texts.sql.polarity_flags.sql"), r => (r.Text(0), r.Text(1)), cancel: ct).ToHashSet();
        var texts = session.Query(Sql.Load(typeof(PolarityConflicts), "texts.sql.problem_texts.sql"), StoredText.From, cancel: ct)
            .Where(t => t.Level is not null).ToList();
        List<(StoredText Text, PolarityJudgement Judgement)> found = [];
        foreach (var text in texts)
        {
            ct.ThrowIfCancellationRequested();
            var judgement = polarity.Judge(text.Text);
            if (text.Level >= 4 && judgement.IsStronglyNegative || text.Level <= 2 && judgement.IsStronglyPositive)
                found.Add((text, judgement));
        }
        var missing = found.Where(f => !flagged.Contains((f.Text.Source, f.Text.SubjectNo))).ToList();
        if (missing.Count > 0)
            session.InTransaction(() => Append(session, missing, time.GetUtcNow().UtcDateTime));
        return new PolarityConflictResult(polarity.Id, texts.Count,
            found.Count(f => f.Text.Level >= 4), found.Count(f => f.Text.Level <= 2), missing.Count);
    }

    private static void Append(WarehouseSession session, List<(StoredText Text, PolarityJudgement Judgement)> conflicts, DateTime now)
    {
        using var writer = session.Append("integrity_flag");
        foreach (var (text, judgement) in conflicts)
        {
            writer.Set("rule", Rule);
            writer.Set("subject", "review");
            writer.Set("source", text.Source);
            writer.Set("subject_no", text.SubjectNo);
            writer.Set("score", Math.Round(judgement.Probability, 4));
            writer.Set("evidence", string.Create(CultureInfo.InvariantCulture, $"评 {text.Level} 星，文字{(text.Level >= 4 ? "明显不满（隐性差评）" : "明显满意（疑似误评）")}，把握 {judgement.Probability:P0}"));
            writer.Set("found_at", now);
            writer.EndRow();
        }
        writer.Complete();
    }
}
