using System.Diagnostics;
using System.Text;
using QualityInsight.Testing;

namespace QualityInsight.Jobs.Tests;

/// <summary>The built <c>qi</c> as a process of its own, to be killed, interrupted, or to hold a folder.</summary>
internal sealed class QiProcess : IDisposable
{
    private static readonly string Program = Path.Combine(Repository.Root, "jobs", "bin", Configuration(), "net10.0", "qi.dll");
    private readonly Process _process;
    private readonly StringBuilder _said = new();

    internal QiProcess(params string[] arguments)
    {
        // A runner started in the background hands on an ignored SIGINT; the child is to have the default.
        _process = Process.Start(new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    internal int Id => _process.Id;

    internal bool HasEnded => _process.HasExited;

    internal string Said { get { lock (_said) return _said.ToString(); } }

    /// <summary>SIGKILL; true where it was still running.</summary>
    internal bool Kill()
    {
        _process.Kill();
        _process.WaitForExit();
        return _process.ExitCode == 137;
    }

    /// <summary>SIGINT, as Ctrl-C gives; the exit code.</summary>
    internal async Task<int> Interrupt()
    {
        using (var kill = Process.Start("kill", ["-INT", $"{Id}"]))
            await kill.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        lock (_said)
            _said.AppendLine(line);
    }

    private static string Configuration() => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
}
