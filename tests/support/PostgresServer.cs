using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace QualityInsight.Testing;

/// <summary>
/// A real PostgreSQL of its own for tests: private data folder and port, trust for local connections, never the system's.
/// Needs the server's programs (Debian: <c>postgresql</c>); as root they run as the user <c>postgres</c>.
/// </summary>
public sealed class PostgresServer : IDisposable
{
    private static readonly string? Programs = FindPrograms();
    private readonly TempFolder _folder = new();
    private readonly string _data;

    /// <summary>Makes a cluster and starts it; a few seconds.</summary>
    public PostgresServer()
    {
        if (!IsAvailable)
            throw new InvalidOperationException(Absent);
        _data = _folder.File("pg");
        Directory.CreateDirectory(_data);
        if (Environment.UserName == "root")
            Run("chown", "-R", "postgres", _folder.Path);
        var port = FreePort();
        Program("initdb", "-D", _data, "-A", "trust", "-U", "qi", "-E", "UTF8", "--locale=C", "--no-sync");
        Program("pg_ctl", "-D", _data, "-w", "-l", Path.Combine(_data, "log"), "-o",
            $"-p {port} -k {_data} -c listen_addresses=127.0.0.1 -c fsync=off -c timezone=UTC", "start");
        ConnectionString = $"Host=127.0.0.1;Port={port};Username=qi;Database=postgres";
    }

    /// <summary>True where the server's programs are on this machine.</summary>
    public static bool IsAvailable => Programs is not null;

    /// <summary>What a skipped test says.</summary>
    public const string Absent = "PostgreSQL's server programs are absent on this machine (Debian: apt-get install postgresql)";

    /// <summary>For Npgsql; a superuser of an empty database.</summary>
    public string ConnectionString { get; }

    /// <inheritdoc />
    public void Dispose()
    {
        Program("pg_ctl", "-D", _data, "-m", "immediate", "-w", "stop");
        _folder.Dispose();
    }

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
        if (!process.WaitForExit(TimeSpan.FromSeconds(60)))
            throw new InvalidOperationException($"{program} did not end within a minute.");
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

/// <summary>A fact that needs <see cref="PostgresServer"/> and skips, saying so, where its programs are absent.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    /// <summary>Skips where there is no PostgreSQL.</summary>
    public PostgresFactAttribute()
    {
        if (!PostgresServer.IsAvailable)
            Skip = PostgresServer.Absent;
    }
}
