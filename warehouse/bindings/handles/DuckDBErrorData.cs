using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace DuckDB.NET.Native;

/// <summary>An error (duckdb_error_data).</summary>
public sealed partial class DuckDBErrorData() : DuckDBHandle(ownsHandle: true)
{
    /// <summary>False where the object says that nothing went wrong.</summary>
    public bool HasError => !IsInvalid && IsError(this);

    /// <summary>What went wrong.</summary>
    public string Message => IsInvalid ? "" : GetMessage(this) ?? "";

    /// <inheritdoc />
    protected override bool ReleaseHandle()
    {
        Destroy(ref handle);
        return true;
    }

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_error_data_has_error")]
    [return: MarshalAs(UnmanagedType.U1)]
    private static partial bool IsError(DuckDBErrorData errorData);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_error_data_message")]
    [return: MarshalUsing(typeof(BorrowedText))]
    private static partial string? GetMessage(DuckDBErrorData errorData);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_destroy_error_data")]
    private static partial void Destroy(ref nint errorData);
}
