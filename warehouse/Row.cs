using System.Globalization;
using System.Numerics;
using DuckDB.NET.Data;

namespace QualityInsight.Warehouse;

/// <summary>
/// One row of a result, valid only while the mapper that gets it runs. Columns are named as the query names them, or
/// counted from 0. The plain getters refuse NULL with the column's name; those ending in OrNull give null for it.
/// </summary>
public sealed class Row
{
    private readonly DuckDBDataReader reader;
    private readonly Dictionary<string, int> ordinals = new(StringComparer.OrdinalIgnoreCase);

    internal Row(DuckDBDataReader reader)
    {
        this.reader = reader;
        for (var i = 0; i < reader.FieldCount; i++)
            ordinals.TryAdd(reader.GetName(i), i);
    }

    /// <summary>How many columns there are.</summary>
    public int Count => reader.FieldCount;

    /// <summary>The name of a column.</summary>
    public string Name(int column) => reader.GetName(column);

    /// <summary>The type of a column as .NET sees it.</summary>
    public Type Type(int column) => reader.GetFieldType(column);

    /// <summary>The type of a column as DuckDB.NET names DuckDB's (<c>Varchar</c>, <c>BigInt</c>).</summary>
    public string TypeName(int column) => reader.GetDataTypeName(column);

    /// <summary>The place of a column.</summary>
    /// <exception cref="ArgumentException">The result has no such column.</exception>
    public int Ordinal(string column) => ordinals.TryGetValue(column, out var found)
        ? found
        : throw new ArgumentException($"The result has no column '{column}', only {string.Join(", ", ordinals.Keys)}.");

    /// <summary>True for NULL.</summary>
    public bool IsNull(int column) => reader.IsDBNull(column);

    /// <inheritdoc cref="IsNull(int)" />
    public bool IsNull(string column) => IsNull(Ordinal(column));

    /// <summary>Any value as .NET's type of the column; null for NULL.</summary>
    public object? Value(int column) => IsNull(column) ? null : reader.GetValue(column);

    /// <inheritdoc cref="Value(int)" />
    public object? Value(string column) => Value(Ordinal(column));

    /// <summary>Text (VARCHAR, JSON, enum).</summary>
    public string Text(int column) => Present(column) ? reader.GetString(column) : "";

    /// <inheritdoc cref="Text(int)" />
    public string Text(string column) => Text(Ordinal(column));

    /// <summary>Text, or null.</summary>
    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <inheritdoc cref="TextOrNull(int)" />
    public string? TextOrNull(string column) => TextOrNull(Ordinal(column));

    /// <summary>A whole number of any width, sums of BIGINT (which are HUGEINT) too.</summary>
    /// <exception cref="OverflowException">It does not fit 64 bits.</exception>
    public long Long(int column)
    {
        Present(column);
        return reader.GetFieldType(column) == typeof(long) ? reader.GetInt64(column) : reader.GetValue(column) switch
        {
            int value => value,
            BigInteger value => (long)value,
            IConvertible value and not (string or bool or double or float or decimal or DateTime) => value.ToInt64(CultureInfo.InvariantCulture),
            var value => throw Wrong(column, value, "a whole number"),
        };
    }

    /// <inheritdoc cref="Long(int)" />
    public long Long(string column) => Long(Ordinal(column));

    /// <summary>A whole number, or null.</summary>
    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    /// <inheritdoc cref="LongOrNull(int)" />
    public long? LongOrNull(string column) => LongOrNull(Ordinal(column));

    /// <summary>A whole number of 32 bits.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public int Int(int column) => checked((int)Long(column));

    /// <inheritdoc cref="Int(int)" />
    public int Int(string column) => Int(Ordinal(column));

    /// <summary>A whole number of 32 bits, or null.</summary>
    public int? IntOrNull(int column) => IsNull(column) ? null : Int(column);

    /// <inheritdoc cref="IntOrNull(int)" />
    public int? IntOrNull(string column) => IntOrNull(Ordinal(column));

    /// <summary>A number of any type as a double.</summary>
    public double Double(int column)
    {
        Present(column);
        return reader.GetFieldType(column) == typeof(double) ? reader.GetDouble(column) : reader.GetValue(column) switch
        {
            decimal value => (double)value,
            BigInteger value => (double)value,
            IConvertible value and not (string or bool or DateTime) => value.ToDouble(CultureInfo.InvariantCulture),
            var value => throw Wrong(column, value, "a number"),
        };
    }

    /// <inheritdoc cref="Double(int)" />
    public double Double(string column) => Double(Ordinal(column));

    /// <summary>A number as a double, or null.</summary>
    public double? DoubleOrNull(int column) => IsNull(column) ? null : Double(column);

    /// <inheritdoc cref="DoubleOrNull(int)" />
    public double? DoubleOrNull(string column) => DoubleOrNull(Ordinal(column));

    /// <summary>True or false.</summary>
    public bool Bool(int column) => Present(column) && reader.GetBoolean(column);

    /// <inheritdoc cref="Bool(int)" />
    public bool Bool(string column) => Bool(Ordinal(column));

    /// <summary>True, false or null.</summary>
    public bool? BoolOrNull(int column) => IsNull(column) ? null : Bool(column);

    /// <inheritdoc cref="BoolOrNull(int)" />
    public bool? BoolOrNull(string column) => BoolOrNull(Ordinal(column));

    /// <summary>A timestamp, in whatever zone the column is in; its kind is Unspecified.</summary>
    public DateTime Timestamp(int column)
    {
        Present(column);
        return DateTime.SpecifyKind(reader.GetDateTime(column), DateTimeKind.Unspecified);
    }

    /// <inheritdoc cref="Timestamp(int)" />
    public DateTime Timestamp(string column) => Timestamp(Ordinal(column));

    /// <summary>A timestamp, or null.</summary>
    public DateTime? TimestampOrNull(int column) => IsNull(column) ? null : Timestamp(column);

    /// <inheritdoc cref="TimestampOrNull(int)" />
    public DateTime? TimestampOrNull(string column) => TimestampOrNull(Ordinal(column));

    /// <summary>A date.</summary>
    public DateOnly Date(int column) => Present(column) ? reader.GetFieldValue<DateOnly>(column) : default;

    /// <inheritdoc cref="Date(int)" />
    public DateOnly Date(string column) => Date(Ordinal(column));

    /// <summary>A date, or null.</summary>
    public DateOnly? DateOrNull(int column) => IsNull(column) ? null : Date(column);

    /// <inheritdoc cref="DateOrNull(int)" />
    public DateOnly? DateOrNull(string column) => DateOrNull(Ordinal(column));

    /// <summary>A time of day.</summary>
    public TimeOnly Time(int column) => Present(column) ? reader.GetFieldValue<TimeOnly>(column) : default;

    /// <inheritdoc cref="Time(int)" />
    public TimeOnly Time(string column) => Time(Ordinal(column));

    /// <summary>A list of texts; NULL is an empty one.</summary>
    public IReadOnlyList<string> TextList(int column) => IsNull(column) ? [] : reader.GetFieldValue<List<string>>(column);

    /// <inheritdoc cref="TextList(int)" />
    public IReadOnlyList<string> TextList(string column) => TextList(Ordinal(column));

    private bool Present(int column) => !reader.IsDBNull(column)
        ? true
        : throw new InvalidOperationException($"Column '{reader.GetName(column)}' is NULL where a value was asked for.");

    private InvalidOperationException Wrong(int column, object value, string wanted) =>
        new($"Column '{reader.GetName(column)}' is {value.GetType().Name}, not {wanted}.");
}
