using System.CommandLine;
using QualityInsight.Feedback;
using QualityInsight.Jobs.Host;

namespace QualityInsight.Jobs.Cli;

/// <summary><c>qi user</c>: accounts. Passwords are read from a file or asked for, never given on the command line.</summary>
internal static class UserCommand
{
    private const int ShortestPassword = 10;

    // No account of ours is signed in here: the audit names the machine's.
    private static readonly string By = "qi:" + Environment.UserName;

    public static Command Create()
    {
        var command = new Command("user", "Accounts: add, list, passwd, scope.");
        command.Subcommands.Add(Add());
        command.Subcommands.Add(List());
        command.Subcommands.Add(Passwd());
        command.Subcommands.Add(Scope());
        return command;
    }

    private static Argument<string> UserId() => new("id") { Description = "The name to log in with, lower case." };

    private static Option<string?> PasswordFile() => new("--password-file") { Description = "A file whose first line is the password; asked for where not given." };

    private static Command Add()
    {
        var (id, file) = (UserId(), PasswordFile());
        var name = new Option<string>("--name") { Description = "The name as shown.", Required = true };
        var roles = new Option<Role[]>("--role") { Description = "IntakeClerk, Handler, UnitLeader, AppealReviewer, Supervisor, Manager, Analyst, Auditor, Administrator.", Required = true, AllowMultipleArgumentsPerToken = true };
        var org = new Option<string?>("--org") { Description = "The home unit's code." };
        var scope = new Option<string[]>("--scope") { Description = "Units whose cases it sees, with those below; * for all. The home unit where not given.", AllowMultipleArgumentsPerToken = true };
        var staff = new Option<string?>("--staff") { Description = "The number under which the person is rated at a counter." };
        return new Command("add", "A new account.") { id, name, roles, org, scope, staff, file }.Does(async (parsed, cancellation) =>
        {
            var chosen = parsed.GetRequiredValue(roles);
            if (chosen.Any(r => r is Role.System or Role.Reviewer))
                throw new UsageException("System and Reviewer are not roles of an account");
            string[] seen = parsed.GetValue(scope) is { Length: > 0 } given ? given : parsed.GetValue(org) is { } home ? [home] : [];
            var password = Password(parsed.GetValue(file));
            using var operations = await Open(parsed, cancellation);
            try
            {
                await operations.Accounts.CreateAsync(new NewAccount(parsed.GetRequiredValue(id), parsed.GetRequiredValue(name), chosen,
                    parsed.GetValue(org), seen, parsed.GetValue(staff)), password, By, cancellation);
            }
            catch (InvalidOperationException e)
            {
                throw new RefusedException(e.Message);
            }
            Console.WriteLine($"{parsed.GetValue(id)}: {string.Join(", ", chosen)}; sees {(seen.Length == 0 ? "nothing yet (qi user scope)" : string.Join(", ", seen))}");
            return ExitCode.Done;
        });
    }

    private static Command List()
    {
        var json = CommonOptions.Json();
        return new Command("list", "All accounts.") { json }.Does(async (parsed, cancellation) =>
        {
            using var operations = await Open(parsed, cancellation);
            var all = await operations.Accounts.ListAsync(cancellation);
            if (parsed.GetValue(json))
                JsonOut.Print(all.Select(a => new { a.UserId, a.Name, a.OrgCode, a.IsActive }));
            else
                foreach (var a in all)
                    Console.WriteLine($"{a.UserId,-20} {a.Name} {a.OrgCode}{(a.IsActive ? "" : " (closed)")}");
            return ExitCode.Done;
        });
    }

    private static Command Passwd()
    {
        var (id, file) = (UserId(), PasswordFile());
        return new Command("passwd", "A new password; unlocks the account.") { id, file }.Does(async (parsed, cancellation) =>
        {
            var password = Password(parsed.GetValue(file));
            using var operations = await Open(parsed, cancellation);
            await Known(() => operations.Accounts.SetPasswordAsync(parsed.GetRequiredValue(id), password, By, cancellation));
            Console.WriteLine($"{parsed.GetValue(id)}: new password set");
            return ExitCode.Done;
        });
    }

    private static Command Scope()
    {
        var id = UserId();
        var orgs = new Argument<string[]>("orgs") { Description = "Units, with those below; * for all." };
        return new Command("scope", "Whose cases an account sees.") { id, orgs }.Does(async (parsed, cancellation) =>
        {
            using var operations = await Open(parsed, cancellation);
            await Known(() => operations.Accounts.SetScopeAsync(parsed.GetRequiredValue(id), parsed.GetRequiredValue(orgs), By, cancellation));
            Console.WriteLine($"{parsed.GetValue(id)}: sees {string.Join(", ", parsed.GetRequiredValue(orgs))}");
            return ExitCode.Done;
        });
    }

    private static Task<FeedbackRoom> Open(ParseResult parsed, CancellationToken cancellation) =>
        Operations.Open(parsed.Deployment(), DemoClock.Of(parsed.Deployment()), cancellation);

    private static async Task Known(Func<Task> change)
    {
        try
        {
            await change();
        }
        catch (InvalidOperationException e)
        {
            throw new RefusedException(e.Message);
        }
    }

    private static string Password(string? file)
    {
        var password = file is not null
            ? File.Exists(file) ? File.ReadLines(file).FirstOrDefault() ?? "" : throw new RefusedException($"{file}: no such file")
            : Ask();
        return password.Length >= ShortestPassword
            ? password
            : throw new RefusedException($"a password has at least {ShortestPassword} characters");
    }

    private static string Ask()
    {
        if (Console.IsInputRedirected)
            return Console.In.ReadLine() ?? "";
        Console.Error.Write("Password: ");
        var typed = new System.Text.StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
                typed.Length = Math.Max(0, typed.Length - 1);
            else if (key.KeyChar != '\0')
                typed.Append(key.KeyChar);
        }
        Console.Error.WriteLine();
        return typed.ToString();
    }
}
