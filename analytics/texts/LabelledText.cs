namespace QualityInsight.Analytics.Texts;

/// <summary>
/// A text and the labels it has; none is possible where a text may have any number of them. Texts that share a group
/// are never trained on while another of the group is held out (<see cref="FoldPlan"/>).
/// </summary>
public sealed record LabelledText(string Text, IReadOnlyList<string> Labels, IReadOnlyList<string>? Groups = null);
