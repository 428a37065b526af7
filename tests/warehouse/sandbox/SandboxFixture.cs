using QualityInsight.Testing;

namespace QualityInsight.Warehouse.Tests.Sandbox;

/// <summary>A published data folder, a file that nobody may read, and one sandbox for all tests of a class.</summary>
public sealed class SandboxFixture : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly DataWarehouse warehouse;

    public SandboxFixture()
    {
        Environment.SetEnvironmentVariable("QI_TEST_SECRET", Secret);
        warehouse = DataWarehouse.Open(folder.Path, TimeProvider.System);
        using (var session = warehouse.OpenSession())
            session.Execute("""
                INSERT INTO review (source, review_no, channel, level, is_default, is_named, reviewed_at, person_hash, batch_id, line_no)
                SELECT 'test', 'R' || range, 'QR', range % 5 + 1, false, true, TIMESTAMP '2026-01-01 09:00:00' + INTERVAL 1 MINUTE * range, 'hash', 1, range
                FROM range(10000)
                """);
        ServingFile.Publish(warehouse, [
            new("bad.sql", "CREATE VIEW bad_review AS SELECT * FROM review WHERE level <= 2"),
            new("by.sql", "CREATE MACRO reviews_of(wanted) AS TABLE SELECT * FROM review WHERE level = wanted")]);
        File.WriteAllText(SecretFile, "secret\n" + Secret);
        Sandbox = new(folder.Path);
    }

    public const string Secret = "not-for-analysts";

    public SqlSandbox Sandbox { get; }

    public string Folder => folder.Path;

    public string SecretFile => folder.File("secret.csv");

    public string Written => folder.File("written");

    public List<object?[]> All(string sql, SandboxLimits? limits = null)
    {
        using var result = Sandbox.Run(sql, limits);
        return [.. result.Rows()];
    }

    public void Dispose()
    {
        Sandbox.Dispose();
        warehouse.Dispose();
        folder.Dispose();
    }
}
