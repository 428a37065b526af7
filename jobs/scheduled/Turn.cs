using Npgsql;
using QualityInsight.Warehouse;

namespace QualityInsight.Jobs.Scheduled;

/// <summary>
/// Lets one step at a time work on the warehouse: within this process always, and among all servers of a PostgreSQL
/// operations store by an advisory lock, which PostgreSQL takes back by itself when a server dies.
/// </summary>
public sealed class Turn(string? postgres = null) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Waits for the turn; dispose what is returned to pass it on.</summary>
    public async Task<IAsyncDisposable> Take(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        NpgsqlConnection? held = null;
        try
        {
            if (postgres is not null)
            {
                held = new(new NpgsqlConnectionStringBuilder(postgres) { Pooling = false, CommandTimeout = 0, KeepAlive = 30 }.ToString());
                await held.OpenAsync(cancellation);
                await using var command = new NpgsqlCommand(Sql.Load(typeof(Turn), "take_turn.sql"), held);
                await command.ExecuteNonQueryAsync(cancellation);
            }
            return new Held(_one, held);
        }
        catch
        {
            if (held is not null)
                await held.DisposeAsync();
            _one.Release();
            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    private sealed class Held(SemaphoreSlim one, NpgsqlConnection? connection) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (connection is not null)
                await connection.DisposeAsync();
            one.Release();
        }
    }
}
