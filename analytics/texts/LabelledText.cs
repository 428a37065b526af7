namespace QualityInsight.Analytics.Texts;

/// <summary>A text and the labels it has; none is possible where a text may have any number of them.</summary>
public sealed record LabelledText(string Text, IReadOnlyList<string> Labels);
