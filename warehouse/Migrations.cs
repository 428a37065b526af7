using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace QualityInsight.Warehouse;

/// <summary>One step of the schema: a file <c>NNNN_title.sql</c> that never changes once it has been applied anywhere.</summary>
/// <param name="Number">Its place; steps are applied in this order.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Script">Its text, with line feeds.</param>
public sealed record Migration(int Number, string Name, string Script)
{
    /// <summary>SHA-256 of the script, hexadecimal.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Script)));
}

/// <summary>Brings a warehouse file up to the schema of this program, step by step, each in a transaction of its own.</summary>
internal static partial class Migrations
{
    private const string Folder = "schema";

    /// <summary>The steps of this program, in order.</summary>
    public static IReadOnlyList<Migration> Embedded { get; } = Read(typeof(Migrations).Assembly);

    /// <summary>Applies what is missing.</summary>
    /// <returns>The number of the last step, the schema's version.</returns>
    /// <exception cref="WarehouseException">An applied step was changed since, or the file is of a later program.</exception>
    public static int Apply(WarehouseSession session, IReadOnlyList<Migration> steps, TimeProvider time)
    {
        session.Execute(Sql.Load(typeof(Migrations), "sql/schema_version.sql"));
        var applied = session.Query(
            "SELECT number, name, checksum FROM schema_version ORDER BY number",
            row => (Number: row.Int(0), Name: row.Text(1), Checksum: row.Text(2)));
        foreach (var (number, name, checksum) in applied)
        {
            var step = steps.FirstOrDefault(step => step.Number == number)
                ?? throw new WarehouseException($"This warehouse has schema step {number} ({name}), which this program does not know: it was written by a later version. Update the program.");
            if (step.Checksum != checksum)
                throw new WarehouseException($"Schema step {step.Name} was changed after it had been applied to this warehouse. Put the old script back and add a new step instead.");
        }

        foreach (var step in steps.Where(step => applied.All(done => done.Number != step.Number)))
            ApplyOne(session, step, time);
        return steps.Count == 0 ? 0 : steps[^1].Number;
    }

    private static void ApplyOne(WarehouseSession session, Migration step, TimeProvider time) => session.InTransaction(() =>
    {
        session.Execute(step.Script);
        session.Execute(
            "INSERT INTO schema_version VALUES ($number, $name, $checksum, $applied_at)",
            new()
            {
                ["number"] = step.Number,
                ["name"] = step.Name,
                ["checksum"] = step.Checksum,
                ["applied_at"] = time.GetUtcNow().UtcDateTime,
            });
    });

    private static List<Migration> Read(Assembly assembly) =>
        [.. Sql.Names(assembly, Folder).Select(resource =>
        {
            var name = FileName().Match(resource);
            if (!name.Success)
                throw new InvalidOperationException($"A schema step is named NNNN_title.sql; {resource} is not.");
            return new Migration(int.Parse(name.Groups["number"].ValueSpan, CultureInfo.InvariantCulture), name.Value, Sql.Load(assembly, resource));
        }).OrderBy(step => step.Number)];

    [GeneratedRegex(@"(?<number>\d{4})_[a-z0-9_]+\.sql$", RegexOptions.ExplicitCapture)]
    private static partial Regex FileName();
}
