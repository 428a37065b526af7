using QualityInsight.Jobs.Bench;

namespace QualityInsight.Testing;

/// <summary>A real PostgreSQL of its own for tests, empty at first and gone afterwards (<c>PrivatePostgres</c>).</summary>
public sealed class PostgresServer : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly PrivatePostgres _server;

    /// <summary>Makes a cluster and starts it; a few seconds.</summary>
    public PostgresServer() => _server = new(_folder.Path, "fsync=off") { StopMode = "immediate" };

    /// <summary>True where the server's programs are on this machine.</summary>
    public static bool IsAvailable => PrivatePostgres.IsAvailable;

    /// <summary>What a skipped test says.</summary>
    public const string Absent = PrivatePostgres.Absent;

    /// <summary>For Npgsql; a superuser of an empty database.</summary>
    public string ConnectionString => _server.ConnectionString;

    /// <inheritdoc />
    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }
}

/// <summary>A fact that needs <see cref="PostgresServer"/> and skips, saying so, where its programs are absent.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    /// <summary>Skips where there is no PostgreSQL.</summary>
    public PostgresFactAttribute()
    {
        if (!PostgresServer.IsAvailable)
            Skip = PostgresServer.Absent;
    }
}

/// <summary>A theory of the same kind.</summary>
public sealed class PostgresTheoryAttribute : TheoryAttribute
{
    /// <summary>Skips where there is no PostgreSQL.</summary>
    public PostgresTheoryAttribute()
    {
        if (!PostgresServer.IsAvailable)
            Skip = PostgresServer.Absent;
    }
}
