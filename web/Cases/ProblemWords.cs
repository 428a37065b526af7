using System.Collections.Concurrent;
using QualityInsight.Analytics.Texts;

namespace QualityInsight.Web.Cases;

/// <summary>Which words of a review led to a label, by the deployment's own text model; read anew when the file changes.</summary>
internal sealed class ProblemWords(WebOptions options)
{
    private const int Most = 4;
    private readonly ConcurrentDictionary<(string File, DateTime Written), Lazy<TextModel?>> _models = new();

    /// <summary>
    /// The pieces of the text that speak for each label; null where there is no model, or another version of it than the one
    /// that gave the labels, so that no words are shown which did not lead there.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Of(string? text, string? modelId)
    {
        var file = new FileInfo(Path.Combine(options.DataFolder, "models", "problems.qim"));
        if (text is null || modelId is null || !file.Exists)
            return null;
        var key = (file.FullName, file.LastWriteTimeUtc);
        if (!_models.ContainsKey(key))
            _models.Clear();
        var model = _models.GetOrAdd(key, k => new(() => Load(k.File))).Value;
        if (model is null || model.Header.Id != modelId)
            return null;
        return model.Predict(text, Most).Labels.ToDictionary(
            l => l.Label, IReadOnlyList<string> (l) => [.. l.Evidence.Select(e => e.Ngram.Trim()).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)], StringComparer.Ordinal);
    }

    private static TextModel? Load(string file)
    {
        try
        {
            return TextModel.Load(file);
        }
        catch (Exception e) when (e is TextDataException or IOException)
        {
            return null;
        }
    }
}
