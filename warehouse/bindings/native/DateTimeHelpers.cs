namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    /// <summary>Taking times of day apart and putting them together. Arithmetic: no call leaves the process.</summary>
    public static class DateTimeHelpers
    {
        private const long MicrosPerSecond = 1_000_000;

        // duckdb_time_tz: the upper 40 bits are microseconds, the lower 24 the offset counted down from the largest.
        private const int OffsetBits = 24;
        private const int LargestOffset = (16 * 60 * 60) - 1;

        public static DuckDBTime DuckDBToTime(DuckDBTimeOnly time) =>
            new() { Micros = ((((time.Hour * 60L) + time.Min) * 60 + time.Sec) * MicrosPerSecond) + time.Microsecond };

        public static DuckDBTimeOnly DuckDBFromTime(DuckDBTime time)
        {
            var seconds = time.Micros / MicrosPerSecond;
            return new((byte)(seconds / 3600), (byte)(seconds / 60 % 60), (byte)(seconds % 60), (int)(time.Micros % MicrosPerSecond));
        }

        public static DuckDBTimeTz DuckDBFromTimeTz(DuckDBTimeTzStruct time)
        {
            var micros = new DuckDBTime { Micros = (long)(time.Bits >> OffsetBits) };
            var offset = LargestOffset - (int)(time.Bits & ((1UL << OffsetBits) - 1));
            return new(DuckDBFromTime(micros), offset);
        }
    }
}
