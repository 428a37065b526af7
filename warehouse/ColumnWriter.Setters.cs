using System.Globalization;

namespace QualityInsight.Warehouse;

/// <content>The setters: by a column's place, and by its name.</content>
public sealed partial class ColumnWriter
{
    /// <summary>Sets NULL.</summary>
    /// <exception cref="ArgumentException">The column is NOT NULL.</exception>
    public void SetNull(int column)
    {
        if (!columns[column].IsNullable)
            throw new ArgumentException($"{Table}.{columns[column].Name} takes no NULL.");
        slots[column] = new() { Content = Content.Null };
    }

    /// <summary>Sets a whole number into a column of any whole width, or a DOUBLE; null is NULL.</summary>
    /// <exception cref="OverflowException">The column is narrower than the value.</exception>
    public void Set(int column, long? value)
    {
        if (value is not { } number)
        {
            SetNull(column);
            return;
        }

        switch (columns[column].Kind)
        {
            case ColumnKind.Int64:
            case ColumnKind.Int32 when number == (int)number:
            case ColumnKind.Int16 when number == (short)number:
            case ColumnKind.Int8 when number == (sbyte)number:
                Store(column, number);
                break;
            case ColumnKind.Double:
                Store(column, BitConverter.DoubleToInt64Bits(number));
                break;
            case ColumnKind.Int32 or ColumnKind.Int16 or ColumnKind.Int8:
                throw new OverflowException(string.Create(CultureInfo.InvariantCulture, $"{number} does not fit {Table}.{columns[column].Name} ({columns[column].Kind})."));
            default:
                throw Mismatch(column, "a whole number");
        }
    }

    /// <summary>Sets a DOUBLE; null is NULL. A real number goes into no whole-number column.</summary>
    public void Set(int column, double? value)
    {
        if (value is not { } number)
            SetNull(column);
        else if (columns[column].Kind == ColumnKind.Double)
            Store(column, BitConverter.DoubleToInt64Bits(number));
        else
            throw Mismatch(column, "a real number");
    }

    /// <summary>Sets a BOOLEAN; null is NULL.</summary>
    public void Set(int column, bool? value)
    {
        if (value is not { } truth)
            SetNull(column);
        else if (columns[column].Kind == ColumnKind.Bool)
            Store(column, truth ? 1 : 0);
        else
            throw Mismatch(column, "true or false");
    }

    /// <summary>Sets a text; null is NULL, an empty text is an empty text.</summary>
    public void Set(int column, string? value)
    {
        if (value is null)
        {
            SetNull(column);
            return;
        }

        if (columns[column].Kind != ColumnKind.Text)
            throw Mismatch(column, "a text");
        StoreReference(column, value);
    }

    /// <summary>Sets a TIMESTAMP, to the microsecond; null is NULL. A time of kind Local is refused: say which zone is meant.</summary>
    public void Set(int column, DateTime? value)
    {
        if (value is not { } moment)
            SetNull(column);
        else if (columns[column].Kind != ColumnKind.Timestamp)
            throw Mismatch(column, "a timestamp");
        else if (moment.Kind == DateTimeKind.Local)
            throw new ArgumentException($"{Table}.{columns[column].Name} was given a time of kind Local; convert it to the feed's wall clock or to UTC first.");
        else
            Store(column, moment.Ticks);
    }

    /// <summary>Sets a DATE; null is NULL.</summary>
    public void Set(int column, DateOnly? value)
    {
        if (value is not { } day)
            SetNull(column);
        else if (columns[column].Kind == ColumnKind.Date)
            Store(column, day.DayNumber);
        else
            throw Mismatch(column, "a date");
    }

    /// <summary>Sets a TIME; null is NULL.</summary>
    public void Set(int column, TimeOnly? value)
    {
        if (value is not { } time)
            SetNull(column);
        else if (columns[column].Kind == ColumnKind.Time)
            Store(column, time.Ticks);
        else
            throw Mismatch(column, "a time of day");
    }

    /// <summary>Sets a list of texts; null is NULL. The list is read when the row ends.</summary>
    public void Set(int column, IReadOnlyList<string>? value)
    {
        if (value is null)
        {
            SetNull(column);
            return;
        }

        if (columns[column].Kind != ColumnKind.TextList)
            throw Mismatch(column, "a list of texts");
        StoreReference(column, value);
    }

    /// <inheritdoc cref="SetNull(int)"/>
    public void SetNull(string column) => SetNull(Ordinal(column));

    /// <inheritdoc cref="Set(int, long?)"/>
    public void Set(string column, long? value) => Set(Ordinal(column), value);

    /// <inheritdoc cref="Set(int, double?)"/>
    public void Set(string column, double? value) => Set(Ordinal(column), value);

    /// <inheritdoc cref="Set(int, bool?)"/>
    public void Set(string column, bool? value) => Set(Ordinal(column), value);

    /// <inheritdoc cref="Set(int, string?)"/>
    public void Set(string column, string? value) => Set(Ordinal(column), value);

    /// <inheritdoc cref="Set(int, DateTime?)"/>
    public void Set(string column, DateTime? value) => Set(Ordinal(column), value);

    /// <inheritdoc cref="Set(int, DateOnly?)"/>
    public void Set(string column, DateOnly? value) => Set(Ordinal(column), value);

    /// <inheritdoc cref="Set(int, TimeOnly?)"/>
    public void Set(string column, TimeOnly? value) => Set(Ordinal(column), value);

    /// <inheritdoc cref="Set(int, IReadOnlyList{string})"/>
    public void Set(string column, IReadOnlyList<string>? value) => Set(Ordinal(column), value);

    private void Store(int column, long number) => slots[column] = new() { Content = Content.Value, Number = number };

    private void StoreReference(int column, object value) => slots[column] = new() { Content = Content.Value, Reference = value };

    private ArgumentException Mismatch(int column, string given) =>
        new($"{Table}.{columns[column].Name} is of type {columns[column].Kind}; it was given {given}.");
}
