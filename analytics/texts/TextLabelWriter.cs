using QualityInsight.Warehouse;

namespace QualityInsight.Analytics.Texts;

/// <summary>What labelling did; serialises to the output of <c>qi texts label --json</c>.</summary>
public sealed record LabellingResult
{
    /// <summary>Id of the model.</summary>
    public required string Model { get; init; }
    /// <summary><c>PROBLEM</c> or <c>MATTER</c>.</summary>
    public required string Axis { get; init; }
    /// <summary>Texts read.</summary>
    public required int Texts { get; init; }
    /// <summary>Texts that have at least one label by their words now.</summary>
    public required int Labelled { get; init; }
    /// <summary>Texts the model leaves to a person.</summary>
    public required int Abstained { get; init; }
    /// <summary>Labels written by ticked indicators in this run.</summary>
    public required int AddedByTag { get; init; }
    /// <summary>Labels written by the words of texts in this run.</summary>
    public required int AddedByText { get; init; }
    /// <summary>Labels of former models, or of former versions of a text, taken away.</summary>
    public required int Removed { get; init; }
    /// <summary>Seconds the whole took.</summary>
    public required double Seconds { get; init; }
}

/// <summary>A text of the warehouse: whose it is, the stars of a review, and the words.</summary>
internal readonly record struct StoredText(string Subject, string Source, string SubjectNo, int? Level, string Text)
{
    public static StoredText From(Row row) => new(row.Text("subject"), row.Text("source"), row.Text("subject_no"), row.IntOrNull("level"), row.Text("text"));
}

/// <summary>
/// Brings the predicted labels of one axis in the warehouse in line with what a model says now: adds what is missing,
/// takes away what no longer holds, leaves the rest as it is. Running it again with the same model changes nothing.
/// </summary>
internal static class TextLabelWriter
{
    /// <summary>Texts whose labels are predicted, and how many were left to a person.</summary>
    public sealed record Outcome(int Texts, int Labelled, int Abstained, int Added, int Removed);

    public static Outcome Write(WarehouseSession session, TextModel model, string axis, IReadOnlyList<StoredText> texts,
        Func<StoredText, bool> wanted, TimeProvider time, IProgress<TextProgress>? progress, CancellationToken ct)
    {
        var arguments = new SqlArguments { ["axis"] = axis, ["model"] = model.Header.Id };
        var stale = session.Query(Sql.Load(typeof(TextLabelWriter), "texts.sql.text_labels.sql"),
            r => (Subject: r.Text(0), Source: r.Text(1), No: r.Text(2), Label: r.Text(3)), arguments, ct).ToHashSet();
        List<(StoredText Text, string Label, double Probability)> missing = [];
        int labelled = 0, abstained = 0;
        var probabilities = new double[model.Labels.Count];
        var given = new bool[model.Labels.Count];
        for (var i = 0; i < texts.Count; i++)
        {
            if (i % 1000 == 0)
            {
                ct.ThrowIfCancellationRequested();
                progress?.Report(new TextProgress("labelling texts", i, texts.Count));
            }
            var text = texts[i];
            if (!wanted(text)) continue;
            if (model.Decide(text.Text, probabilities, given)) { abstained++; continue; }
            if (given.Contains(true)) labelled++;
            for (var l = 0; l < given.Length; l++)
                if (given[l] && !stale.Remove((text.Subject, text.Source, text.SubjectNo, model.Labels[l])))
                    missing.Add((text, model.Labels[l], probabilities[l]));
        }
        var removed = session.InTransaction(() =>
        {
            var gone = session.Execute(Sql.Load(typeof(TextLabelWriter), "texts.sql.delete_other_models.sql"), arguments, ct);
            foreach (var (subject, source, no, label) in stale)
                gone += session.Execute(Sql.Load(typeof(TextLabelWriter), "texts.sql.delete_text_label.sql"), new SqlArguments
                {
                    ["axis"] = axis,
                    ["model"] = model.Header.Id,
                    ["subject"] = subject,
                    ["source"] = source,
                    ["subject_no"] = no,
                    ["label"] = label,
                }, ct);
            if (missing.Count > 0) Append(session, model, axis, missing, time.GetUtcNow().UtcDateTime);
            return gone;
        });
        progress?.Report(new TextProgress("labelling texts", texts.Count, texts.Count));
        return new Outcome(texts.Count, labelled, abstained, missing.Count, removed);
    }

    private static void Append(WarehouseSession session, TextModel model, string axis,
        List<(StoredText Text, string Label, double Probability)> labels, DateTime now)
    {
        using var writer = session.Append("text_label");
        foreach (var (text, label, probability) in labels)
        {
            writer.Set("subject", text.Subject);
            writer.Set("source", text.Source);
            writer.Set("subject_no", text.SubjectNo);
            writer.Set("axis", axis);
            writer.Set("label", label);
            writer.Set("evidence", "TEXT");
            writer.Set("probability", Math.Round(probability, 4));
            writer.Set("model", model.Header.Id);
            writer.Set("labelled_at", now);
            writer.EndRow();
        }
        writer.Complete();
    }
}
