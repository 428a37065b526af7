using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace QualityInsight.Warehouse;

/// <summary>What the operating system holds this process to from now on. For the sandbox's process only.</summary>
internal static partial class ResourceLimits
{
    // Linux's numbers (asm-generic/resource.h).
    private const int FileSize = 1;
    private const int Data = 2;
    private const int Core = 4;

    /// <summary>So much memory, no file written, no core dump. Elsewhere than on Linux only DuckDB's own limits hold.</summary>
    public static void Apply(int megabytes)
    {
        if (!OperatingSystem.IsLinux())
            return;
        Set(Data, (ulong)megabytes << 20);
        Set(FileSize, 0);
        Set(Core, 0);
    }

    [SupportedOSPlatform("linux")]
    private static void Set(int resource, ulong value)
    {
        var limit = new Limit { Soft = value, Hard = value };
        if (SetLimit(resource, ref limit) != 0)
            throw new InvalidOperationException($"The sandbox cannot limit itself (resource {resource}, error {Marshal.GetLastPInvokeError()}).");
    }

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    [SupportedOSPlatform("linux")]
    private static partial int SetLimit(int resource, ref Limit limit);

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public ulong Soft;
        public ulong Hard;
    }
}
