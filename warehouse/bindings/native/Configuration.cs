using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    /// <summary>Settings given at opening.</summary>
    public static partial class Configuration
    {
        [LibraryImport(Library, EntryPoint = "duckdb_create_config")]
        public static partial DuckDBState DuckDBCreateConfig(out DuckDBConfig config);

        public static DuckDBState DuckDBGetConfigFlag(int index, out string name, out string description) =>
            GetConfigFlag(checked((nuint)index), out name, out description);

        [LibraryImport(Library, EntryPoint = "duckdb_get_config_flag")]
        private static partial DuckDBState GetConfigFlag(
            nuint index,
            [MarshalUsing(typeof(BorrowedText))] out string name,
            [MarshalUsing(typeof(BorrowedText))] out string description);

        [LibraryImport(Library, EntryPoint = "duckdb_set_config", StringMarshalling = StringMarshalling.Utf8)]
        public static partial DuckDBState DuckDBSetConfig(DuckDBConfig config, string name, string option);

        public static int DuckDBConfigCount() => checked((int)ConfigCount());

        [LibraryImport(Library, EntryPoint = "duckdb_config_count")]
        private static partial nuint ConfigCount();
    }
}
