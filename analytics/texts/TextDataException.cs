namespace QualityInsight.Analytics.Texts;

/// <summary>
/// Texts, a model file or options that cannot be used. The message says what is wrong with which file, line or option
/// and what to do.
/// </summary>
public sealed class TextDataException(string message, Exception? inner = null) : Exception(message, inner);
