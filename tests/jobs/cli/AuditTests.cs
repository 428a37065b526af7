using Microsoft.Data.Sqlite;
using QualityInsight.Testing;

namespace QualityInsight.Jobs.Tests;

/// <summary><c>qi audit verify</c> over a deployment of its own.</summary>
[Collection("command line")]
public sealed class AuditTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Task<Outcome> Qi(params string[] arguments) => CommandLine.Qi([.. arguments, "--data", _folder.Path]);

    [Fact]
    public async Task A_row_changed_or_cut_off_is_found_by_the_chain_or_by_the_head_noted_before()
    {
        var password = _folder.File("password");
        await File.WriteAllTextAsync(password, "correct horse battery");
        (await Qi("user", "add", "boss", "--name", "何主任", "--role", "Manager", "--scope", "*", "--password-file", password)).Ended(0);
        (await Qi("policy", "activate", "shanghai", "--from", "2099-01-01", "--reason", "试点", "--by", "boss")).Ended(0);
        (await Qi("policy", "activate", "shenzhen", "--from", "2099-02-01", "--reason", "试点", "--by", "boss")).Ended(0);
        var whole = (await Qi("audit", "verify", "--json")).Ended(0).Json;
        var (rows, head) = ((long)whole["rows"]!, (string)whole["head"]!);
        Assert.True(rows >= 2, "nothing is in the audit: the test says little");
        Assert.Contains("whole", (await Qi("audit", "verify", "--head", head)).Ended(0).Out, StringComparison.Ordinal);
        (await Qi("audit", "verify", "--head", "1:short")).Ended(2);

        Forge($"DELETE FROM access_audit WHERE seq = {rows}");
        (await Qi("audit", "verify")).Ended(0); // a chain without its end is whole by itself
        Assert.Contains("cut off", (await Qi("audit", "verify", "--head", head)).Ended(1).Err, StringComparison.Ordinal);
        Forge("UPDATE access_audit SET purpose = 'x' WHERE seq = 1");
        Assert.Contains("row 1 of the access audit", (await Qi("audit", "verify")).Ended(1).Err, StringComparison.Ordinal);
    }

    /// <summary>As somebody who can write to the file and knows of the triggers.</summary>
    private void Forge(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File("operations.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'access_audit'";
        var drop = command.ExecuteScalar() as string ?? "SELECT 1";
        command.CommandText = drop + ";" + sql;
        command.ExecuteNonQuery();
    }
}
