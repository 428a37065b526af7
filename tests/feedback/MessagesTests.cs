using System.Text.RegularExpressions;
using QualityInsight.Testing;

namespace QualityInsight.Feedback.Tests;

public sealed partial class MessagesTests
{
    private static readonly HashSet<(string, string)> Keys = [.. Messages.Keys];

    [Fact]
    public void Every_closed_list_has_its_names_in_both_languages()
    {
        var lists = typeof(Case).Assembly.GetExportedTypes().Where(t => t.IsEnum
            && t.Name is not ("QueueSort" or "DayReason" or "Language"));
        foreach (var list in lists)
            foreach (var value in Enum.GetNames(list))
                Assert.Contains((list.Name, System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(value)), Keys);
    }

    [Fact]
    public void Every_command_and_event_has_its_name()
    {
        foreach (var type in typeof(Case).Assembly.GetExportedTypes().Where(t => !t.IsAbstract))
        {
            if (type.IsSubclassOf(typeof(CaseCommand)))
                Assert.Contains(("command", type.Name), Keys);
            if (type.IsSubclassOf(typeof(CaseEvent)))
                Assert.Contains(("event", type.Name), Keys);
        }
    }

    [Fact]
    public void Every_reason_the_code_gives_has_its_words_and_no_words_are_left_over()
    {
        var source = string.Join("\n", Directory.EnumerateFiles(Path.Combine(Repository.Root, "feedback"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/")).Select(File.ReadAllText));
        var used = ReasonKey().Matches(source).Select(m => m.Groups[1].Value).ToHashSet();
        var given = Reason().Matches(source).Select(m => m.Groups[1].Value + m.Groups[2].Value).ToHashSet();
        Assert.True(given.Count > 40, $"only {given.Count} reasons found");
        Assert.Equal([], given.Where(k => !Keys.Contains(("refusal", k))));
        var known = Keys.Where(k => k.Item1 == "refusal").Select(k => k.Item2).ToHashSet();
        Assert.Equal([], known.Except(used));
    }

    [Fact]
    public void A_refusal_says_from_where_to_where_and_why_in_both_languages()
    {
        var refusal = new World().Refused(Make.Handler, new SubmitFeedback("已改"), "WRONG_STATE");
        Assert.Equal("不能从「已转办」转为「反馈审核」（提交反馈）：仅在以下状态可以：整改中、解释说明、并案", refusal.Text(Language.Zh));
        Assert.Equal("Cannot go from dispatched to reply in review (submit the reply): possible only while rectifying, explaining, merged", refusal.Text(Language.En));
    }

    [Fact]
    public void Every_command_says_why_it_is_not_allowed_now()
    {
        var w = new World();
        var options = CommandCatalogue.Options(w.Situation(Make.Handler));
        Assert.Equal(CommandCatalogue.Names, options.Select(o => o.Name));
        string[] allowed = ["AcceptCase", "AddEvidence", "AddNote", "AddSupport", "AssignHandler", "RaiseFlag", "RequestReturn"];
        Assert.Equal(allowed, options.Where(o => o.Allowed).Select(o => o.Name).Order());
        Assert.All(options.Where(o => !o.Allowed), o => Assert.NotEmpty(o.Refusal!.Text(Language.Zh)));
    }

    [GeneratedRegex("(?:Refuse|No|Written)\\([^\"\\n]*\"([A-Z_]+)\"|Refusal\\([^\"\\n]*\"([A-Z_]+)\"")]
    private static partial Regex Reason();

    [GeneratedRegex("\"([A-Z]+(?:_[A-Z]+)+|LEDGER|STALE)\"")]
    private static partial Regex ReasonKey();
}
