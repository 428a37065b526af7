using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using QualityInsight.Feedback;
using QualityInsight.Feedback.Store;
using QualityInsight.Jobs.Scheduled;

namespace QualityInsight.Jobs.Tests;

/// <summary>
/// A scheduler in a process of its own: <c>dotnet QualityInsight.Jobs.Tests.dll POSTGRES SCHEDULE.yaml</c>. Its steps write
/// when they worked into the table <c>work</c>, and a line to standard output.
/// </summary>
public static class SchedulerProcess
{
    public static async Task Main(string[] args)
    {
        using var room = await FeedbackRoom.OpenAsync(OperationsStore.Postgres(args[0]), TimeProvider.System);
        var schedules = Schedules.Load(args[1]);
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Services.AddSingleton(TimeProvider.System);
        room.AddTo(builder.Services);
        foreach (var schedule in schedules.Steps)
            builder.Services.AddSingleton<IStep>(new Worker(schedule.Step, args[0]));
        builder.Services.AddSchedules(schedules, args[0], isPostgres: true, new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)));
        using var host = builder.Build();
        await host.StartAsync();
        Console.WriteLine("ready");
        await Console.In.ReadToEndAsync();
        await host.StopAsync();
    }

    private sealed class Worker(string name, string connection) : IStep
    {
        public string Name => name;

        public async Task<string> Run(CancellationToken cancellation)
        {
            var from = DateTime.UtcNow;
            Console.WriteLine($"begins {name}");
            await Task.Delay(700, cancellation);
            await using var source = NpgsqlDataSource.Create(connection);
            await using var command = source.CreateCommand("INSERT INTO work VALUES ($1, $2, $3, $4)");
            command.Parameters.Add(new() { Value = name });
            command.Parameters.Add(new() { Value = Environment.ProcessId });
            command.Parameters.Add(new() { Value = DateTime.SpecifyKind(from, DateTimeKind.Unspecified) });
            command.Parameters.Add(new() { Value = DateTime.SpecifyKind(DateTime.UtcNow, DateTimeKind.Unspecified) });
            await command.ExecuteNonQueryAsync(cancellation);
            return Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        }
    }
}
