using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace QualityInsight.Jobs.Bench;

/// <summary>
/// A PostgreSQL of its own: private data folder and port, trust for local connections, never the system's. Needs the
/// server's programs (Debian: <c>postgresql</c>); as root they run as the user <c>postgres</c>.
/// </summary>
internal sealed class PrivatePostgres : IDisposable
{
    private static readonly string? Programs = FindPrograms();
    private readonly string _data;

    /// <summary>Starts a cluster in a folder, making it there where it is not; a few seconds.</summary>
    /// <param name="folder">The folder; the server's user becomes its owner.</param>
    /// <param name="settings">More of the server's settings, each <c>name=value</c>.</param>
    public PrivatePostgres(string folder, params IReadOnlyList<string> settings)
    {
        if (!IsAvailable)
            throw new InvalidOperationException(Absent);
        Directory.CreateDirectory(folder);
        _data = Path.Combine(folder, "pg");
        if (!Directory.Exists(_data))
        {
            Directory.CreateDirectory(_data);
            if (Environment.UserName == "root")
                Run("chown", "-R", "postgres", folder);
            Program("initdb", "-D", _data, "-A", "trust", "-U", "qi", "-E", "UTF8", "--locale=C", "--no-sync");
        }
        File.Delete(Path.Combine(_data, "postmaster.pid"));
        var port = FreePort();
        Program("pg_ctl", "-D", _data, "-w", "-l", Path.Combine(_data, "log"), "-o",
            $"-p {port} -k {_data} -c listen_addresses=127.0.0.1 -c timezone=UTC {string.Join(' ', settings.Select(s => "-c " + s))}", "start");
        ConnectionString = $"Host=127.0.0.1;Port={port};Username=qi;Database=postgres;Timeout=300;Command Timeout=600";
    }

    /// <summary>True where the server's programs are on this machine.</summary>
    public static bool IsAvailable => Programs is not null;

    /// <summary>What is said where they are not.</summary>
    public const string Absent = "PostgreSQL's server programs are absent on this machine (Debian: apt-get install postgresql)";

    /// <summary>For Npgsql; a superuser's. Waits for minutes, because a loaded machine starts and answers slowly.</summary>
    public string ConnectionString { get; }

    /// <summary>How it is stopped: <c>fast</c> keeps its data in order, <c>immediate</c> does not wait.</summary>
    public string StopMode { get; init; } = "fast";

    /// <inheritdoc />
    public void Dispose() => Program("pg_ctl", "-D", _data, "-m", StopMode, "-w", "stop");

    private static void Program(string name, params string[] arguments)
    {
        var program = Path.Combine(Programs!, name);
        if (Environment.UserName == "root")
            Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", "--", program, .. arguments]);
        else
            Run(program, arguments);
    }

    // Output is not redirected: the server inherits it from pg_ctl and would keep a pipe open for ever.
    private static void Run(string program, params string[] arguments)
    {
        var log = Path.GetTempFileName();
        var quoted = string.Join(' ', arguments.Prepend(program).Select(a => "'" + a.Replace("'", "'\\''") + "'"));
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"cd / && {quoted} > {log} 2>&1 < /dev/null"]))!;
        if (!process.WaitForExit(TimeSpan.FromSeconds(120)))
            throw new InvalidOperationException($"{program} did not end within two minutes.");
        var said = File.ReadAllText(log);
        File.Delete(log);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} failed ({process.ExitCode}): {said}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string? FindPrograms()
    {
        var versions = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        return versions
            .OrderByDescending(v => double.TryParse(Path.GetFileName(v), CultureInfo.InvariantCulture, out var n) ? n : 0)
            .Select(v => Path.Combine(v, "bin"))
            .FirstOrDefault(b => File.Exists(Path.Combine(b, "initdb")));
    }
}
