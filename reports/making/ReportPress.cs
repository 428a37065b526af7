using QualityInsight.Analytics;
using QualityInsight.Reports.AdHoc;
using QualityInsight.Reports.Bulletin;
using QualityInsight.Reports.Daily;
using QualityInsight.Reports.Rendering;
using QualityInsight.Reports.Weekly;
using QualityInsight.Warehouse;

namespace QualityInsight.Reports.Making;

/// <summary>
/// Makes reports of a data folder: from the newest snapshot or a named one, with one warm browser and one engine a snapshot for all
/// of them. Safe for several threads; dispose it to end the browser.
/// </summary>
/// <param name="dataFolder">The data folder; its serving snapshots are read.</param>
/// <param name="time">The clock and zone of time stamps.</param>
public sealed class ReportPress(string dataFolder, TimeProvider time) : IAsyncDisposable
{
    private readonly ChromiumBrowser _browser = new();
    private readonly Lock _gate = new();
    private (string File, ServingReader Reader, MetricEngine Engine)? _open;
    private ChromiumChartRenderer? _charts;

    /// <summary>Draws charts in the warm browser.</summary>
    public ChromiumChartRenderer Charts
    {
        get
        {
            lock (_gate) return _charts ??= new(_browser);
        }
    }

    /// <summary>Prints pages in the warm browser.</summary>
    public IPdfPrinter Printer => new ChromiumPdfPrinter(_browser);

    /// <summary>Builds, draws and prints one report.</summary>
    /// <param name="request">Which.</param>
    /// <param name="options">Tolerances, draft; null for the defaults.</param>
    /// <param name="snapshot">Name of the snapshot to make it from; null for the newest.</param>
    /// <param name="cancellation">Stops between its parts.</param>
    /// <exception cref="ReportRefusedException">Its figures cannot be trusted.</exception>
    /// <exception cref="FormatException">The period does not fit the kind.</exception>
    /// <exception cref="WarehouseException">There is no such snapshot.</exception>
    /// <exception cref="MetricQueryException">Unknown org, metric or dimension.</exception>
    public async Task<PrintedReport> Make(ReportRequest request, WeeklyOptions? options = null, string? snapshot = null, CancellationToken cancellation = default)
    {
        var model = await Task.Run(() => Build(request, options, snapshot, cancellation), cancellation);
        return await new ReportPrinter(Charts, Printer).Print(model, cancellation);
    }

    /// <summary>The report as data, not yet drawn.</summary>
    /// <inheritdoc cref="Make"/>
    public ReportModel Build(ReportRequest request, WeeklyOptions? options = null, string? snapshot = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (reader, engine) = Open(snapshot);
        var facts = new ServingFacts(reader.Snapshot.Name, reader.OpenSession, options);
        return request.Kind switch
        {
            ReportKinds.Weekly => WeeklyReport.Build(engine, facts, request.Period, request.Org, request.Language, time, options, cancellation),
            ReportKinds.Daily => DailyReport.Build(engine, facts, request.Period, request.Org, request.Language, time, options, cancellation),
            ReportKinds.Bulletin => BulletinReport.Build(engine, facts, request.Period, request.Org, request.Language, time, options, cancellation),
            ReportKinds.AdHoc when request.Question is { } question => AdHocReport.Build(engine, facts, question, request.Org, request.Language, time, options, cancellation),
            _ => throw new FormatException($"There is no report \"{request.Kind}\"; there are {string.Join(", ", ReportKinds.Regular)} and {ReportKinds.AdHoc}."),
        };
    }

    private (ServingReader, MetricEngine) Open(string? snapshot)
    {
        var file = snapshot is null
            ? ServingFile.CurrentFile(dataFolder) ?? throw new WarehouseException($"Nothing has been published in {dataFolder} yet: run 'qi publish'.")
            : Named(snapshot);
        lock (_gate)
        {
            if (_open is not { } open || open.File != file)
            {
                // A reader still in use keeps its sessions; it goes when the last of them does.
                var reader = ServingReader.OpenFile(file);
                _open = open = (file, reader, new MetricEngine(new SessionSource(reader)));
            }
            return (open.Reader, open.Engine);
        }
    }

    private string Named(string snapshot)
    {
        var folder = Path.Combine(Path.GetFullPath(dataFolder), "serving");
        var name = Path.GetFileName(snapshot.EndsWith(".duckdb", StringComparison.Ordinal) ? snapshot : snapshot + ".duckdb");
        var file = Path.Combine(folder, name);
        if (File.Exists(file)) return file;
        var kept = Directory.Exists(folder) ? Directory.GetFiles(folder, "quality-*.duckdb").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal) : Enumerable.Empty<string>();
        throw new WarehouseException($"There is no snapshot \"{snapshot}\"; kept are: {string.Join(", ", kept)}.");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_charts is not null) await _charts.DisposeAsync();
        await _browser.DisposeAsync();
        _open?.Reader.Dispose();
    }
}
