using System.CommandLine;
using QualityInsight.Jobs.Host;

namespace QualityInsight.Jobs.Cli;

/// <summary><c>qi audit</c>: the access audit's chain, checked from its first row.</summary>
internal static class AuditCommand
{
    public static Command Create() => new("audit", "The access audit: verify.") { Verify() };

    private static Command Verify()
    {
        var head = new Option<string?>("--head") { Description = "ROW:HASH as noted at an earlier check and kept elsewhere; shows whether rows were cut off at the end." };
        var json = CommonOptions.Json();
        return new Command("verify", "Checks the whole chain; ends with 1 where a row is not as it was written.") { head, json }.Does(async (parsed, cancellation) =>
        {
            var noted = parsed.GetValue(head) is { } text ? Noted(text) : null;
            using var operations = await Operations.Open(parsed.Deployment(), DemoClock.Of(parsed.Deployment()), cancellation);
            var check = await operations.Audit.VerifyAsync(cancellation);
            var cut = noted is var (row, hash) && await operations.Audit.HashOfAsync(row, cancellation) != hash;
            if (parsed.GetValue(json))
                JsonOut.Print(new { check.Rows, check.FirstBroken, Head = $"{check.Rows}:{check.HeadHash}", HeadFound = noted is null ? (bool?)null : !cut });
            else if (check.FirstBroken is null && !cut)
                Console.WriteLine($"{check.Rows:N0} rows, whole. Head, to be kept elsewhere: {check.Rows}:{check.HeadHash}");
            if (check.FirstBroken is { } broken)
                throw new RefusedException($"row {broken} of the access audit is not as it was written: compare with a backup from before, and find out who could write to the store");
            if (cut)
                throw new RefusedException($"the head noted, row {noted!.Value.Row}, is not in the access audit: rows were cut off or written anew since");
            return ExitCode.Done;
        });
    }

    private static (long Row, string Hash)? Noted(string text) =>
        text.Split(':') is [var row, { Length: 64 } hash] && long.TryParse(row, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? (number, hash)
            : throw new UsageException($"--head '{text}': write ROW:HASH as an earlier check printed it");
}
