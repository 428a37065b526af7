using System.CommandLine;
using System.Globalization;
using QualityInsight.Feedback;
using QualityInsight.Jobs.Host;
using Spectre.Console;

namespace QualityInsight.Jobs.Cli;

/// <summary><c>qi policy</c>: the rules cases live under: listed, read, compared, tried on past cases and put in force.</summary>
internal static class PolicyCommand
{
    public static Command Create()
    {
        var command = new Command("policy", "Policies: list, show, diff, try, activate.");
        command.Subcommands.Add(List());
        command.Subcommands.Add(Show());
        command.Subcommands.Add(Diff());
        command.Subcommands.Add(Try());
        command.Subcommands.Add(Activate());
        return command;
    }

    private static Command List()
    {
        var json = CommonOptions.Json();
        return new Command("list", "Every version ever put in force, and what is shipped.") { json }.Does(async (parsed, cancellation) =>
        {
            using var room = await Open(parsed, cancellation);
            var versions = await room.Policies.ListAsync(cancellation);
            if (parsed.GetValue(json))
            {
                JsonOut.Print(new
                {
                    versions = versions.Select(v => new { v.Policy.Id, version = Short(v.Policy), v.Policy.ValidFrom, v.ActivatedUtc, v.ActivatedBy, v.Reason, v.Cases, v.OpenCases }),
                    shipped = PolicyFile.AllShipped.Select(p => new { p.Id, version = Short(p), p.NameZh, p.NameEn }),
                });
                return ExitCode.Done;
            }
            var table = new Table().Border(TableBorder.Simple);
            foreach (var head in new[] { "version", "policy", "from", "cases", "open", "put in force (UTC)", "by", "why" })
                table.AddColumn(head);
            foreach (var v in versions)
                table.AddRow(new[] { Short(v.Policy), $"{v.Policy.Id} {v.Policy.NameZh}", Day(v.Policy.ValidFrom), $"{v.Cases}", $"{v.OpenCases}",
                    v.ActivatedUtc.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), v.ActivatedBy, v.Reason }.Select(Markup.Escape).ToArray());
            AnsiConsole.Write(table);
            Console.WriteLine($"shipped: {string.Join(", ", PolicyFile.AllShipped.Select(p => p.Id))}");
            return ExitCode.Done;
        });
    }

    private static Command Show()
    {
        var (policy, lang, json) = (Which("policy"), Language(), CommonOptions.Json());
        var yaml = new Option<bool>("--yaml") { Description = "The text itself." };
        return new Command("show", "One policy, rule by rule, with its sources.") { policy, lang, yaml, json }.Does(async (parsed, cancellation) =>
        {
            using var room = await Open(parsed, cancellation);
            var found = await Find(room, parsed.GetRequiredValue(policy), cancellation);
            var language = Of(parsed, lang);
            if (parsed.GetValue(yaml))
                Console.Write(found.Yaml);
            else if (parsed.GetValue(json))
                JsonOut.Print(new { found.Id, version = found.Hash, rules = PolicyTerms.Of(found).Select(t => new { t.Key, name = t.Name(language), value = t.Value(language) }), sources = found.After });
            else
            {
                Console.WriteLine($"{found.Id} {Short(found)} · {found.Name(language)}");
                foreach (var term in PolicyTerms.Of(found))
                    Console.WriteLine($"  {term.Name(language)}: {term.Value(language)}");
                foreach (var source in found.After)
                    Console.WriteLine($"  ※ {source}");
            }
            return ExitCode.Done;
        });
    }

    private static Command Diff()
    {
        var (a, b, lang, json) = (Which("a"), Which("b"), Language(), CommonOptions.Json());
        return new Command("diff", "The rules in which two policies differ.") { a, b, lang, json }.Does(async (parsed, cancellation) =>
        {
            using var room = await Open(parsed, cancellation);
            var (before, after) = (await Find(room, parsed.GetRequiredValue(a), cancellation), await Find(room, parsed.GetRequiredValue(b), cancellation));
            var language = Of(parsed, lang);
            var differences = PolicyTerms.Differences(before, after);
            if (parsed.GetValue(json))
                JsonOut.Print(differences.Select(d => new { d.Before.Key, before = d.Before.Value(language), after = d.After.Value(language) }));
            else
                foreach (var d in differences)
                    Console.WriteLine($"{d.Before.Name(language)}: {d.Before.Value(language)} → {d.After.Value(language)}");
            return ExitCode.Done;
        });
    }

    private static Command Try()
    {
        var (policy, lang, json) = (Which("policy"), Language(), CommonOptions.Json());
        var from = new Option<string?>("--from") { Description = "First day of opening, 2026-07-01; the last whole quarter where not given." };
        var to = new Option<string?>("--to") { Description = "Last day of opening." };
        var cases = new Option<bool>("--cases") { Description = "Also the cases that come out differently, as CSV." };
        return new Command("try", "What a policy would have done to the cases of a period. Changes nothing.") { policy, from, to, lang, cases, json }.Does(async (parsed, cancellation) =>
        {
            using var room = await Open(parsed, cancellation);
            var changed = await Find(room, parsed.GetRequiredValue(policy), cancellation);
            var quarter = WhatIf.LastQuarter(DateOnly.FromDateTime(room.Rules.Now(changed)));
            var (first, last) = (Date(parsed.GetValue(from), "--from") ?? quarter.From, Date(parsed.GetValue(to), "--to") ?? quarter.To);
            if (last < first)
                throw new UsageException($"--to {Day(last)} lies before --from {Day(first)}");
            var report = await room.WhatIf.RunAsync(changed, first, last, OrgScope.All, new Bar(), cancellation);
            if (parsed.GetValue(json))
                JsonOut.Print(new
                {
                    policy = Short(changed), report.From, report.To, report.Cases, report.LeftOut, report.Met, report.Missed, report.LateCases, report.Yellow, report.Red,
                    report.Supervised, report.ClosedUnrated, report.Provisional, report.Branches, report.Clashes, different = report.Different.Select(d => new { d.CaseNo, d.Changes }),
                });
            else if (parsed.GetValue(cases))
            {
                await using var csv = CsvOut.Console();
                CsvOut.Record(csv, ["case_no", "org", "opened_at", "late_before", "late_after", "changes"]);
                foreach (var d in report.Different)
                    CsvOut.Record(csv, [d.CaseNo, d.OrgCode, d.OpenedAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), d.Before.Late, d.After.Late, string.Join(' ', d.Changes.Order().Select(c => c.Code()))]);
            }
            else
                Print(report, Of(parsed, lang));
            return ExitCode.Done;
        });
    }

    private static Command Activate()
    {
        var policy = Which("policy");
        var file = new Option<FileInfo?>("--file") { Description = "A policy's text (YAML) instead." };
        policy.Arity = ArgumentArity.ZeroOrOne;
        var from = new Option<string>("--from") { Description = "The first day, today or later: 2026-12-01.", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why, for the record.", Required = true };
        var by = new Option<string>("--by") { Description = "The account that answers for it, a manager or administrator.", Required = true };
        return new Command("activate", "Puts a policy in force from a day. Cases keep the version they were opened under.") { policy, file, from, reason, by }.Does(async (parsed, cancellation) =>
        {
            using var room = await Open(parsed, cancellation);
            var chosen = parsed.GetValue(file) is { } text ? Read(text)
                : parsed.GetValue(policy) is { } name ? await Find(room, name, cancellation) : throw new UsageException("name a policy, or give --file");
            var (done, refusal) = await room.Policies.ActivateAsync(chosen, Date(parsed.GetRequiredValue(from), "--from")!.Value,
                parsed.GetRequiredValue(reason), await Account(room, parsed.GetRequiredValue(by), cancellation), cancellation);
            if (done is null)
                throw new RefusedException(Messages.Name(refusal!.Value, Feedback.Language.En));
            Console.WriteLine($"{done.Id} {Short(done)} is in force from {Day(done.ValidFrom)}");
            return ExitCode.Done;
        });
    }

    /// <summary>An account as an actor.</summary>
    internal static async Task<Actor> Account(FeedbackRoom room, string id, CancellationToken cancellation) =>
        await room.Accounts.FindAsync(id, cancellation) ?? throw new RefusedException($"there is no account {id}, or it is closed; qi user list shows them");

    internal static DateOnly? Date(string? text, string option) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new UsageException($"{option}: \"{text}\" is no day; write 2026-12-01");

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static Option<string> Language()
    {
        var language = new Option<string>("--lang") { Description = "zh or en.", DefaultValueFactory = _ => "zh" };
        language.AcceptOnlyFromAmong("zh", "en");
        return language;
    }

    internal static Language Of(ParseResult parsed, Option<string> lang) => parsed.GetValue(lang) == "en" ? Feedback.Language.En : Feedback.Language.Zh;

    private static Argument<string> Which(string name) => new(name) { Description = $"A version ({PolicyLibrary.ShortHash} letters or more), or a shipped policy's name." };

    private static string Short(Policy policy) => policy.Hash[..PolicyLibrary.ShortHash];

    private static Task<FeedbackRoom> Open(ParseResult parsed, CancellationToken cancellation) =>
        Operations.Open(parsed.Deployment(), DemoClock.Of(parsed.Deployment()), cancellation);

    private static async Task<Policy> Find(FeedbackRoom room, string name, CancellationToken cancellation) =>
        await room.Policies.FindAsync(name, cancellation)
        ?? (File.Exists(name) ? Read(new(name)) : throw new RefusedException($"there is no policy {name} (or several begin so); qi policy list shows them"));

    private static Policy Read(FileInfo file) => file.Exists
        ? PolicyCheck.Of(File.ReadAllText(file.FullName)) is { Policy: { } policy } check ? policy
            : throw new RefusedException(string.Join("\n", PolicyCheck.Of(File.ReadAllText(file.FullName)).Faults.Select(f => $"{file.Name}:{f.Line}: {f.Message}")))
        : throw new RefusedException($"{file.FullName}: no such file");

    private static void Print(WhatIfReport r, Language language)
    {
        Console.WriteLine($"{r.Policy.Id} {Short(r.Policy)}: {r.Cases} cases opened {Day(r.From)} to {Day(r.To)}; {r.LeftOut.Values.Sum()} would not have been opened");
        void Line(string name, BeforeAfter n) => Console.WriteLine($"  {name}: {n.Before} → {n.After}");
        Line("deadlines met", r.Met);
        Line("deadlines missed", r.Missed);
        Line("cases with a missed deadline", r.LateCases);
        Line("with a yellow card", r.Yellow);
        Line("with a red card", r.Red);
        Line("under supervision", r.Supervised);
        Line("closed unrated", r.ClosedUnrated);
        foreach (var clash in r.Clashes.OrderBy(c => c.Key))
            Console.WriteLine($"  ! {Messages.Name(clash.Key, language)}: {clash.Value}");
        Console.WriteLine($"  {r.Different.Count} cases come out differently (--cases lists them)");
    }

    private sealed class Bar : IProgress<WhatIfProgress>
    {
        public void Report(WhatIfProgress value)
        {
            if (!Console.IsErrorRedirected)
                Console.Error.Write($"\r{value.Done}/{value.Total}          ");
        }
    }
}
