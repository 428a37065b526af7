using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace QualityInsight.Feedback.Store;

/// <summary>Rows into one table.</summary>
internal interface IBulkTable
{
    void Add(object entity, params ReadOnlySpan<object?> more) => throw new NotSupportedException();

    void AddRow(object?[] values);
}

/// <summary>An engine that takes rows in bulk.</summary>
internal interface IBulkEngine : IAsyncDisposable
{
    bool IsSqlite { get; }

    IBulkTable Table(string name, IReadOnlyList<string> columns);

    /// <summary>A statement after all rows, with parameters a, b.</summary>
    void Run(string sql, params object[] values);

    Task EndAsync(CancellationToken cancel);
}

/// <summary>A mapped property as a column: how its value is read and written.</summary>
internal sealed class BulkColumn
{
    private readonly Func<object, object?> _read;
    private readonly Func<object?, object?>? _convert;

    public BulkColumn(IProperty property)
    {
        Name = property.GetColumnName();
        var entity = Expression.Parameter(typeof(object));
        var value = Expression.Property(Expression.Convert(entity, property.DeclaringType.ClrType), property.PropertyInfo!);
        _read = Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), entity).Compile();
        _convert = property.GetTypeMapping().Converter?.ConvertToProvider;
    }

    public string Name { get; }

    public object? Of(object entity) => _read(entity) is { } value ? _convert?.Invoke(value) ?? value : null;
}

/// <summary>Prepared inserts in one transaction without a journal.</summary>
internal sealed class SqliteBulk : IBulkEngine
{
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly List<SqliteCommand> _commands = [];

    public SqliteBulk(string connectionString)
    {
        _connection = new(new SqliteConnectionStringBuilder(connectionString) { Pooling = false, ForeignKeys = false }.ToString());
        _connection.Open();
        Pragma("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1048576; PRAGMA temp_store = MEMORY;");
        _transaction = _connection.BeginTransaction();
    }

    public bool IsSqlite => true;

    public IBulkTable Table(string name, IReadOnlyList<string> columns)
    {
        var command = _connection.CreateCommand();
        command.Transaction = _transaction;
        // Names come from the mapping, never from input.
        command.CommandText = string.Concat("INSERT INTO \"", name, "\" (", string.Join(", ", columns), ") VALUES (", string.Join(", ", columns.Select((_, i) => "@p" + i)), ")");
        for (var i = 0; i < columns.Count; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = "@p" + i });
        _commands.Add(command);
        return new Rows(command);
    }

    public void Run(string sql, params object[] values)
    {
        using var command = _connection.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue("@" + (char)('a' + i), values[i]);
        command.ExecuteNonQuery();
    }

    public Task EndAsync(CancellationToken cancel)
    {
        _transaction.Commit();
        Pragma("INSERT INTO case_search (case_search) VALUES ('optimize'); PRAGMA journal_mode = WAL; ANALYZE;");
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _commands)
            await command.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private void Pragma(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed class Rows(SqliteCommand command) : IBulkTable
    {
        public void AddRow(object?[] values)
        {
            for (var i = 0; i < values.Length; i++)
                command.Parameters[i].Value = values[i] ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }
}

/// <summary>COPY, one connection a table; foreign keys are not checked meanwhile, which needs a superuser.</summary>
internal sealed class PostgresBulk(string connectionString) : IBulkEngine
{
    private readonly List<(NpgsqlConnection Connection, TextWriter Copy)> _copies = [];
    private readonly List<(string Sql, object[] Values)> _after = [];

    public bool IsSqlite => false;

    public IBulkTable Table(string name, IReadOnlyList<string> columns)
    {
        var connection = Open();
        using (var command = new NpgsqlCommand("SET session_replication_role = replica", connection))
            command.ExecuteNonQuery();
        // Names come from the mapping, never from input.
        var copy = connection.BeginTextImport(string.Concat("COPY \"", name, "\" (", string.Join(", ", columns), ") FROM STDIN"));
        _copies.Add((connection, copy));
        return new Rows(copy);
    }

    public void Run(string sql, params object[] values) => _after.Add((sql, values));

    public async Task EndAsync(CancellationToken cancel)
    {
        foreach (var (connection, copy) in _copies)
        {
            await copy.DisposeAsync();
            await connection.DisposeAsync();
        }
        _copies.Clear();
        await using var last = Open();
        // Vacuumed at once: else the server does it beside the first minutes of work, reading and writing every page there is.
        foreach (var (sql, values) in _after.Append(("VACUUM (ANALYZE)", [])))
        {
            await using var command = new NpgsqlCommand(sql, last) { CommandTimeout = 1800 };
            for (var i = 0; i < values.Length; i++)
                command.Parameters.AddWithValue(((char)('a' + i)).ToString(), values[i]);
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (connection, _) in _copies)
            await connection.DisposeAsync();
    }

    private NpgsqlConnection Open()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private sealed class Rows(TextWriter copy) : IBulkTable
    {
        private readonly StringBuilder _line = new();

        public void AddRow(object?[] values)
        {
            _line.Clear();
            for (var i = 0; i < values.Length; i++)
            {
                if (i > 0)
                    _line.Append('\t');
                Write(values[i]);
            }
            copy.Write(_line.Append('\n'));
        }

        private void Write(object? value)
        {
            switch (value)
            {
                case null:
                    _line.Append("\\N");
                    break;
                case bool truth:
                    _line.Append(truth ? 't' : 'f');
                    break;
                case DateTime at:
                    _line.Append(at.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture));
                    break;
                case string text:
                    foreach (var c in text)
                        _ = c switch { '\\' => _line.Append("\\\\"), '\n' => _line.Append("\\n"), '\r' => _line.Append("\\r"), '\t' => _line.Append("\\t"), _ => _line.Append(c) };
                    break;
                default:
                    _line.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                    break;
            }
        }
    }
}
