using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace DuckDB.NET.Native;

/// <summary>A single value (duckdb_value).</summary>
public sealed partial class DuckDBValue() : DuckDBHandle(ownsHandle: true), IDuckDBValueReader
{
    /// <inheritdoc />
    public bool IsNull() => IsNullValue(this);

    /// <inheritdoc />
    /// <exception cref="NotSupportedException">No value is read as this type.</exception>
    public T GetValue<T>()
    {
        var wanted = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        if (default(T) is null && IsNull())
            return default!;
        object value = wanted switch
        {
            _ when wanted == typeof(string) => GetVarchar(this) ?? "",
            _ when wanted == typeof(bool) => GetBool(this),
            _ when wanted == typeof(float) => GetFloat(this),
            _ when wanted == typeof(double) => GetDouble(this),
            _ when wanted == typeof(ulong) => GetUInt64(this),
            _ when wanted == typeof(BigInteger) => GetHugeInt(this).ToBigInteger(),
            _ when wanted == typeof(Int128) => GetHugeInt(this).ToInt128(),
            _ when wanted == typeof(decimal) => decimal.Parse(GetVarchar(this) ?? "", NumberStyles.Float, CultureInfo.InvariantCulture),
            _ when wanted == typeof(Guid) => Guid.Parse(GetVarchar(this) ?? ""),
            _ when wanted == typeof(DateOnly) => DateOnly.FromDayNumber(DuckDBDateOnly.EpochDay + GetDate(this).Days),
            _ when wanted == typeof(TimeOnly) => new TimeOnly(GetTime(this).Micros * TimeSpan.TicksPerMicrosecond),
            _ when wanted == typeof(DateTime) => DateTime.UnixEpoch.AddMicroseconds(GetTimestamp(this).Micros),
            _ when wanted == typeof(TimeSpan) => (TimeSpan)GetInterval(this),
            _ when wanted.IsPrimitive => Convert.ChangeType(GetInt64(this), wanted, CultureInfo.InvariantCulture),
            _ => throw new NotSupportedException($"A DuckDB value cannot be read as {typeof(T)}."),
        };
        return (T)value;
    }

    /// <inheritdoc />
    protected override bool ReleaseHandle()
    {
        Destroy(ref handle);
        return true;
    }

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_is_null_value")]
    [return: MarshalAs(UnmanagedType.U1)]
    private static partial bool IsNullValue(DuckDBValue value);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_get_varchar")]
    [return: MarshalUsing(typeof(OwnedText))]
    private static partial string? GetVarchar(DuckDBValue value);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_get_bool")]
    [return: MarshalAs(UnmanagedType.U1)]
    private static partial bool GetBool(DuckDBValue value);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_get_int64")]
    private static partial long GetInt64(DuckDBValue value);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_get_uint64")]
    private static partial ulong GetUInt64(DuckDBValue value);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_get_float")]
    private static partial float GetFloat(DuckDBValue value);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_get_double")]
    private static partial double GetDouble(DuckDBValue value);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_get_hugeint")]
    private static partial DuckDBHugeInt GetHugeInt(DuckDBValue value);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_get_date")]
    private static partial DuckDBDate GetDate(DuckDBValue value);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_get_time")]
    private static partial DuckDBTime GetTime(DuckDBValue value);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_get_timestamp")]
    private static partial DuckDBTimestampStruct GetTimestamp(DuckDBValue value);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_get_interval")]
    private static partial DuckDBInterval GetInterval(DuckDBValue value);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_destroy_value")]
    private static partial void Destroy(ref nint value);
}
