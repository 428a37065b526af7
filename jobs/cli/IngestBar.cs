using System.Globalization;
using QualityInsight.Ingest;

namespace QualityInsight.Jobs.Cli;

/// <summary>One line on standard error that says how far a load has come; silent where nobody watches.</summary>
internal sealed class IngestBar(string file) : IProgress<IngestProgress>, IDisposable
{
    private readonly bool _watched = !Console.IsErrorRedirected;
    private long _next;

    public void Report(IngestProgress value)
    {
        if (!_watched || Environment.TickCount64 < _next)
            return;
        _next = Environment.TickCount64 + 100;
        var share = value.BytesTotal > 0 ? (double)value.BytesRead / value.BytesTotal : 1;
        var filled = (int)Math.Round(share * 30);
        Console.Error.Write(string.Create(CultureInfo.InvariantCulture,
            $"\r{Path.GetFileName(file)} [{new string('#', filled)}{new string('.', 30 - filled)}] {share:P0} {value.Stage} · {value.Rows:N0} rows, {value.Quarantined:N0} refused   "));
    }

    public void Dispose()
    {
        if (_watched)
            Console.Error.Write($"\r{new string(' ', 110)}\r");
    }
}
