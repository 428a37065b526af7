using QualityInsight.Testing;

namespace QualityInsight.Jobs.Tests;

/// <summary><c>qi policy</c> and <c>qi calendar show/load</c> over a deployment of their own.</summary>
[Collection("command line")]
public sealed class PolicyTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Task<Outcome> Qi(params string[] arguments) => CommandLine.Qi([.. arguments, "--data", _folder.Path]);

    [Fact]
    public async Task Policies_are_listed_shown_compared_tried_and_put_in_force_on_record()
    {
        Assert.Contains("default", (await Qi("policy", "list")).Ended(0).Out, StringComparison.Ordinal);
        Assert.Contains("原则上不准退单", (await Qi("policy", "show", "shanghai")).Ended(0).Out, StringComparison.Ordinal);
        Assert.Contains("Returns a case: 1 → 0", (await Qi("policy", "diff", "default", "shanghai", "--lang", "en")).Ended(0).Out, StringComparison.Ordinal);
        Assert.Equal(0, (int)(await Qi("policy", "try", "shanghai", "--json")).Ended(0).Json["cases"]!);
        (await Qi("policy", "try", "shanghai", "--from", "2026-09-30", "--to", "2026-07-01")).Ended(2);
        (await Qi("policy", "show", "nowhere")).Ended(1);
        var password = _folder.File("password");
        await File.WriteAllTextAsync(password, "correct horse battery");
        (await Qi("user", "add", "boss", "--name", "何主任", "--role", "Manager", "--scope", "*", "--password-file", password)).Ended(0);
        (await Qi("user", "add", "clerk", "--name", "陈受理", "--role", "IntakeClerk", "--scope", "*", "--password-file", password)).Ended(0);
        (await Qi("policy", "activate", "shanghai", "--from", "2099-01-01", "--reason", "试点", "--by", "clerk")).Ended(1);
        (await Qi("policy", "activate", "shanghai", "--from", "2020-01-01", "--reason", "试点", "--by", "boss")).Ended(1);
        (await Qi("policy", "activate", "shanghai", "--from", "2099-01-01", "--reason", "试点", "--by", "boss")).Ended(0);
        var first = (await Qi("policy", "list", "--json")).Ended(0).Json["versions"]!.AsArray()[0]!;
        Assert.Equal(("shanghai", "2099-01-01", "boss", "试点"), ((string)first["id"]!, (string)first["valid_from"]!, (string)first["activated_by"]!, (string)first["reason"]!));
        var broken = _folder.File("broken.yaml");
        await File.WriteAllTextAsync(broken, "id: x\nlimits:\n  verify: { amount: 3, unit: WORKDAY }\n");
        Assert.Contains("broken.yaml:3: limits.verify", (await Qi("policy", "show", broken)).Ended(1).Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_is_shown_previewed_and_loaded_by_name()
    {
        Assert.Contains("2026-10-10 worked 国庆节", (await Qi("calendar", "show", "2026", "--lang", "en")).Ended(0).Out, StringComparison.Ordinal);
        var year = _folder.File("2099.json");
        await File.WriteAllTextAsync(year, """{"region":"CN","years":[{"year":2099,"papers":["x"]}],"days":[{"date":"2099-01-02","name":"元旦","off":true}]}""");
        Assert.False((bool)(await Qi("calendar", "load", year, "--dry-run", "--json")).Ended(0).Json["loaded"]!);
        Assert.False((bool)(await Qi("calendar", "show", "2099", "--json")).Ended(0).Json["announced"]!);
        (await Qi("calendar", "load", year)).Ended(2);
        var password = _folder.File("password");
        await File.WriteAllTextAsync(password, "correct horse battery");
        (await Qi("user", "add", "boss", "--name", "何主任", "--role", "Manager", "--scope", "*", "--password-file", password)).Ended(0);
        (await Qi("calendar", "load", year, "--by", "boss", "--reason", "已公布")).Ended(0);
        Assert.True((bool)(await Qi("calendar", "show", "2099", "--json")).Ended(0).Json["announced"]!);
        await File.WriteAllTextAsync(year, "{}");
        (await Qi("calendar", "load", year, "--dry-run")).Ended(1);
    }
}
