using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using QualityInsight.Feedback;
using QualityInsight.Feedback.Store;
using QualityInsight.Jobs.Scheduled;
using QualityInsight.Testing;
using Quartz;

namespace QualityInsight.Jobs.Tests;

/// <summary>An operations store in a SQLite file, and servers that start and stop on it.</summary>
internal sealed class SchedulerWorld : IDisposable
{
    private readonly TempFolder _folder = new();

    public SchedulerWorld() =>
        Room = FeedbackRoom.OpenAsync(OperationsStore.Sqlite(_folder.File("operations.db")), TimeProvider.System).GetAwaiter().GetResult();

    public FeedbackRoom Room { get; }

    /// <summary>What the host of the last run goes by.</summary>
    public TimeProvider? Clock { get; private set; }

    private string Connection => new SqliteConnectionStringBuilder { DataSource = _folder.File("operations.db") }.ToString();

    /// <summary>A server from its start to its end, and what is done meanwhile.</summary>
    public async Task Run(Schedules schedules, IReadOnlyList<IStep> steps, Func<IScheduler, Task> meanwhile, TimeProvider? time = null)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddSingleton(Room.JobRuns).AddSingleton<IWorkdays>(new OfficeWorkdays(Room.Rules));
        foreach (var step in steps)
            builder.Services.AddSingleton(step);
        builder.Services.AddSchedules(schedules, Connection, isPostgres: false, SchedulerTimes.Usual with { Misfire = TimeSpan.FromSeconds(5) });
        using var host = builder.Build();
        await host.StartAsync();
        Clock = host.Services.GetRequiredService<TimeProvider>();
        await meanwhile(host.Services.GetRequiredService<SchedulerService>().Running!);
        await host.StopAsync();
    }

    public async Task Until(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 200 && !await holds(); i++)
            await Task.Delay(100);
        Assert.True(await holds());
    }

    public int Count(string sql) => Convert.ToInt32(Do(sql, c => c.ExecuteScalar()), CultureInfo.InvariantCulture);

    public void Execute(string sql) => Do(sql, c => c.ExecuteNonQuery());

    private T Do<T>(string sql, Func<SqliteCommand, T> what)
    {
        using var connection = new SqliteConnection(Connection);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return what(command);
    }

    public void Dispose()
    {
        Room.Dispose();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
