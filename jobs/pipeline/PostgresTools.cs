using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;
using QualityInsight.Jobs.Cli;

namespace QualityInsight.Jobs.Pipeline;

/// <summary>PostgreSQL's own programs for copies: <c>pg_dump</c>, which copies as of one moment while others write, and <c>pg_restore</c>.</summary>
internal static class PostgresTools
{
    /// <summary>Copies a database into a file of the custom format.</summary>
    /// <exception cref="RefusedException">The program is absent or failed; the message says what it said.</exception>
    public static void Dump(string connection, string file) =>
        Run("pg_dump", connection, ["--format=custom", "--no-owner", "--no-privileges", "--file", file]);

    /// <summary>Puts a copy in the place of what the database holds, all of it or nothing.</summary>
    /// <exception cref="RefusedException">The program is absent or failed; the database is then as it was.</exception>
    public static void Restore(string connection, string file) =>
        Run("pg_restore", connection, ["--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error"], file);

    private static void Run(string program, string connection, string[] options, params string[] last)
    {
        var to = new NpgsqlConnectionStringBuilder(connection);
        var info = new ProcessStartInfo(program) { RedirectStandardError = true };
        foreach (var argument in (string[])
            [.. options, "--host", to.Host ?? "localhost", "--port", to.Port.ToString(CultureInfo.InvariantCulture), "--username", to.Username ?? "",
                "--no-password", "--dbname", to.Database ?? "", .. last])
            info.ArgumentList.Add(argument);
        // In the environment and not on the command line, which everybody on the machine can read.
        if (to.Password is { Length: > 0 } password)
            info.Environment["PGPASSWORD"] = password;
        try
        {
            using var process = Process.Start(info)!;
            var said = process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
                throw new RefusedException($"{program} ended with {process.ExitCode}: {said.Trim()}");
        }
        catch (Win32Exception)
        {
            throw new RefusedException($"{program} is not on this machine (Debian: apt-get install postgresql-client); without it the operations store in PostgreSQL cannot be copied");
        }
    }
}
