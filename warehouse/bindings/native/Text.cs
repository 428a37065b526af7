using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace DuckDB.NET.Native;

/// <summary>UTF-8 text that DuckDB keeps and frees itself (<c>const char *</c>).</summary>
[CustomMarshaller(typeof(string), MarshalMode.ManagedToUnmanagedOut, typeof(BorrowedText))]
internal static unsafe class BorrowedText
{
    public static string? ConvertToManaged(byte* text) => Marshal.PtrToStringUTF8((nint)text);
}

/// <summary>UTF-8 text that the caller frees with duckdb_free (<c>char *</c>).</summary>
[CustomMarshaller(typeof(string), MarshalMode.ManagedToUnmanagedOut, typeof(OwnedText))]
internal static unsafe partial class OwnedText
{
    public static string? ConvertToManaged(byte* text) => Marshal.PtrToStringUTF8((nint)text);

    public static void Free(byte* text) => Release(text);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_free")]
    private static partial void Release(void* text);
}
