using QualityInsight.Analytics.Texts;

namespace QualityInsight.Jobs.Cli;

/// <summary>Says on standard error how far training has come; silent where nobody watches.</summary>
internal sealed class TextBar : IProgress<TextProgress>
{
    private readonly bool _watched = !Console.IsErrorRedirected;

    public void Report(TextProgress value)
    {
        if (_watched)
            Console.Error.Write($"\r{value.Stage} {value.Done}/{value.Total}          ");
    }
}
