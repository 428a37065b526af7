using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace QualityInsight.Feedback.Store;

/// <summary>
/// The operations store (办件处置库): SQLite by default, PostgreSQL by connection string. Opens contexts, keeps the schema
/// up to date, and runs writes one transaction each. On SQLite every commit is on disk when it returns (WAL, full sync).
/// </summary>
public sealed class OperationsStore : IDisposable
{
    private readonly DbContextOptions<OperationsDb> _options;
    // One SQLite file has one writer at a time; waiting here in turn is fairer than polling the file's lock.
    private readonly SemaphoreSlim? _turn;

    private OperationsStore(DbContextOptions<OperationsDb> options, bool isSqlite)
    {
        _options = options;
        IsSqlite = isSqlite;
        _turn = isSqlite ? new(1, 1) : null;
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
    public OperationsDb Open() => new(_options);

    /// <summary>Brings the schema up to date by the embedded scripts; does nothing where it is.</summary>
    /// <exception cref="InvalidOperationException">The store was made by a later version of the program.</exception>
    public Task MigrateAsync(CancellationToken cancel = default) => SchemaScripts.ApplyAsync(this, cancel);

    /// <summary>Runs a write in one transaction; it is durable when this returns. Nothing is kept where it throws.</summary>
    public async Task<T> WriteAsync<T>(Func<OperationsDb, Task<T>> work, CancellationToken cancel = default)
    {
        if (_turn is not null)
            await _turn.WaitAsync(cancel);
        try
        {
            await using var db = Open();
            await using var transaction = await BeginAsync(db, cancel);
            var result = await work(db);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return result;
        }
        finally
        {
            _turn?.Release();
        }
    }

    /// <summary>As <see cref="WriteAsync{T}"/>, without a result.</summary>
    public Task WriteAsync(Func<OperationsDb, Task> work, CancellationToken cancel = default) =>
        WriteAsync(async db => { await work(db); return true; }, cancel);

    /// <inheritdoc />
    public void Dispose()
    {
        _turn?.Dispose();
        if (IsSqlite)
        {
            using var db = Open();
            SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        }
    }

    // Serializable on SQLite means BEGIN IMMEDIATE: the lock is taken before anything is read.
    private Task<IDbContextTransaction> BeginAsync(OperationsDb db, CancellationToken cancel) =>
        db.Database.BeginTransactionAsync(IsSqlite ? IsolationLevel.Serializable : IsolationLevel.ReadCommitted, cancel);

    private sealed class FullSync : DbConnectionInterceptor
    {
        private const string Pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancel = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancel);
        }
    }
}
