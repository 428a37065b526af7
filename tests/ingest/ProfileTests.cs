namespace QualityInsight.Ingest.Tests;

public sealed class ProfileTests
{
    public static TheoryData<string> Shipped() => [.. ProfileCatalog.Names];

    [Theory, MemberData(nameof(Shipped))]
    public void Every_profile_of_the_program_can_be_read(string name) => Assert.Equal(name, ProfileCatalog.Load(name).Name);

    [Fact]
    public void Canonical_fields_and_checks_are_all_documented()
    {
        var text = File.ReadAllText(Path.Combine(Testing.Repository.Root, "ingest", "profiles", "README.md"));
        foreach (var entity in Entities.All.Values)
        {
            var line = text.Split('\n').Single(l => l.StartsWith($"| {entity.Name} | **", StringComparison.Ordinal));
            foreach (var field in entity.Fields)
            {
                Assert.Matches($@"[ *]{field.Name}[ *,(|]", line);
                if (field.Name != "ticket_source") Assert.Equal(field.Required && field.Default is null, line.Contains($"**{field.Name}**", StringComparison.Ordinal));
                foreach (var value in field.Values.Where(v => field.Name is not ("case_type" or "promise_unit"))) Assert.Contains($"`{value}`", line);
            }

            foreach (var check in entity.Checks) Assert.Contains($"`{check.Name}`", text);
        }
    }

    [Fact]
    public void A_review_feed_without_direction_cannot_be_used()
    {
        var text = ProfileCatalogText("    satisfaction: five_is_best\n", "");
        var error = Assert.Throws<ProfileException>(() => ProfileCatalog.Parse("test", text));
        Assert.Contains("lacks `satisfaction`", error.Message, StringComparison.Ordinal);
        Assert.Contains("five_is_best, one_is_best, mapped", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("entity: review", "entity: revue", "test.yaml:5: outputs[0].entity: `revue` is not allowed; one of: ticket")]
    [InlineData("reviewed_at: t", "reviewed: t", "test.yaml:10: outputs[0].fields.reviewed: review has no such field; allowed: review_no")]
    [InlineData("level: l", "level: {colunm: l}", "level.colunm: unknown key; allowed here: column, join")]
    [InlineData("level: l", "level: {column: l, map: {\"1\": 5}}", "a `map` is for `satisfaction: mapped`")]
    [InlineData("five_is_best", "mapped", "needs a `map` from the feed's codes")]
    [InlineData("channel: {const: PC}", "channel: {const: WEB}", "`WEB` is not allowed for channel; one of: PC, MOBILE")]
    [InlineData("channel: {const: PC}", "channel: {column: c, map: {\"1\": WEB}}", "outputs[0].fields.channel.map.1: `WEB` is not allowed for channel")]
    [InlineData("channel: {const: PC}", "", "review needs `channel`")]
    [InlineData("source: test", "source: test\nzone: Asia/Peking", "test.yaml:4: zone: `Asia/Peking` is not a time zone")]
    [InlineData("source: test", "source: test\nearliest: 1.1.2000", "earliest: `1.1.2000` is not a date")]
    [InlineData("profile: test", "profile: other", "`other` is not the file's name; it must be `test`")]
    [InlineData("source: test", "source: test\nformat: {encoding: gbk}", "format.encoding: `gbk` is not allowed; one of: auto, utf-8, gb18030")]
    [InlineData("level: l", "level: l\n    checks: {late: keep}", "checks.late: review has no such check")]
    [InlineData("level: l", "level: l\n    empty_when: [{reason: x, fields: [level], column: {l: \"9\"}}]", "`level` is required and cannot be emptied")]
    [InlineData("level: l", "level: l\n    refuse_when: [{reason: x, field: {level: {lt: low}}}]", "`low` is neither a value of its kind nor a canonical field")]
    [InlineData("level: l", "level: l\n    distinct_on: [ticket_no]", "must hold the natural key of review: review_no")]
    [InlineData("level: l", "level: [", "is not valid YAML")]
    public void Errors_say_file_line_key_and_what_is_allowed(string old, string @new, string expected)
    {
        var error = Assert.Throws<ProfileException>(() => ProfileCatalog.Parse("test", ProfileCatalogText(old, @new)));
        Assert.StartsWith("test.yaml", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_profile_names_those_there_are()
    {
        var error = Assert.Throws<ProfileException>(() => ProfileCatalog.Load("baltimore"));
        Assert.Contains("baltimore-311", error.Message, StringComparison.Ordinal);
    }

    private static string ProfileCatalogText(string old, string @new)
    {
        const string Good = "profile: test\ntitle: T\nsource: test\noutputs:\n  - entity: review\n    satisfaction: five_is_best\n    fields:\n      review_no: n\n      channel: {const: PC}\n      reviewed_at: t\n      level: l\n";
        Assert.Contains(old, Good, StringComparison.Ordinal);
        _ = ProfileCatalog.Parse("test", Good);
        return Good.Replace(old, @new, StringComparison.Ordinal);
    }
}
