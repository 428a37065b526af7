using System.Diagnostics;
using System.Globalization;
using QualityInsight.Testing;

namespace QualityInsight.Reports.Tests;

/// <summary>A real SMTP server (npm <c>smtp-server</c>) for one test; ends with it.</summary>
internal sealed class SmtpServer : IDisposable
{
    private readonly Process _process;
    private readonly TempFolder _folder = new();

    private SmtpServer(string mode, params string[] certificate)
    {
        var script = Path.Combine(Repository.Root, "tests", "reports", "smtp", "server.mjs");
        _process = Process.Start(new ProcessStartInfo("node", [script, _folder.Path, mode, .. certificate]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The SMTP server did not start.");
        Port = int.Parse(line["PORT ".Length..], CultureInfo.InvariantCulture);
    }

    public int Port { get; }

    public static bool IsThere => Directory.Exists(Path.Combine(Repository.Root, "node_modules", "smtp-server"));

    public static SmtpServer Start(string mode = "accept") => new(mode);

    /// <summary>One that speaks TLS with a certificate of its own making.</summary>
    public static SmtpServer WithCertificate(string certificateFile, string keyFile) => new("accept", certificateFile, keyFile);

    /// <summary>Letters taken, with how they came (<c>tls</c> or <c>plain</c>).</summary>
    public IReadOnlyList<(string How, byte[] Bytes)> Taken => [.. Directory.GetFiles(_folder.Path, "*.eml").Order(StringComparer.Ordinal)
        .Select(f => (Path.GetFileNameWithoutExtension(f).Split('-')[1], File.ReadAllBytes(f)))];

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(5000)) _process.Kill();
        _process.Dispose();
        _folder.Dispose();
    }
}

/// <summary>A fact that needs the SMTP server of npm and skips, saying so, where it is not installed.</summary>
public sealed class SmtpFactAttribute : FactAttribute
{
    public SmtpFactAttribute()
    {
        if (!SmtpServer.IsThere) Skip = "npm package smtp-server is not installed (npm ci --ignore-scripts).";
    }
}
