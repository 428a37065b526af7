using System.Data.Common;
using System.Globalization;

namespace QualityInsight.Warehouse;

/// <summary>The settings DuckDB is opened with. Within a process the first opener's settings win for a file.</summary>
internal static class ConnectionSettings
{
    /// <summary>The owner: read-write, and nothing from outside by itself.</summary>
    public static string Owner(DataFolder folder, WarehouseOptions options)
    {
        var settings = Common(folder.WarehouseFile, options.Threads, options.MemoryLimit ?? HalfOfTheMachine());
        settings["temp_directory"] = options.TempFolder ?? folder.TempFolder;
        return settings.ConnectionString;
    }

    // DuckDB's own 80 % leaves too little for the process around it: at ten times the demo's size the kernel killed it.
    private static string HalfOfTheMachine() =>
        (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2 / (1 << 20)).ToString(CultureInfo.InvariantCulture) + "MiB";

    /// <summary>Settings that hold for every file of ours.</summary>
    public static DbConnectionStringBuilder Common(string file, int? threads, string? memoryLimit)
    {
        var settings = new DbConnectionStringBuilder
        {
            ["Data Source"] = file,
            ["autoinstall_known_extensions"] = "false",
            ["autoload_known_extensions"] = "false",
            ["allow_community_extensions"] = "false",
        };
        if (threads is { } count)
            settings["threads"] = count.ToString(CultureInfo.InvariantCulture);
        if (memoryLimit is not null)
            settings["memory_limit"] = memoryLimit;
        return settings;
    }
}
