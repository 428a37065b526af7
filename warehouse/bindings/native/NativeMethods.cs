namespace DuckDB.NET.Native;

/// <summary>
/// The functions of DuckDB's C API (<c>duckdb.h</c>, where each is documented under the name of its entry point) that
/// DuckDB.NET.Data calls, in the groups and under the names it calls them by.
/// </summary>
public static partial class NativeMethods
{
    /// <summary>libduckdb.so, libduckdb.dylib or duckdb.dll, which the build puts beside the assemblies.</summary>
    internal const string Library = "duckdb";
}
