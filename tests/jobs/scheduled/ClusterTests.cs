using System.Diagnostics;
using Npgsql;
using QualityInsight.Feedback;
using QualityInsight.Feedback.Store;
using QualityInsight.Testing;

namespace QualityInsight.Jobs.Tests;

/// <summary>Two schedulers, two processes, one PostgreSQL; one of them is killed.</summary>
public sealed class ClusterTests
{
    private const string Schedule = """
        zone: Asia/Shanghai
        steps:
          route:  { cron: "0/3 * * * * ?", misfire: once, does: x }
          mirror: { cron: "0/3 * * * * ?", misfire: once, does: x }
          label:  { cron: "1/3 * * * * ?", misfire: once, does: x }
        """;

    [PostgresFact]
    public async Task Two_servers_run_no_firing_twice_no_two_warehouse_steps_at_once_and_one_takes_over_when_the_other_is_killed()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("s.yaml"), Schedule);
        using var server = new PostgresServer();
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await Execute(source, "CREATE TABLE work (step TEXT, process INT, began TIMESTAMP, ended TIMESTAMP)");
        using (await FeedbackRoom.OpenAsync(OperationsStore.Postgres(server.ConnectionString), TimeProvider.System))
        {
        }
        using var one = new Scheduler(server.ConnectionString, folder.File("s.yaml"));
        using var two = new Scheduler(server.ConnectionString, folder.File("s.yaml"));

        await Until([one, two], async () => await Count(source, "SELECT count(DISTINCT process) FROM work") == 2 && await Count(source, "SELECT count(*) FROM work") >= 8);
        // Killed in the middle of a step: the line comes at its beginning.
        await one.Begins();
        one.Kill();
        var killed = await Count(source, "SELECT max(id) FROM job_run");
        const string died = "SELECT count(*) FROM job_run WHERE outcome = 'DIED'";
        const string takenOver = "SELECT count(*) FROM job_run d JOIN job_run r USING (job, scheduled_utc) WHERE d.outcome = 'DIED' AND r.outcome = 'DONE'";
        try
        {
            // It may have died over two steps: one at work, one waiting for the warehouse.
            await Until([one, two], async () => await Count(source, takenOver) is var again and >= 1 && again == await Count(source, died)
                && await Count(source, $"SELECT count(*) FROM job_run WHERE id > {killed} AND outcome = 'DONE'") >= 6);
        }
        catch
        {
            await using var dump = source.CreateCommand("SELECT string_agg(id || ' ' || job || ' ' || coalesce(scheduled_utc::TEXT, '') || ' ' || server || ' ' || coalesce(outcome, ''), chr(10) ORDER BY id) FROM job_run");
            throw new InvalidOperationException((string)(await dump.ExecuteScalarAsync())!);
        }
        two.End();

        Assert.Equal(0, await Count(source, "SELECT count(*) FROM (SELECT job, scheduled_utc FROM job_run WHERE outcome = 'DONE' GROUP BY job, scheduled_utc HAVING count(*) > 1) t"));
        Assert.Equal(0, await Count(source, "SELECT count(*) FROM work a, work b WHERE a.ctid <> b.ctid AND a.began < b.ended AND b.began < a.ended"));
        // What the killed one had begun was run again by the other, for the same firing, and only once.
        Assert.Equal(await Count(source, died), await Count(source, takenOver));
    }

    private static async Task Until(Scheduler[] servers, Func<Task<bool>> holds)
    {
        var watch = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(120), "two minutes passed\n" + string.Concat(servers.Select(s => s.Wrong)));
            await Task.Delay(300);
        }
    }

    private static async Task<long> Count(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task Execute(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary><see cref="SchedulerProcess"/>, seen from the test.</summary>
    private sealed class Scheduler : IDisposable
    {
        private readonly Process _process;

        public Scheduler(params string[] arguments)
        {
            _process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "QualityInsight.Jobs.Tests.dll"), .. arguments])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            _process.ErrorDataReceived += (_, line) => Wrong += line.Data + "\n";
            _process.BeginErrorReadLine();
        }

        public string Wrong { get; private set; } = "";

        public async Task Begins()
        {
            // Whatever was said before is old news.
            for (var fresh = Stopwatch.StartNew(); await _process.StandardOutput.ReadLineAsync() is { } line;)
            {
                if (line.StartsWith("begins", StringComparison.Ordinal) && fresh.ElapsedMilliseconds > 200)
                    return;
                if (fresh.ElapsedMilliseconds > 60_000)
                    break;
            }
            Assert.Fail("it began nothing");
        }

        public void Kill()
        {
            _process.Kill();
            _process.WaitForExit();
        }

        public void End()
        {
            _process.StandardInput.Close();
            Assert.True(_process.WaitForExit(30_000));
        }

        public void Dispose()
        {
            if (!_process.HasExited)
                Kill();
            _process.Dispose();
        }
    }
}

/// <summary>A test that needs PostgreSQL; skipped, saying so, where the machine has none.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (!PostgresServer.IsAvailable)
            Skip = PostgresServer.Absent;
    }
}
