using System.Diagnostics;
using System.Runtime.CompilerServices;
using QualityInsight.Warehouse;

namespace QualityInsight.Ingest;

/// <summary>
/// Loads a feed's file through its profile: decode, map, check, mask, then in one transaction dedupe, load and
/// quarantine. After a crash at any moment the warehouse holds whole batches only. One load at a time a warehouse.
/// </summary>
/// <param name="warehouse">The warehouse; this process owns it.</param>
/// <param name="hasher">Makes keyed hashes of people.</param>
/// <param name="time">The clock.</param>
/// <param name="people">Where contact data goes; nowhere by default.</param>
public sealed class IngestRunner(DataWarehouse warehouse, PersonHasher hasher, TimeProvider time, IPersonSink? people = null)
{
    private static readonly ConditionalWeakTable<DataWarehouse, SemaphoreSlim> Gates = [];
    private readonly IPersonSink _people = people ?? NoPersonSink.Instance;

    /// <summary>Called between the steps of a load, for tests of what a fault leaves behind.</summary>
    internal Action<string>? Step { get; set; }

    /// <summary>Loads one file.</summary>
    /// <param name="profile">How to read it.</param>
    /// <param name="path">The file; .gz is unpacked on the way.</param>
    /// <param name="progress">Told every few thousand rows.</param>
    /// <param name="cancel">Stops the load; nothing of it stays.</param>
    /// <exception cref="IngestRefusedException">The file cannot be loaded as a whole; nothing of it was.</exception>
    public IngestReport Load(Profile profile, string path, IProgress<IngestProgress>? progress = null, CancellationToken cancel = default) =>
        Load(profile, path, null, progress, cancel);

    /// <summary>Loads the mended rows of a batch's quarantine with the batch's profile.</summary>
    /// <param name="batch">The batch whose rows were refused.</param>
    /// <param name="profile">Its profile, mended or not.</param>
    /// <param name="mended">The mended file: same columns, only the mended rows (others count as duplicates).</param>
    /// <param name="progress">Told every few thousand rows.</param>
    /// <param name="cancel">Stops the load.</param>
    /// <exception cref="IngestRefusedException">There is no such batch, it was of another profile, nothing of it was quarantined, or the file cannot be loaded.</exception>
    public IngestReport Retry(long batch, Profile profile, string mended, IProgress<IngestProgress>? progress = null, CancellationToken cancel = default)
    {
        using (var session = warehouse.OpenSession())
        {
            var found = session.QueryFirstOrDefault("SELECT profile, quarantined FROM batch WHERE batch_id = $batch",
                r => new { Profile = r.Text(0), Quarantined = r.Long(1) }, new() { ["batch"] = batch }, cancel);
            if (found is null)
                throw new IngestRefusedException(RefusalKind.NothingToRetry, mended, $"there is no batch {batch}.", "See the list of batches.");
            if (found.Profile != profile.Name)
                throw new IngestRefusedException(RefusalKind.NothingToRetry, mended, $"batch {batch} was made with profile {found.Profile}, not {profile.Name}.", "Use that profile.");
            if (found.Quarantined == 0)
                throw new IngestRefusedException(RefusalKind.NothingToRetry, mended, $"batch {batch} has nothing in quarantine.", "Load the file as any other.");
        }

        return Load(profile, mended, $"retry of batch {batch}", progress, cancel);
    }

    private IngestReport Load(Profile profile, string path, string? note, IProgress<IngestProgress>? progress, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        using var file = SourceFile.Open(path);
        var (encoding, encodingName) = EncodingProbe.Detect(file, profile.Format.Encoding);
        var gate = Gates.GetValue(warehouse, static _ => new SemaphoreSlim(1, 1));
        gate.Wait(cancel);
        try
        {
            using var session = warehouse.OpenSession();
            var startedUtc = time.GetUtcNow().UtcDateTime;
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            var hashing = Task.Run(() => SourceFile.Hash(path, stop.Token), stop.Token);
            try
            {
                var load = new FileLoad(session, profile, file, startedUtc, note, encodingName) { Step = Step };
                if (load.MayBeKnown()) hashing.WaitAsync(cancel).GetAwaiter().GetResult();
                if (hashing.IsCompletedSuccessfully && load.AlreadyLoaded(hashing.Result, time) is { } again)
                    return Finish(profile, path, again, clock, encodingName, progress, file);

                using var rows = Rows(profile, file, encoding);
                var header = HeaderMatch.Require(profile, rows.Headers, path);
                var nowLocal = TimeZoneInfo.ConvertTimeFromUtc(startedUtc, profile.Zone);
                OutputMapper[] mappers = [.. profile.Outputs.Select((_, i) => new OutputMapper(profile, i, header, hasher, _people.Wanted, nowLocal))];
                using var pump = new RowPump(rows, mappers, profile.Headline,
                    (n, bad) => progress?.Report(new IngestProgress("reading", file.Position, file.Length, n, bad)), cancel);
                var batches = load.Run(pump, mappers, hashing, time,
                    stage => progress?.Report(new IngestProgress(stage, file.Length, file.Length, pump.Rows, mappers[profile.Headline].Refused)), cancel);
                if (_people.Wanted)
                    foreach (var mapper in mappers.Where(m => m.People.Count > 0))
                        _people.Store([.. mapper.People.Values]);
                return Finish(profile, path, batches, clock, encodingName, progress, file);
            }
            finally
            {
                stop.Cancel();
            }
        }
        finally
        {
            gate.Release();
        }
    }

    private static IRowReader Rows(Profile profile, SourceFile file, System.Text.Encoding encoding) => profile.Format.Type == FeedFormat.Jsonl
        ? new JsonlRowReader(file.OpenText(), encoding, profile, file.Path)
        : new CsvRowReader(file.OpenText(), encoding, profile.Format, file.Path);

    private static IngestReport Finish(
        Profile profile, string path, IReadOnlyList<BatchReport> batches, Stopwatch clock, string encoding, IProgress<IngestProgress>? progress, SourceFile file)
    {
        progress?.Report(new IngestProgress("done", file.Length, file.Length, batches[profile.Headline].RowsIn, batches[profile.Headline].Quarantined));
        return new IngestReport(Path.GetFileName(path), profile.Name, batches, profile.Headline, clock.Elapsed.TotalSeconds, encoding);
    }
}
