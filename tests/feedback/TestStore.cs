using System.Data.Common;
using QualityInsight.Feedback.Store;
using QualityInsight.Testing;
#if POSTGRES
using Npgsql;
#else
using Microsoft.Data.Sqlite;
#endif

namespace QualityInsight.Feedback.Tests;

/// <summary>
/// An empty operations store of the engine this assembly is built for: a SQLite file, or (in <c>tests/postgres</c>, which builds
/// the same tests) a database of its own in a real PostgreSQL.
/// </summary>
internal sealed class TestStore : IDisposable
{
    private readonly TempFolder _folder = new();
#if POSTGRES
    private static readonly Lazy<PostgresServer> Server = new(() =>
    {
        var server = new PostgresServer();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Dispose();
        return server;
    });

    private static int _made;

    internal TestStore()
    {
        var name = $"store{Interlocked.Increment(ref _made)}";
        Run(Server.Value.ConnectionString, $"CREATE DATABASE {name}");
        Address = new NpgsqlConnectionStringBuilder(Server.Value.ConnectionString) { Database = name, MaxPoolSize = 20 }.ToString();
    }

    internal static bool IsSqlite => false;

    /// <summary>The connection string.</summary>
    internal string Address { get; }

    internal DbConnection Connect() => new NpgsqlConnection(Address);

    public void Dispose()
    {
        using (var connection = new NpgsqlConnection(Address))
            NpgsqlConnection.ClearPool(connection);
        Run(Server.Value.ConnectionString, $"DROP DATABASE {new NpgsqlConnectionStringBuilder(Address).Database} WITH (FORCE)");
        _folder.Dispose();
    }

    private static void Run(string address, string statement)
    {
        using var connection = new NpgsqlConnection(address);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
#else
    internal static bool IsSqlite => true;

    /// <summary>The file.</summary>
    internal string Address => _folder.File("operations.db");

    internal DbConnection Connect() => new SqliteConnection($"Data Source={Address};Pooling=False");

    public void Dispose() => _folder.Dispose();
#endif

    /// <summary>A folder of the test's own.</summary>
    internal TempFolder Folder => _folder;

    internal OperationsStore Open() => Open(Address);

    /// <summary>Opens a store by its address, as another process would.</summary>
    internal static OperationsStore Open(string address) =>
        IsSqlite ? OperationsStore.Sqlite(address) : OperationsStore.Postgres(address);
}
