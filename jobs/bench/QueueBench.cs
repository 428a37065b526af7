using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using QualityInsight.Feedback;
using QualityInsight.Feedback.Store;
using QualityInsight.Jobs.Cli;
using QualityInsight.Warehouse;

namespace QualityInsight.Jobs.Bench;

/// <summary>What is measured.</summary>
internal sealed record QueueBenchOptions(int Open, int Closed, int Handlers, int Seconds, TimeSpan Think, string? Postgres, string Folder, bool Fresh);

/// <summary>What came out; times in milliseconds.</summary>
internal sealed record QueueBenchResult(
    string Engine, Measure Measure, double PerSecond, double FreePerSecond, int Acknowledged, int Lost, IReadOnlyList<RequestCost> Alone, double Floor,
    double FirstSeconds, double CpuPerRequest, double Busy, Measure Disk)
{
    public int Errors => Measure.Errors;

    public (int N, double P50, double P95, double P99) Of(string kind) => Measure.Of(kind);
}

/// <summary>The benchmark of the desk: prepares the store, lets people work, compares what was acknowledged with the history.</summary>
internal static class QueueBench
{
    /// <summary>The list whose bare SQL is the floor.</summary>
    public const string OwnListName = "list, own unit";

    private const int WarmUpSeconds = 5;
    private const int FreeWarmUpSeconds = 3, FreeSeconds = 20;
    private const string OwnList = "/cases?view=MyUnit";

    private static readonly Dictionary<string, string> FirstEvent = new(StringComparer.Ordinal)
    {
        [nameof(AcceptCase)] = nameof(CaseAccepted),
        [nameof(AddNote)] = nameof(NoteAdded),
    };

    public static async Task<QueueBenchResult> RunAsync(QueueBenchOptions o, TimeProvider time, CancellationToken cancel)
    {
        var cluster = Path.Combine(o.Folder, $"pg-{o.Open}-{o.Closed}");
        if (o is { Postgres: "auto", Fresh: true } && Directory.Exists(cluster))
            Directory.Delete(cluster, recursive: true);
        using var server = o.Postgres == "auto"
            ? new PrivatePostgres(cluster, "shared_buffers=1GB", "max_wal_size=4GB", "jit=off") : null;
        var connection = server?.ConnectionString ?? o.Postgres;
        var store = connection is null ? await SqliteAsync(o, time, cancel) : await PostgresAsync(connection, o, time, cancel);
        using var room = await FeedbackRoom.OpenAsync(store, time, cancel: cancel);
        await using var app = await BenchDesk.StartAsync(room, time, Directory.CreateDirectory(Path.Combine(o.Folder, "data")).FullName, cancel);
        var first = Stopwatch.StartNew();
        await room.Desk.CountAsync(Actor.System, cancel);
        var firstSeconds = first.Elapsed.TotalSeconds;
        var url = app.Urls.First();
        var people = BenchStore.People(o.Handlers);
        var alone = await AloneAsync(url, people, await SomeCasesAsync(store, cancel), cancel);
        var floor = await FloorAsync(store, cancel);
        var from = await PositionAsync(store, cancel);
        var (measure, done, disk) = (new Measure(), new List<Acknowledged>(), new Measure { Counts = true });
        using var worked = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var probing = Task.Run(() => DiskProbe.RunAsync(o.Folder, disk, worked.Token), CancellationToken.None);
        var (seconds, cpu) = await WorkAsync(url, people, o.Think, WarmUpSeconds, o.Seconds, measure, done, cancel);
        await worked.CancelAsync();
        await probing;
        var free = new Measure();
        var (freeSeconds, _) = await WorkAsync(url, people, TimeSpan.Zero, FreeWarmUpSeconds, Math.Min(o.Seconds, FreeSeconds), free, done, cancel);
        if (measure.Of("action").N == 0)
            throw new RefusedException("not one action came about: does the case page still hold the forms this benchmark looks for?");
        return new(store.IsSqlite ? "SQLite" : "PostgreSQL", measure, measure.Total / seconds, free.Total / freeSeconds, done.Count, await LostAsync(store, from, done, cancel), alone, floor,
            firstSeconds, cpu.TotalMilliseconds / Math.Max(1, measure.Total), cpu.TotalSeconds / seconds, disk);
    }

    /// <summary>Everybody works at once. How long it was measured, and what processor time the process took meanwhile.</summary>
    private static async Task<(double Seconds, TimeSpan Cpu)> WorkAsync(
        string url, IReadOnlyList<BenchPerson> people, TimeSpan think, int warmUp, int seconds, Measure measure, List<Acknowledged> done, CancellationToken cancel)
    {
        var handlers = people.Select((p, i) => new BenchHandler(url, p, i, measure, think)).ToList();
        foreach (var handler in handlers)
            await handler.LogInAsync(cancel);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var work = handlers.Select(h => Task.Run(() => h.WorkAsync(stop.Token), CancellationToken.None)).ToList();
        await Task.Delay(TimeSpan.FromSeconds(warmUp), cancel);
        measure.Counts = true;
        var (clock, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await Task.Delay(TimeSpan.FromSeconds(seconds), cancel);
        measure.Counts = false;
        var measured = (clock.Elapsed.TotalSeconds, Environment.CpuUsage.TotalTime - cpu);
        await stop.CancelAsync();
        await Task.WhenAll(work);
        done.AddRange(handlers.SelectMany(h => h.Done));
        handlers.ForEach(h => h.Dispose());
        return measured;
    }

    /// <summary>What each kind of request costs while nobody else works.</summary>
    private static async Task<IReadOnlyList<RequestCost>> AloneAsync(string url, IReadOnlyList<BenchPerson> people, IReadOnlyList<string> cases, CancellationToken cancel)
    {
        using var handler = new BenchHandler(url, people[0], 1, new(), TimeSpan.Zero);
        await handler.LogInAsync(cancel);
        var page = await handler.PageAsync("/cases/" + cases[0]);
        // Every note makes a case's page longer: they are spread.
        var written = new Queue<(string No, int Seq)>();
        foreach (var no in cases.Skip(1))
            written.Enqueue((no, BenchHandler.VersionOf(await handler.PageAsync("/cases/" + no))));
        var costs = new List<RequestCost>
        {
            await RequestCost.OfAsync("warming up", () => handler.PageAsync("/cases/" + cases[0])),
            await RequestCost.OfAsync("smallest answer", () => handler.PageAsync("/health/live")),
            await RequestCost.OfAsync(OwnListName, () => handler.PageAsync(OwnList)),
            await RequestCost.OfAsync("list, searched", () => handler.PageAsync(OwnList + "&q=" + Uri.EscapeDataString("材料"))),
            await RequestCost.OfAsync("case page", () => handler.PageAsync("/cases/" + cases[0])),
            await RequestCost.OfAsync("sign on a case", () => handler.BeatAsync(cases[0], page, leaving: false)),
            await RequestCost.OfAsync("counters", () => handler.PageAsync("/cases/counts?view=MyUnit")),
            await RequestCost.OfAsync("action", async () =>
            {
                var (no, seq) = written.Dequeue();
                written.Enqueue((no, await handler.NoteAsync(no, page, seq)));
            }),
        };
        if (people.FirstOrDefault(p => p.UserId.StartsWith("supervisor", StringComparison.Ordinal)) is not { } supervisor)
            return costs[1..];
        using var wide = new BenchHandler(url, supervisor, 1, new(), TimeSpan.Zero);
        await wide.LogInAsync(cancel);
        costs.Add(await RequestCost.OfAsync("list, all units", () => wide.PageAsync("/cases?view=Open")));
        costs.Add(await RequestCost.OfAsync("list, ended", () => wide.PageAsync("/cases?view=Done")));
        return costs[1..];
    }

    private static async Task<OperationsStore> SqliteAsync(QueueBenchOptions o, TimeProvider time, CancellationToken cancel)
    {
        var file = Path.Combine(o.Folder, string.Create(CultureInfo.InvariantCulture, $"queue-{o.Open}-{o.Closed}.db"));
        if (!File.Exists(file) || o.Fresh)
        {
            Say.Info($"  preparing {file}; it is used again next time");
            foreach (var leftover in Directory.GetFiles(o.Folder, Path.GetFileName(file) + "*"))
                File.Delete(leftover);
            await BenchStore.FillAsync(OperationsStore.Sqlite(file + ".new"), o.Open, o.Closed, time, cancel);
            SqliteConnection.ClearAllPools();
            File.Move(file + ".new", file);
        }
        return OperationsStore.Sqlite(file);
    }

    private static async Task<OperationsStore> PostgresAsync(string connection, QueueBenchOptions o, TimeProvider time, CancellationToken cancel)
    {
        var named = new NpgsqlConnectionStringBuilder(connection) { MaxPoolSize = 60, MaxAutoPrepare = 100, AutoPrepareMinUsages = 3 }.ToString();
        var store = OperationsStore.Postgres(named);
        await store.MigrateAsync(cancel);
        await using var db = store.Open();
        if (await db.Cases.AnyAsync(cancel))
            return store;
        Say.Info("  preparing the database; it is used again next time");
        await BenchStore.FillAsync(OperationsStore.Postgres(named), o.Open, o.Closed, time, cancel);
        return store;
    }

    private static async Task<double> FloorAsync(OperationsStore store, CancellationToken cancel)
    {
        var measure = new Measure { Counts = true };
        await using var db = store.Open();
        await db.Database.OpenConnectionAsync(cancel);
        for (var i = 0; i < 120; i++)
        {
            var from = Stopwatch.GetTimestamp();
            await using var rows = await ReadAsync(db, "list_floor.sql", ("@org", "U000"), cancel);
            var values = new object[rows.FieldCount];
            while (await rows.ReadAsync(cancel))
                rows.GetValues(values);
            if (i >= 20)
                measure.Add("floor", from, true);
        }
        return measure.Of("floor").P50;
    }

    /// <summary>Acknowledged actions that the history does not hold right after the version they were given on.</summary>
    private static async Task<int> LostAsync(OperationsStore store, long from, List<Acknowledged> done, CancellationToken cancel)
    {
        var history = new Dictionary<(string, int), (string Type, string Who)>();
        await using var db = store.Open();
        await db.Database.OpenConnectionAsync(cancel);
        await using var rows = await ReadAsync(db, "acknowledged.sql", ("@from", from), cancel);
        while (await rows.ReadAsync(cancel))
            history[(rows.GetString(0), rows.GetInt32(1))] = (rows.GetString(2), rows.GetString(3));
        return done.Count(d => !history.TryGetValue((d.CaseNo, d.Seq + 1), out var e) || e != (FirstEvent[d.Command], d.UserId));
    }

    private static async Task<IReadOnlyList<string>> SomeCasesAsync(OperationsStore store, CancellationToken cancel)
    {
        await using var db = store.Open();
        return await db.Views.Where(v => v.IsOpen && v.OrgCode == "U000" && v.HandlerId == "u0w0").OrderBy(v => v.CaseNo).Select(v => v.CaseNo).Take(100).ToListAsync(cancel);
    }

    private static async Task<long> PositionAsync(OperationsStore store, CancellationToken cancel)
    {
        await using var db = store.Open();
        return await db.Events.MaxAsync(e => e.Position, cancel);
    }

    private static async Task<DbDataReader> ReadAsync(OperationsDb db, string file, (string Name, object Value) parameter, CancellationToken cancel)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = Sql.Load(typeof(QueueBench), file);
        var value = command.CreateParameter();
        (value.ParameterName, value.Value) = parameter;
        command.Parameters.Add(value);
        return await command.ExecuteReaderAsync(cancel);
    }
}
