using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace QualityInsight.Feedback.Store;

/// <summary>
/// The operations store (办件处置库): SQLite by default, PostgreSQL by connection string. Opens contexts, keeps the schema
/// up to date, and runs writes one transaction each. On SQLite every commit is on disk when it returns (WAL, full sync).
/// </summary>
public sealed class OperationsStore : IDisposable
{
    // A context costs more to make than most of our questions cost to answer; used ones are cleaned and used again.
    private readonly PooledDbContextFactory<OperationsDb> _contexts;
    // One SQLite file has one writer at a time; waiting here in turn is fairer than polling the file's lock.
    private readonly GroupedWriter? _writer;

    private const int MostContexts = 256;

    private OperationsStore(DbContextOptions<OperationsDb> options, bool isSqlite)
    {
        _contexts = new(options, MostContexts);
        IsSqlite = isSqlite;
        _writer = isSqlite ? new(Open) : null;
    }

    /// <summary>True on SQLite, false on PostgreSQL.</summary>
    public bool IsSqlite { get; }

    /// <summary>A store in an SQLite file; the folder must exist.</summary>
    public static OperationsStore Sqlite(string path)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
        return new(new DbContextOptionsBuilder<OperationsDb>().UseSqlite(connection).AddInterceptors(new FullSync()).Options, isSqlite: true);
    }

    /// <summary>A store in a PostgreSQL database.</summary>
    public static OperationsStore Postgres(string connectionString) =>
        new(new DbContextOptionsBuilder<OperationsDb>().UseNpgsql(connectionString).Options, isSqlite: false);

    /// <summary>A context for reading, or for a write that needs no turn. The caller disposes of it.</summary>
    public OperationsDb Open()
    {
        var db = _contexts.CreateDbContext();
        // A write that failed may have left something; the mapper cleans its own things only.
        db.Projected.Clear();
        return db;
    }

    /// <summary>Brings the schema up to date by the embedded scripts; does nothing where it is.</summary>
    /// <exception cref="InvalidOperationException">The store was made by a later version of the program.</exception>
    public async Task MigrateAsync(CancellationToken cancel = default)
    {
        await SchemaScripts.ApplyAsync(this, cancel);
        await SearchIndex.EnsureAsync(this, cancel);
    }

    /// <summary>Commits of the one writer so far; always 0 where the engine takes many.</summary>
    internal long Commits => _writer?.Commits ?? 0;

    /// <summary>
    /// Runs a write whole or not at all; it is durable when this returns. Nothing is kept where it throws. On SQLite, writes that
    /// wait at the same time share a transaction: <paramref name="work"/> reads through its own context, not through another one.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<OperationsDb, Task<T>> work, CancellationToken cancel = default)
    {
        if (_writer is not null)
            return await _writer.RunAsync(work, cancel);
        await using var db = Open();
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
        var result = await work(db);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return result;
    }

    /// <summary>As <see cref="WriteAsync{T}"/>, without a result.</summary>
    public Task WriteAsync(Func<OperationsDb, Task> work, CancellationToken cancel = default) =>
        WriteAsync(async db => { await work(db); return true; }, cancel);

    /// <inheritdoc />
    public void Dispose()
    {
        if (IsSqlite)
        {
            using var db = Open();
            SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        }
    }

    private sealed class FullSync : DbConnectionInterceptor
    {
        // The page cache is a connection's own and counted in KiB; mmap is shared by all and saves copying.
        private const string Pragmas =
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384; PRAGMA mmap_size = 1073741824; PRAGMA temp_store = MEMORY;";

        // Pooled handles keep their settings; a context opens its connection anew for every query.
        private readonly ConditionalWeakTable<object, object> _set = [];

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            if (!_set.TryAdd(((SqliteConnection)connection).Handle!, this))
                return;
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancel = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
