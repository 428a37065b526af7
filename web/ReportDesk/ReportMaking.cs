using System.Collections.Concurrent;
using QualityInsight.Reports.Making;
using QualityInsight.Reports.Rendering;
using QualityInsight.Reports.Weekly;
using QualityInsight.Warehouse;

namespace QualityInsight.Web.ReportDesk;

/// <summary>How far a report is.</summary>
internal enum MakingStage
{
    Waiting,
    Asking,
    Printing,
    Done,
    Refused,
    Failed,
    Cancelled,
}

/// <summary>A report being made for somebody.</summary>
internal sealed class Making(string id, ReportRequest request, string by, DateTimeOffset since)
{
    public string Id => id;

    public ReportRequest Request => request;

    public string By => by;

    public DateTimeOffset Since => since;

    public MakingStage Stage { get; set; }

    /// <summary>Why it was refused or failed.</summary>
    public string? Why { get; set; }

    public DateTimeOffset? Until { get; set; }

    public bool IsRunning => Until is null;

    internal CancellationTokenSource Stop { get; } = new();
}

/// <summary>Makes reports somebody asks for on the page, two at once, the same one only once; each can be stopped.</summary>
internal sealed class ReportMaking(ReportPress press, ReportShelf shelf, TimeProvider time) : IDisposable
{
    private const int MostWaiting = 20;
    private static readonly TimeSpan Shown = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, Making> _all = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _places = new(2, 2);

    /// <summary>What is being made, and what was within the last minutes, newest first.</summary>
    public IReadOnlyList<Making> List()
    {
        foreach (var (id, making) in _all)
            if (making.Until < time.GetUtcNow() - Shown) _all.TryRemove(id, out _);
        return [.. _all.Values.OrderByDescending(m => m.Since)];
    }

    /// <summary>Begins, unless the same is being made or too many wait.</summary>
    public void Start(ReportRequest request, string by)
    {
        if (_all.Values.Count(m => m.IsRunning) >= MostWaiting || _all.Values.Any(m => m.IsRunning && m.Request == request)) return;
        var making = new Making(Guid.NewGuid().ToString("N"), request, by, time.GetUtcNow());
        _all[making.Id] = making;
        _ = Task.Run(() => Run(making));
    }

    /// <summary>Stops one; whose, the page has checked.</summary>
    public void Cancel(string id)
    {
        if (_all.TryGetValue(id, out var making)) making.Stop.Cancel();
    }

    private async Task Run(Making making)
    {
        var stop = making.Stop.Token;
        try
        {
            await _places.WaitAsync(stop);
            try
            {
                making.Stage = MakingStage.Asking;
                var model = press.Build(making.Request, null, null, stop);
                making.Stage = MakingStage.Printing;
                var printed = await new ReportPrinter(press.Charts, press.Printer).Print(model, stop);
                await shelf.Put(printed, making.By, cancellation: stop);
                making.Stage = MakingStage.Done;
            }
            finally
            {
                _places.Release();
            }
        }
        catch (OperationCanceledException)
        {
            making.Stage = MakingStage.Cancelled;
        }
        catch (ReportRefusedException e)
        {
            await shelf.Refuse(making.Request, e.Reasons, making.By);
            (making.Stage, making.Why) = (MakingStage.Refused, string.Join(" ", e.Reasons));
        }
        catch (Exception e) when (e is RenderingUnavailableException or WarehouseException or Analytics.MetricQueryException or FormatException or IOException)
        {
            (making.Stage, making.Why) = (MakingStage.Failed, e.Message);
        }
        catch (Exception e)
        {
            (making.Stage, making.Why) = (MakingStage.Failed, e.GetType().Name);
        }
        making.Until = time.GetUtcNow();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var making in _all.Values) making.Stop.Cancel();
        _places.Dispose();
    }
}
