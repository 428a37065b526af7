namespace QualityInsight.Web.Words;

/// <summary>One piece of the interface's text in both its languages, side by side so that neither can be missing.</summary>
/// <param name="Zh">Simplified Chinese, with full-width punctuation.</param>
/// <param name="En">English.</param>
internal readonly record struct Text(string Zh, string En);
