using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace QualityInsight.Warehouse;

/// <summary>One process of the sandbox, seen from the program.</summary>
internal sealed class SandboxProcess : IDisposable
{
    private const string Worker = "QualityInsight.Sandbox.dll";
    private readonly Process process;

    public SandboxProcess(int memoryMegabytes)
    {
        MemoryMegabytes = memoryMegabytes;
        var worker = Path.Combine(AppContext.BaseDirectory, Worker);
        if (!File.Exists(worker))
            throw new WarehouseException($"{Worker} is not beside the program ({AppContext.BaseDirectory}): the SQL sandbox cannot start.");
        var start = new ProcessStartInfo(Dotnet())
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
        };
        start.ArgumentList.Add(worker);
        // Nothing of the program's environment (secrets) goes along. Writing executable memory through a file mapping
        // would break on the limit of file size.
        start.Environment.Clear();
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x10000000";
        start.Environment["LANG"] = "C.UTF-8";
        process = Process.Start(start) ?? throw new WarehouseException("The SQL sandbox cannot start.");
    }

    /// <summary>What it is held to.</summary>
    public int MemoryMegabytes { get; }

    /// <summary>Statements it has run.</summary>
    public int Served { get; private set; }

    public void Ask(SandboxRequest request)
    {
        Served++;
        process.StandardInput.WriteLine(JsonSerializer.Serialize(request, SandboxProtocol.Json));
        process.StandardInput.Flush();
    }

    /// <summary>Its next line; null when it has ended.</summary>
    public string? Line() => process.StandardOutput.ReadLine();

    public void Kill()
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Kill();
        process.WaitForExit();
        process.Dispose();
    }

    // The runtime this program runs on lies in <root>/shared/Microsoft.NETCore.App/<version>/.
    private static string Dotnet()
    {
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var host = Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return File.Exists(host) ? host : "dotnet";
    }
}
