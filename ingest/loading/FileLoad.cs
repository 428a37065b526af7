using QualityInsight.Warehouse;

namespace QualityInsight.Ingest;

/// <summary>One file on its way into the warehouse: staging, judging, loading and the lineage, in one transaction.</summary>
internal sealed class FileLoad(
    WarehouseSession session, Profile profile, SourceFile file, DateTime startedUtc, string? note, string encoding)
{
    internal Action<string>? Step { get; init; }

    /// <summary>Whether a batch of this profile and size exists, so that the file may be one loaded before.</summary>
    internal bool MayBeKnown() => session.QuerySingle(
        "SELECT count(*) FROM batch WHERE file_bytes = $bytes AND profile_hash = $profile", r => r.Long(0),
        new() { ["bytes"] = file.Length, ["profile"] = profile.Hash }) > 0;

    /// <summary>The same bytes by the same profile again: every row is a duplicate. Null where it is another file.</summary>
    internal List<BatchReport>? AlreadyLoaded(string hash, TimeProvider time)
    {
        var earlier = profile.Outputs.Select(o => session.QueryFirstOrDefault(Sql.Load(typeof(FileLoad), "same_file.sql"),
            r => new { Batch = r.Long(0), Rows = r.Long(1) },
            new() { ["file_hash"] = hash, ["profile_hash"] = profile.Hash, ["entity"] = o.Entity.Name })).ToList();
        if (earlier.Any(e => e is null)) return null;
        return session.InTransaction(() =>
        {
            var batch = NextBatch();
            var reports = new List<BatchReport>();
            for (var i = 0; i < profile.Outputs.Count; i++)
            {
                var said = $"same file as batch {earlier[i]!.Batch}";
                var report = Report(batch + i, profile.Outputs[i], new LoadCounts(earlier[i]!.Rows, 0, earlier[i]!.Rows, 0, 0), null, (null, null)) with { Note = said };
                WriteBatch(report, hash, time.GetUtcNow().UtcDateTime);
                reports.Add(report);
            }

            return reports;
        });
    }

    internal List<BatchReport> Run(RowPump pump, OutputMapper[] mappers, Task<string> hashing, TimeProvider time, Action<string> stage, CancellationToken cancel)
    {
        StageSql[] sql = [.. mappers.Select((m, i) => new StageSql(profile.Outputs[i], i, m.Layout))];
        return session.InTransaction(() =>
        {
            using (var writer = new StageWriter(session, sql, [.. mappers.Select(m => m.Layout)]))
            {
                pump.Run(writer.Write);
                writer.Complete();
            }

            if (pump.Rows == 0)
                throw new IngestRefusedException(RefusalKind.HeaderOnly, file.Path, "has a header and no rows.", "Ask the feed's owner whether the export failed.");
            Step?.Invoke("staged");
            stage("checking");
            var hash = Hash(hashing, cancel);
            var batch = NextBatch();
            var reports = new List<BatchReport>();
            for (var i = 0; i < mappers.Length; i++)
            {
                var loader = new OutputLoader(session, profile, profile.Outputs[i], sql[i], batch + i, startedUtc, cancel);
                stage("loading");
                var counts = loader.Load(mappers[i].Mapped);
                Step?.Invoke($"loaded {profile.Outputs[i].Entity.Name}");
                session.Execute(Sql.Load(typeof(FileLoad), "quarantine_staged.sql"), new() { ["batch"] = batch + i, ["output"] = i }, cancel);
                WriteNulled(batch + i, mappers[i].Nulled.All);
                var report = Report(batch + i, profile.Outputs[i], counts, mappers[i], Events(sql[i], batch + i));
                WriteBatch(report, hash, time.GetUtcNow().UtcDateTime);
                reports.Add(report with { Reasons = Reasons(batch + i) });
            }

            Step?.Invoke("before commit");
            return reports;
        });
    }

    private string Hash(Task<string> hashing, CancellationToken cancel)
    {
        var hash = hashing.WaitAsync(cancel).GetAwaiter().GetResult();
        if (new FileInfo(file.Path).Length != file.Length)
            throw new IngestRefusedException(RefusalKind.Changed, file.Path, "changed while it was read; nothing was loaded.", "Load it again once it is written.");
        return hash;
    }

    private long NextBatch() => session.QuerySingle("SELECT coalesce(max(batch_id), 0) + 1 FROM batch", r => r.Long(0));

    private BatchReport Report(long batch, OutputSpec output, LoadCounts counts, OutputMapper? mapper, (DateTime? First, DateTime? Last) events)
    {
        var refused = mapper?.Refused ?? 0;
        var warnings = new List<string>();
        if (mapper is not null && output.Entity.Name == "review" && mapper.Mapped >= 20 && mapper.Bad * 2 > mapper.Mapped)
            warnings.Add("direction_probably_reversed");
        var notes = new[]
        {
            note,
            counts.Folded > 0 ? $"{counts.Folded} rows folded into the first of their thing" : null,
            mapper?.Skipped > 0 ? $"{mapper.Skipped} rows are no rows of this output" : null,
            warnings.Count > 0 ? string.Join(", ", warnings) : null,
        }.OfType<string>().ToList();
        return new BatchReport
        {
            Batch = batch,
            Feed = profile.Source,
            Profile = profile.Name,
            Entity = output.Entity.Name,
            File = Path.GetFileName(file.Path),
            RowsIn = counts.Staged - counts.Folded + refused,
            Loaded = counts.Loaded,
            Duplicate = counts.Duplicate,
            Quarantined = refused + counts.Conflicts,
            Folded = counts.Folded,
            Skipped = mapper?.Skipped ?? 0,
            Nulled = mapper?.Nulled.All ?? [],
            Warnings = warnings,
            FirstEvent = events.First,
            LastEvent = events.Last,
            Note = notes.Count > 0 ? string.Join("; ", notes) : null,
        };
    }

    private (DateTime? First, DateTime? Last) Events(StageSql sql, long batch) => session.QuerySingle(
        sql.File("event_span"), r => (r.TimestampOrNull(0), r.TimestampOrNull(1)), new() { ["batch"] = batch });

    private List<RefusalCount> Reasons(long batch) =>
    [
        .. session.Query(Sql.Load(typeof(FileLoad), "reasons.sql"),
            r => new RefusalCount(r.Text(0), r.Long(1), r.Long(2), r.Text(3), r.Text(4), r.Text(5)), new() { ["batch"] = batch }),
    ];

    private void WriteNulled(long batch, IReadOnlyList<NulledValue> nulled)
    {
        if (nulled.Count == 0) return;
        using var writer = session.Append("nulled_value");
        foreach (var one in nulled)
        {
            writer.Set("batch_id", batch);
            writer.Set("column_name", one.Field);
            writer.Set("reason", one.Reason);
            writer.Set("n", one.Count);
            writer.Set("example_line", one.ExampleLine);
            writer.Set("example_masked", one.Example);
            writer.EndRow();
        }

        writer.Complete();
    }

    private void WriteBatch(BatchReport report, string hash, DateTime finishedUtc) => session.Execute(Sql.Load(typeof(FileLoad), "insert_batch.sql"), new()
    {
        ["batch"] = report.Batch,
        ["feed"] = report.Feed,
        ["profile"] = report.Profile,
        ["profile_hash"] = profile.Hash,
        ["entity"] = report.Entity,
        ["file_name"] = report.File,
        ["file_hash"] = hash,
        ["file_bytes"] = file.Length,
        ["encoding"] = encoding,
        ["zone"] = profile.Zone.Id,
        ["started_at"] = startedUtc,
        ["finished_at"] = finishedUtc,
        ["rows_in"] = report.RowsIn,
        ["loaded"] = report.Loaded,
        ["duplicate"] = report.Duplicate,
        ["quarantined"] = report.Quarantined,
        ["nulled"] = report.Nulled.Sum(n => n.Count),
        ["first_event"] = report.FirstEvent,
        ["last_event"] = report.LastEvent,
        ["note"] = report.Note,
    });
}
