using System.Numerics;
using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>A signed 128-bit integer (duckdb_hugeint); also the bits of UUIDs and of wide decimals.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBHugeInt(ulong lower, long upper)
{
    /// <summary>From an integer.</summary>
    /// <exception cref="OverflowException">It needs more than 128 bits.</exception>
    public DuckDBHugeInt(BigInteger value) : this((ulong)((UInt128)(Int128)value & ulong.MaxValue), (long)((Int128)value >> 64))
    {
    }

    /// <summary>−2^127.</summary>
    public static BigInteger HugeIntMinValue => Int128.MinValue;

    /// <summary>2^127 − 1.</summary>
    public static BigInteger HugeIntMaxValue => Int128.MaxValue;

    /// <summary>The lower 64 bits.</summary>
    public ulong Lower { get; } = lower;

    /// <summary>The upper 64 bits, with the sign.</summary>
    public long Upper { get; } = upper;

    /// <summary>As .NET's 128-bit integer.</summary>
    public Int128 ToInt128() => new((ulong)Upper, Lower);

    /// <summary>As an integer of any size.</summary>
    public BigInteger ToBigInteger() => ToInt128();
}

/// <summary>An unsigned 128-bit integer (duckdb_uhugeint).</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBUHugeInt(ulong lower, ulong upper)
{
    /// <summary>From an integer.</summary>
    /// <exception cref="OverflowException">It is negative or needs more than 128 bits.</exception>
    public DuckDBUHugeInt(BigInteger value) : this((ulong)((UInt128)value & ulong.MaxValue), (ulong)((UInt128)value >> 64))
    {
    }

    /// <summary>0.</summary>
    public static BigInteger HugeIntMinValue => UInt128.MinValue;

    /// <summary>2^128 − 1.</summary>
    public static BigInteger HugeIntMaxValue => UInt128.MaxValue;

    /// <summary>The lower 64 bits.</summary>
    public ulong Lower { get; } = lower;

    /// <summary>The upper 64 bits.</summary>
    public ulong Upper { get; } = upper;

    /// <summary>As .NET's 128-bit integer.</summary>
    public UInt128 ToUInt128() => new(Upper, Lower);

    /// <summary>As an integer of any size.</summary>
    public BigInteger ToBigInteger() => ToUInt128();
}

/// <summary>A decimal number (duckdb_decimal): <paramref name="value" /> × 10^−<paramref name="scale" />.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBDecimal(byte width, byte scale, DuckDBHugeInt value)
{
    /// <summary>Digits in all.</summary>
    public byte Width { get; } = width;

    /// <summary>Digits after the point.</summary>
    public byte Scale { get; } = scale;

    /// <summary>The digits as an integer.</summary>
    public DuckDBHugeInt Value { get; } = value;
}

/// <summary>An integer of any size (duckdb_bignum): bytes, most significant first, that the maker keeps alive.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBBignum(nint data, ulong size, byte isNegative)
{
    /// <summary>The magnitude's bytes.</summary>
    public nint Data { get; } = data;

    /// <summary>How many bytes.</summary>
    public ulong Size { get; } = size;

    /// <summary>1 below zero.</summary>
    public byte IsNegative { get; } = isNegative;
}
