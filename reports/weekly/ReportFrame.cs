using QualityInsight.Analytics;
using QualityInsight.Reports.Weekly.Sections;

namespace QualityInsight.Reports.Weekly;

/// <summary>What every report begins with: whom it speaks of, the state of the feeds, the identities, and what forbids it.</summary>
internal sealed record ReportFrame(
    Ask Ask, string Scope, string? Org, string Snapshot, IReadOnlyList<FeedStatus> Feeds, IReadOnlyList<Reconciliation> Checks,
    IReadOnlyList<string> Faults, IReadOnlyList<string> Policies, string Definitions)
{
    /// <summary>Looks at feeds and identities first: what is not fit to be sent is refused before anything else is counted.</summary>
    /// <exception cref="ReportRefusedException">Stale feeds, broken identities, no data; unless forced.</exception>
    /// <exception cref="MetricQueryException">The org is unknown.</exception>
    public static ReportFrame Of(IMetricEngine engine, IReportFacts facts, string kind, Period period, IReadOnlyList<string> compare, string? org,
        ReportLanguage language, WeeklyOptions options, CancellationToken cancellation, IReadOnlyList<MetricFilter>? within = null)
    {
        var scope = org is null ? language.Pick("全市", "Whole city") : facts.OrgName(org)
            ?? throw new MetricQueryException($"There is no org \"{org}\" in snapshot {facts.Snapshot}.");
        MetricFilter[] filter = org is null ? [] : [new MetricFilter("org_tree", org)];
        var ask = new Ask(engine, kind, period, compare, [.. filter, .. within ?? []], language, cancellation);
        var whole = within is { Count: > 0 } ? new Ask(engine, kind, period, compare, filter, language, cancellation) : ask;
        var feeds = facts.Feeds(period);
        whole.Prepare(["reviews", "bad_review_rate", "cases_opened", "tickets", "visits"]);
        var checks = Reconciliation.Of(whole, feeds);
        var snapshot = engine.Run(new MetricQuery("reviews") { Period = period }, cancellation).Snapshot;
        var records = whole.One("tickets").N + whole.One("visits").N + whole.One("reviews").N;
        var faults = Weekly.Faults.Of(period, snapshot, facts.Snapshot, feeds, checks, records, language);
        if (faults.Count > 0 && !options.Force) throw new ReportRefusedException(faults);
        return new(ask, scope, org, snapshot, feeds, checks, faults, [.. facts.Policies(period, org).Select(p => $"{p.Policy} {p.Version}")], DefinitionsStamp.Of(engine.Catalogue));
    }

    /// <summary>The report, its appendix last.</summary>
    public ReportModel Model(string title, string periodName, IReadOnlyList<ReportSection> body, IEnumerable<string> metrics, TimeProvider time)
    {
        var used = body.SelectMany(s => s.Blocks).OfType<FiguresBlock>().SelectMany(b => b.Groups).SelectMany(g => g.Figures).Select(f => f.Metric).Concat(metrics);
        return new(Ask.Language, title, Scope, periodName, Ask.Week, time.GetLocalNow(), Snapshot, Feeds,
            [.. body, AppendixSection.Build(Ask, Checks, used)], Faults, Faults.Count > 0)
        {
            Kind = Ask.Kind,
            Org = Org,
            Definitions = Definitions,
            Policies = Policies,
        };
    }
}
