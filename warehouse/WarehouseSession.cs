using DuckDB.NET.Data;

namespace QualityInsight.Warehouse;

/// <summary>
/// One connection, for one thread at a time: a session that still streams refuses a second command. Statements come
/// from <c>.sql</c> files (<see cref="Sql"/>), values only as <see cref="SqlArguments"/>. Dispose it when done.
/// </summary>
public sealed class WarehouseSession : IDisposable
{
    private readonly DuckDBConnection connection;
    private readonly Action<WarehouseSession>? onClosed;
    private int busy;
    private int openWriters;
    private bool abandonedWriter;
    private bool closed;

    internal WarehouseSession(DuckDBConnection connection, Action<WarehouseSession>? onClosed = null) =>
        (this.connection, this.onClosed) = (connection, onClosed);

    /// <summary>Opens a connection of settings that are not the owner's.</summary>
    internal WarehouseSession(DuckDBConnection connection, bool open) : this(connection, onClosed: null)
    {
        if (open)
            connection.Open();
    }

    /// <summary>The longest a statement may run; null is without limit.</summary>
    public TimeSpan? TimeLimit { get; set; }

    /// <summary>True inside <see cref="InTransaction(Action)"/>.</summary>
    public bool IsInTransaction { get; private set; }

    internal DuckDBConnection Connection => connection;

    /// <summary>Runs one or more statements.</summary>
    /// <returns>Rows changed by the last of them.</returns>
    /// <exception cref="QueryTimeLimitException">It ran longer than <see cref="TimeLimit"/>.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    /// <exception cref="DuckDBException">DuckDB refused it.</exception>
    public int Execute(string sql, SqlArguments? arguments = null, CancellationToken cancel = default) =>
        Run(sql, arguments, TimeLimit, cancel, static (command, _) => command.ExecuteNonQuery());

    /// <summary>All rows of a query, mapped. For results that fit into memory.</summary>
    /// <inheritdoc cref="Execute"/>
    /// <param name="sql">The query.</param>
    /// <param name="map">Makes one item of a row; the row is not valid afterwards.</param>
    /// <param name="arguments">Values of its parameters.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The items in the query's order.</returns>
    public IReadOnlyList<T> Query<T>(string sql, Func<Row, T> map, SqlArguments? arguments = null, CancellationToken cancel = default) =>
        Run(sql, arguments, TimeLimit, cancel, (command, interruption) =>
        {
            using var reader = command.ExecuteReader();
            var row = new Row(reader);
            var all = new List<T>();
            while (reader.Read())
            {
                interruption.ThrowIfRequested();
                all.Add(map(row));
            }

            return all;
        });

    /// <summary>The one row of a query.</summary>
    /// <inheritdoc cref="Query{T}"/>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public T QuerySingle<T>(string sql, Func<Row, T> map, SqlArguments? arguments = null, CancellationToken cancel = default)
    {
        var rows = Query(sql, map, arguments, cancel);
        return rows.Count == 1 ? rows[0] : throw new InvalidOperationException($"One row was asked for, the query gave {rows.Count}.");
    }

    /// <summary>The first row of a query, or the type's default where it has none.</summary>
    /// <inheritdoc cref="Query{T}"/>
    public T? QueryFirstOrDefault<T>(string sql, Func<Row, T> map, SqlArguments? arguments = null, CancellationToken cancel = default) =>
        Query(sql, map, arguments, cancel) is [var first, ..] ? first : default;

    /// <summary>
    /// The rows of a query as DuckDB makes them, in constant memory. The session is busy until the last row is read or
    /// the enumeration is disposed.
    /// </summary>
    /// <inheritdoc cref="Query{T}"/>
    public IEnumerable<T> QueryStream<T>(string sql, Func<Row, T> map, SqlArguments? arguments = null, CancellationToken cancel = default)
    {
        Enter();
        try
        {
            using var command = Prepare(sql, arguments);
            command.UseStreamingMode = true;
            using var interruption = new Interruption(command, TimeLimit, cancel);
            using var reader = Explained(interruption, command.ExecuteReader);
            var row = new Row(reader);
            while (Explained(interruption, reader.Read))
            {
                interruption.ThrowIfRequested();
                yield return map(row);
                // A reader of a closed connection would read freed memory.
                ObjectDisposedException.ThrowIf(closed, this);
            }
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Streams a query: told the columns first, then each row until it says that is enough.</summary>
    internal void ForEach(string sql, Action<Row> head, Func<Row, bool> each) => Run(sql, null, TimeLimit, CancellationToken.None, (command, interruption) =>
    {
        command.UseStreamingMode = true;
        using var reader = command.ExecuteReader();
        var row = new Row(reader);
        head(row);
        while (reader.Read() && each(row))
            interruption.ThrowIfRequested();
        return 0;
    });

    /// <summary>Runs work in one transaction: committed when it returns, rolled back when it throws.</summary>
    /// <exception cref="InvalidOperationException">There is one already, or a <see cref="ColumnWriter"/> was not completed.</exception>
    public void InTransaction(Action work) => InTransaction(() =>
    {
        work();
        return 0;
    });

    /// <inheritdoc cref="InTransaction(Action)"/>
    public T InTransaction<T>(Func<T> work)
    {
        if (IsInTransaction)
            throw new InvalidOperationException("A transaction is open on this session already.");
        Control("BEGIN TRANSACTION");
        (IsInTransaction, abandonedWriter) = (true, false);
        try
        {
            var result = work();
            if (abandonedWriter || openWriters > 0)
                throw new InvalidOperationException("A ColumnWriter of this transaction was not completed: call Complete() after its last row.");
            Control("COMMIT");
            return result;
        }
        catch
        {
            RollBack();
            throw;
        }
        finally
        {
            IsInTransaction = false;
        }
    }

    /// <summary>A writer that appends rows to a table, within this session's transaction.</summary>
    /// <param name="table">A table of the warehouse.</param>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    /// <exception cref="WarehouseException">There is no such table, or one of its types cannot be written.</exception>
    public ColumnWriter Append(string table)
    {
        if (!IsInTransaction)
            throw new InvalidOperationException($"Rows are appended to {table} within InTransaction only, so that a crash leaves all of them or none.");
        var writer = ColumnWriter.Open(this, table);
        openWriters++;
        return writer;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (closed)
            return;
        closed = true;
        connection.Dispose();
        onClosed?.Invoke(this);
    }

    internal void WriterClosed(bool completed)
    {
        openWriters--;
        abandonedWriter |= !completed;
    }

    /// <summary>Stops what the session is doing, from another thread.</summary>
    internal void Interrupt()
    {
        try
        {
            using var command = connection.CreateCommand();
            command.Cancel();
        }
        catch (Exception e) when (e is ObjectDisposedException or InvalidOperationException)
        {
            // It was closed meanwhile.
        }
    }

    private T Run<T>(string sql, SqlArguments? arguments, TimeSpan? limit, CancellationToken cancel, Func<DuckDBCommand, Interruption, T> work)
    {
        Enter();
        try
        {
            using var command = Prepare(sql, arguments);
            using var interruption = new Interruption(command, limit, cancel);
            return Explained(interruption, () => work(command, interruption));
        }
        finally
        {
            Leave();
        }
    }

    // Ending a transaction is never cut short by the limit of the statements in it.
    private void Control(string sql) => Run(sql, null, limit: null, CancellationToken.None, static (command, _) => command.ExecuteNonQuery());

    private DuckDBCommand Prepare(string sql, SqlArguments? arguments)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        arguments?.BindTo(command);
        return command;
    }

    private static T Explained<T>(Interruption interruption, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (interruption.Requested && error is (DuckDBException or OperationCanceledException))
        {
            throw interruption.Explain(error);
        }
    }

    private void RollBack()
    {
        try
        {
            Control("ROLLBACK");
        }
        catch (DuckDBException)
        {
            // A failed commit has rolled back already; the first error is the one to tell.
        }
    }

    private void Enter()
    {
        ObjectDisposedException.ThrowIf(closed, this);
        if (Interlocked.Exchange(ref busy, 1) != 0)
            throw new InvalidOperationException("This session is still running or streaming another statement: finish that, or open a second session.");
    }

    private void Leave() => Volatile.Write(ref busy, 0);
}
