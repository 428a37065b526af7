using DuckDB.NET.Data;
using DuckDBDateOnly = DuckDB.NET.Native.DuckDBDateOnly;
using DuckDBTimeOnly = DuckDB.NET.Native.DuckDBTimeOnly;

namespace QualityInsight.Warehouse;

/// <summary>
/// Appends rows to one table, and is the only way to append: DuckDB.NET.Data's own appender writes whatever width it is
/// given into whatever column is next. Columns are known from the table itself and set in any order by their place
/// (<see cref="Ordinal"/>) or name; a value of a wrong type or beyond a column's range is refused before anything of the
/// row is written. Not for several threads at once; for two threads take two sessions.
/// </summary>
/// <remarks>
/// End with <see cref="Complete"/>. Disposing a writer that was not completed throws its unwritten rows away and makes
/// the transaction fail, so that half a load cannot be committed by forgetting.
/// </remarks>
public sealed partial class ColumnWriter : IDisposable
{
    private readonly WarehouseSession session;
    private readonly DuckDBAppender appender;
    private readonly WriterColumn[] columns;
    private readonly Dictionary<string, int> ordinals;
    private readonly Slot[] slots;
    private bool closed;

    private ColumnWriter(WarehouseSession session, string table, WriterColumn[] columns)
    {
        (this.session, Table, this.columns) = (session, table, columns);
        slots = new Slot[columns.Length];
        ordinals = columns.Select((column, i) => (column.Name, i)).ToDictionary(pair => pair.Name, pair => pair.i, StringComparer.OrdinalIgnoreCase);
        appender = session.Connection.CreateAppender(table);
    }

    private enum Content : byte
    {
        Unset,
        Null,
        Value,
    }

    /// <summary>The table.</summary>
    public string Table { get; }

    /// <summary>The table's columns, in order.</summary>
    public IReadOnlyList<WriterColumn> Columns => columns;

    /// <summary>Rows ended so far.</summary>
    public long Rows { get; private set; }

    /// <summary>The place of a column, for the setters.</summary>
    /// <exception cref="ArgumentException">The table has no such column.</exception>
    public int Ordinal(string column) => ordinals.TryGetValue(column, out var found)
        ? found
        : throw new ArgumentException($"Table {Table} has no column '{column}', only {string.Join(", ", ordinals.Keys)}.");

    /// <summary>Ends the row. Columns that were not set take the table's default, else NULL.</summary>
    /// <exception cref="InvalidOperationException">A NOT NULL column without a default was not set.</exception>
    /// <exception cref="WarehouseException">The table refuses rows: which rule of it, says the message.</exception>
    public void EndRow()
    {
        ObjectDisposedException.ThrowIf(closed, this);
        for (var i = 0; i < slots.Length; i++)
        {
            if (slots[i].Content == Content.Unset && !columns[i].IsNullable && !columns[i].HasDefault)
                throw new InvalidOperationException($"{Table}.{columns[i].Name} was not set for row {Rows + 1} and takes no NULL.");
        }

        try
        {
            var row = appender.CreateRow();
            for (var i = 0; i < slots.Length; i++)
                Write(row, columns[i], slots[i]);
            row.EndRow();
        }
        catch (DuckDBException error)
        {
            throw Refusal(error);
        }

        ClearRow();
        Rows++;
    }

    /// <summary>Forgets what was set of the row that has not ended.</summary>
    public void ClearRow() => Array.Clear(slots);

    /// <summary>Writes the last rows. The transaction still decides whether they stay.</summary>
    /// <returns>Rows written.</returns>
    /// <exception cref="WarehouseException">The table refuses rows: which rule of it, says the message.</exception>
    public long Complete()
    {
        ObjectDisposedException.ThrowIf(closed, this);
        var completed = false;
        try
        {
            appender.Close();
            completed = true;
        }
        catch (DuckDBException error)
        {
            throw Refusal(error);
        }
        finally
        {
            Close(completed);
        }

        return Rows;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (!closed)
            Close(completed: false);
    }

    internal static ColumnWriter Open(WarehouseSession session, string table)
    {
        IReadOnlyList<WriterColumn> columns;
        try
        {
            columns = session.Query(
                Sql.Load(typeof(ColumnWriter), "sql/table_columns.sql"),
                row => new WriterColumn(
                    row.Text(0),
                    WriterColumn.KindOf(row.Text(1)) ?? throw new WarehouseException($"{table}.{row.Text(0)} is of type {row.Text(1)}, which ColumnWriter does not write."),
                    row.Bool(2),
                    row.Bool(3)),
                new() { ["table"] = table });
        }
        catch (DuckDBException error)
        {
            throw new WarehouseException($"The warehouse has no table '{table}': {error.Message}", error);
        }

        return new(session, table, [.. columns]);
    }

    private static void Write(IDuckDBAppenderRow row, WriterColumn column, in Slot slot)
    {
        if (slot.Content == Content.Unset && column.HasDefault)
            row.AppendDefault();
        else if (slot.Content != Content.Value)
            row.AppendNullValue();
        else
            WriteValue(row, column.Kind, slot);
    }

    // Each case calls the overload of the column's own width: see the trap in the type's summary.
    private static void WriteValue(IDuckDBAppenderRow row, ColumnKind kind, in Slot slot)
    {
        switch (kind)
        {
            case ColumnKind.Bool:
                row.AppendValue((bool?)(slot.Number != 0));
                break;
            case ColumnKind.Int8:
                row.AppendValue((sbyte?)slot.Number);
                break;
            case ColumnKind.Int16:
                row.AppendValue((short?)slot.Number);
                break;
            case ColumnKind.Int32:
                row.AppendValue((int?)slot.Number);
                break;
            case ColumnKind.Int64:
                row.AppendValue((long?)slot.Number);
                break;
            case ColumnKind.Double:
                row.AppendValue((double?)BitConverter.Int64BitsToDouble(slot.Number));
                break;
            case ColumnKind.Text:
                row.AppendValue((string)slot.Reference!);
                break;
            case ColumnKind.Timestamp:
                row.AppendValue((DateTime?)new DateTime(slot.Number));
                break;
            case ColumnKind.Date:
                var day = DateOnly.FromDayNumber((int)slot.Number);
                row.AppendValue((DuckDBDateOnly?)new DuckDBDateOnly(day.Year, (byte)day.Month, (byte)day.Day));
                break;
            case ColumnKind.Time:
                var time = new TimeOnly(slot.Number);
                var micros = (int)(slot.Number % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond);
                row.AppendValue((DuckDBTimeOnly?)new DuckDBTimeOnly((byte)time.Hour, (byte)time.Minute, (byte)time.Second, micros));
                break;
            case ColumnKind.TextList:
                row.AppendValue((IEnumerable<string>)slot.Reference!);
                break;
            default:
                throw new InvalidOperationException($"Column kind {kind} has no way of writing.");
        }
    }

    private void Close(bool completed)
    {
        closed = true;
        try
        {
            if (!completed)
                appender.Clear();
            appender.Dispose();
        }
        catch (Exception error) when (!completed && error is (DuckDBException or InvalidOperationException))
        {
            // The appender is broken or closed already; the transaction fails for it.
        }
        finally
        {
            session.WriterClosed(completed);
        }
    }

    private WarehouseException Refusal(DuckDBException error) =>
        new($"{Table} refused rows up to row {Rows + 1}: {error.Message}", error);

    private struct Slot
    {
        public Content Content;
        public long Number;
        public object? Reference;
    }
}
