using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace QualityInsight.Warehouse;

/// <summary>Making files and names last through a power cut.</summary>
internal static partial class Posix
{
    private const int ReadOnly = 0;

    /// <summary>Waits until a file's content is on the disk. Not for a file that DuckDB has open in this process.</summary>
    public static void SyncFile(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }

    /// <summary>Waits until a folder's names are on the disk. Windows does that by itself.</summary>
    public static void SyncFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        var folder = Open(path, ReadOnly);
        if (folder < 0)
            throw new IOException($"Cannot open folder {path}: error {Marshal.GetLastPInvokeError()}.");
        try
        {
            if (Sync(folder) != 0)
                throw new IOException($"Cannot sync folder {path}: error {Marshal.GetLastPInvokeError()}.");
        }
        finally
        {
            _ = CloseFile(folder);
        }
    }

    /// <summary>Takes the right to write from everybody.</summary>
    public static void MakeReadOnly(string path)
    {
        if (OperatingSystem.IsWindows())
            File.SetAttributes(path, FileAttributes.ReadOnly);
        else
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [UnsupportedOSPlatform("windows")]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [UnsupportedOSPlatform("windows")]
    private static partial int Sync(int file);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    [UnsupportedOSPlatform("windows")]
    private static partial int CloseFile(int file);
}
