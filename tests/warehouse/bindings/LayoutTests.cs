using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Native;

namespace QualityInsight.Warehouse.Tests.Bindings;

/// <summary>Sizes and offsets against duckdb.h on a 64-bit machine: a wrong one corrupts memory without an error.</summary>
public class LayoutTests
{
    private const int EpochDay = 719_162; // DateOnly.DayNumber of 1970-01-01

    [Fact]
    public void Sizes_are_those_of_the_C_structs()
    {
        Assert.Equal(48, SizeOf<DuckDBResult>());
        Assert.Equal(24, SizeOf<DuckDBQueryProgress>());
        Assert.Equal(4, SizeOf<DuckDBDate>());
        Assert.Equal(8, SizeOf<DuckDBTime>());
        Assert.Equal(8, SizeOf<DuckDBTimeTzStruct>());
        Assert.Equal(8, SizeOf<DuckDBTimestampStruct>());
        Assert.Equal(16, SizeOf<DuckDBInterval>());
        Assert.Equal(16, SizeOf<DuckDBHugeInt>());
        Assert.Equal(16, SizeOf<DuckDBUHugeInt>());
        Assert.Equal(16, SizeOf<DuckDBListEntry>());
        Assert.Equal(16, SizeOf<DuckDBString>());
        Assert.Equal(24, SizeOf<DuckDBDecimal>());
        Assert.Equal(24, SizeOf<DuckDBBignum>());
        Assert.Equal(4, SizeOf<DuckDBState>());
    }

    [Fact]
    public void Fields_lie_where_C_puts_them()
    {
        Assert.Equal([3UL, unchecked((ulong)-4L)], Words(new DuckDBHugeInt(3, -4)));
        Assert.Equal([3UL, 4UL], Words(new DuckDBUHugeInt(3, 4)));
        Assert.Equal([3UL, 4UL], Words(new DuckDBListEntry(3, 4)));
        Assert.Equal([3UL | (4UL << 32), 5UL], Words(new DuckDBInterval(3, 4, 5)));
        Assert.Equal([18UL | (3UL << 8), 7UL, 8UL], Words(new DuckDBDecimal(18, 3, new DuckDBHugeInt(7, 8))));
        Assert.Equal([3UL, 4UL, 1UL], Words(new DuckDBBignum(3, 4, 1)));
        Assert.Equal([(ulong)BitConverter.DoubleToInt64Bits(50), 2UL, 3UL], Words(new DuckDBQueryProgress(50, 2, 3)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("twelve bytes")]
    [InlineData("thirteen byte")]
    public unsafe void Text_within_and_behind_a_pointer_is_found(string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        fixed (byte* kept = bytes.Length == 0 ? new byte[1] : bytes)
        {
            var raw = stackalloc byte[16];
            *(uint*)raw = (uint)bytes.Length;
            if (bytes.Length <= DuckDBString.InlineLimit)
                new Span<byte>(kept, bytes.Length).CopyTo(new Span<byte>(raw + 4, 12));
            else
                *(byte**)(raw + 8) = kept;
            var read = (DuckDBString*)raw;
            Assert.Equal(text, new string(read->Data, 0, read->Length, System.Text.Encoding.UTF8));
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("18446744073709551616")]
    [InlineData("170141183460469231731687303715884105727")]
    [InlineData("-170141183460469231731687303715884105728")]
    public void Huge_integers_keep_their_value(string digits)
    {
        var value = BigInteger.Parse(digits);
        Assert.Equal(value, new DuckDBHugeInt(value).ToBigInteger());
        if (value.Sign >= 0)
            Assert.Equal(value, new DuckDBUHugeInt(value).ToBigInteger());
    }

    [Fact]
    public void Dates_and_times_agree_with_the_library_of_NET()
    {
        for (var day = -800_000; day < 2_900_000; day += 997)
        {
            if (day + EpochDay < 0)
                continue;
            var taken = DuckDBDateOnly.FromDuckDBDate(new() { Days = day });
            Assert.Equal(DateOnly.FromDayNumber(day + EpochDay), (DateOnly)taken);
            Assert.Equal(day, taken.ToDuckDBDate().Days);
        }

        var before = DuckDBTimestamp.FromDuckDBTimestampStruct(new() { Micros = -1 });
        Assert.Equal(new DuckDBTimestamp(new(1969, 12, 31), new(23, 59, 59, 999_999)), before);
        Assert.Equal(-1, before.ToDuckDBTimestampStruct().Micros);
    }

    private static int SizeOf<T>()
        where T : unmanaged => Unsafe.SizeOf<T>();

    private static ulong[] Words<T>(T value)
        where T : unmanaged
    {
        var padded = new T[1];
        MemoryMarshal.AsBytes(padded.AsSpan()).Clear();
        padded[0] = value;
        return MemoryMarshal.Cast<T, ulong>(padded).ToArray().Select((word, i) => i == 0 && typeof(T) == typeof(DuckDBDecimal) ? word & 0xFFFF : word).ToArray();
    }
}
