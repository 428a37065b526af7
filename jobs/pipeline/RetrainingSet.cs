using Microsoft.EntityFrameworkCore;
using QualityInsight.Analytics.Texts;
using QualityInsight.Feedback;
using QualityInsight.Feedback.Store;
using QualityInsight.Jobs.Host;
using QualityInsight.Warehouse;

namespace QualityInsight.Jobs.Pipeline;

/// <summary>
/// Labelled texts to learn from: what citizens ticked, corrected by what handlers decided, and the deployment's own corpus
/// (<c>models/corpus/train.csv</c>, <c>test.csv</c>) where it has one. Every fifth text by a hash of its number is held
/// out, always the same ones, so that no model is judged by what it learnt.
/// </summary>
/// <param name="Training">To train on.</param>
/// <param name="HeldOut">To judge by.</param>
/// <param name="Decisions">Decisions of people among them.</param>
public sealed record RetrainingSet(IReadOnlyList<LabelledText> Training, IReadOnlyList<LabelledText> HeldOut, int Decisions)
{
    private const int LeastTraining = 500;
    private const int LeastHeldOut = 100;

    /// <summary>Why there is too little to train on; null where there is enough.</summary>
    public string? WhyNot => Training.Count < LeastTraining || HeldOut.Count < LeastHeldOut
        ? $"too few labelled texts: {Training.Count} to train on ({LeastTraining} are needed), {HeldOut.Count} held out ({LeastHeldOut})"
        : null;

    /// <summary>Collects them.</summary>
    public static async Task<RetrainingSet> Read(Workshop workshop, FeedbackRoom operations, CancellationToken cancellation)
    {
        List<LabelDecisionRow> decisions;
        await using (var db = operations.Store.Open())
            decisions = await db.LabelDecisions.AsNoTracking().Where(d => d.Subject == "review" && d.Axis == "PROBLEM").OrderBy(d => d.Id).ToListAsync(cancellation);
        IReadOnlyList<(string Source, string No, string Text, IReadOnlyList<string> Labels)> texts;
        using (var session = workshop.Warehouse.OpenSession())
            texts = session.Query(Sql.Load(typeof(RetrainingSet), "retraining_texts.sql"),
                r => (r.Text("source"), r.Text("review_no"), r.Text("text"), r.TextList("labels")),
                new() { ["judged"] = string.Join('\n', decisions.Select(d => $"{d.Source}\t{d.SubjectNo}").Distinct()) }, cancellation);
        return Of(texts, decisions, Corpus(workshop.Deployment, "train.csv", cancellation), Corpus(workshop.Deployment, "test.csv", cancellation));
    }

    /// <summary>Puts them together; the last word on a label counts. Pure.</summary>
    internal static RetrainingSet Of(IReadOnlyList<(string Source, string No, string Text, IReadOnlyList<string> Labels)> texts,
        IReadOnlyList<LabelDecisionRow> decisions, IReadOnlyList<LabelledText> corpus, IReadOnlyList<LabelledText> corpusHeldOut)
    {
        var words = decisions.ToLookup(d => (d.Source, d.SubjectNo));
        var (training, heldOut) = (new List<LabelledText>(corpus), new List<LabelledText>(corpusHeldOut));
        foreach (var (source, no, text, ticked) in texts)
        {
            var labels = ticked.ToHashSet(StringComparer.Ordinal);
            foreach (var decision in words[(source, no)])
                _ = decision.IsRight ? labels.Add(decision.Label) : labels.Remove(decision.Label);
            (IsHeldOut(source, no) ? heldOut : training).Add(new(text, [.. labels.Order(StringComparer.Ordinal)]));
        }
        return new(training, heldOut, decisions.Count);
    }

    /// <summary>FNV-1a of source and number, every fifth.</summary>
    internal static bool IsHeldOut(string source, string no)
    {
        var hash = 2166136261u;
        foreach (var c in $"{source}\t{no}")
            hash = (hash ^ c) * 16777619u;
        return hash % 5 == 0;
    }

    private static IReadOnlyList<LabelledText> Corpus(Deployment deployment, string file, CancellationToken cancellation)
    {
        var path = Path.Combine(deployment.Models, "corpus", file);
        return File.Exists(path) ? LabelledCsv.Read(path, "text", "labels", ct: cancellation).Texts : [];
    }
}
