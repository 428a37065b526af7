using System.Runtime.InteropServices;

namespace QualityInsight.Jobs.Bench;

/// <summary>Lets the operating system forget a file's pages, so that the next reading comes from the disk.</summary>
internal static partial class PageCache
{
    private const int DontNeed = 4;

    /// <summary>True where it was done (Linux).</summary>
    public static bool Drop(string path)
    {
        if (!OperatingSystem.IsLinux())
            return false;
        using var file = File.OpenHandle(path);
        return Advise(file.DangerousGetHandle().ToInt32(), 0, 0, DontNeed) == 0;
    }

    [LibraryImport("libc", EntryPoint = "posix_fadvise")]
    private static partial int Advise(int file, long offset, long length, int advice);
}
