using System.Diagnostics;
using QualityInsight.Warehouse;

namespace QualityInsight.Analytics.Texts;

/// <summary>
/// Says what went wrong (P01 … P13, P99) in the reviews and hotline orders of the warehouse, in <c>text_label</c>:
/// by ticked indicators (evidence TAG) and by the words of the text (evidence TEXT), the two kept apart. A text that
/// the model is not sure of gets no row. Facts are never changed.
/// </summary>
public static class ProblemLabeller
{
    private const string Axis = "PROBLEM";

    /// <summary>
    /// Labels everything there is; what is labelled already stays as it is. Reviews of levels 1 to 3 and complaints of
    /// the hotline are always read. Of reviews with levels 4 and 5 only those whose words are negative (hidden bad
    /// reviews, 隐性差评) are, so without a polarity model none of them is.
    /// </summary>
    /// <exception cref="TextDataException">The model gives other labels than those of the taxonomy.</exception>
    public static LabellingResult Run(WarehouseSession session, TextModel model, PolarityModel? polarity, TimeProvider time,
        IProgress<TextProgress>? progress = null, CancellationToken ct = default)
    {
        if (model.Labels.FirstOrDefault(l => ProblemTaxonomy.Find(l) is null) is { } foreign)
            throw new TextDataException($"The model '{model.Header.Id}' gives the label '{foreign}', which is no problem type. Train one on texts labelled P01 to P13 and P99.");
        var clock = Stopwatch.StartNew();
        var byTag = session.Execute(Sql.Load(typeof(ProblemLabeller), "texts.sql.insert_tag_problems.sql"),
            new SqlArguments { ["now"] = time.GetUtcNow().UtcDateTime }, ct);
        var texts = session.Query(Sql.Load(typeof(ProblemLabeller), "texts.sql.problem_texts.sql"), StoredText.From, cancel: ct);
        var outcome = TextLabelWriter.Write(session, model, Axis, texts,
            text => text.Level is null or <= 3 || (polarity?.Judge(text.Text).IsStronglyNegative ?? false), time, progress, ct);
        return new LabellingResult
        {
            Model = model.Header.Id,
            Axis = Axis,
            Texts = outcome.Texts,
            Labelled = outcome.Labelled,
            Abstained = outcome.Abstained,
            AddedByTag = byTag,
            AddedByText = outcome.Added,
            Removed = outcome.Removed,
            Seconds = clock.Elapsed.TotalSeconds,
        };
    }
}

/// <summary>
/// Says what a hotline order is about (axis MATTER) where its feed does not: the taxonomy the model was trained on.
/// </summary>
public static class MatterLabeller
{
    /// <summary>Labels everything there is; what is labelled already stays as it is.</summary>
    public static LabellingResult Run(WarehouseSession session, TextModel model, TimeProvider time,
        IProgress<TextProgress>? progress = null, CancellationToken ct = default)
    {
        var clock = Stopwatch.StartNew();
        var texts = session.Query(Sql.Load(typeof(MatterLabeller), "texts.sql.matter_texts.sql"), StoredText.From, cancel: ct);
        var outcome = TextLabelWriter.Write(session, model, "MATTER", texts, _ => true, time, progress, ct);
        return new LabellingResult
        {
            Model = model.Header.Id,
            Axis = "MATTER",
            Texts = outcome.Texts,
            Labelled = outcome.Labelled,
            Abstained = outcome.Abstained,
            AddedByTag = 0,
            AddedByText = outcome.Added,
            Removed = outcome.Removed,
            Seconds = clock.Elapsed.TotalSeconds,
        };
    }
}
