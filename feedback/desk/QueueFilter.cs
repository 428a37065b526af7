using System.Linq.Expressions;

namespace QualityInsight.Feedback;

/// <summary>The queue's filters, each said once: the engines get them as SQL, memory as delegates.</summary>
internal static class QueueFilter
{
    private static readonly Rule[] Rules =
    [
        new(q => q.OrgCode is not null, (v, q) => v.OrgCode == q.OrgCode),
        new(q => q.HallCode is not null, (v, q) => v.HallCode == q.HallCode),
        new(q => q.CounterCode is not null, (v, q) => v.CounterCode == q.CounterCode),
        new(q => q.ItemCode is not null, (v, q) => v.ItemCode == q.ItemCode),
        new(q => q.TicketNo is not null, (v, q) => v.TicketNo == q.TicketNo),
        new(q => q.Kind is not null, (v, q) => v.Kind == q.Kind),
        new(q => q.Level is not null, (v, q) => v.Level == q.Level),
        new(q => q.State is not null, (v, q) => v.State == q.State),
        new(q => q.Label is { Length: > 0 }, (v, q) => v.Labels != null && ("," + v.Labels + ",").Contains("," + q.Label + ",")),
        new(q => q.HandlerId is not null, (v, q) => v.HandlerId == q.HandlerId),
        new(q => q.Card is not null, (v, q) => v.Card == q.Card),
        new(q => q.Channel is not null, (v, q) => v.Channel == q.Channel),
        new(q => q.Late is not null, (v, q) => v.WasLate == q.Late),
        new(q => q.Named is not null, (v, q) => v.IsNamed == q.Named),
        new(q => q.From is not null, (v, q) => v.OpenedAt >= q.OpenedFrom),
        new(q => q.To is not null, (v, q) => v.OpenedAt < q.OpenedBefore),
    ];

    /// <summary>Every filter that is set, for memory.</summary>
    internal static Func<CaseView, QueueQuery, bool>[] Of(QueueQuery query) =>
        [.. Rules.Where(r => r.IsSet(query)).Select(r => r.Holds)];

    /// <summary>Every filter that is set, for a query.</summary>
    internal static IQueryable<CaseView> Apply(IQueryable<CaseView> rows, QueueQuery query) =>
        Rules.Where(r => r.IsSet(query)).Aggregate(rows, (found, rule) => found.Where(Bound.To(rule.Text, query)));

    private sealed class Rule(Func<QueueQuery, bool> isSet, Expression<Func<CaseView, QueueQuery, bool>> text)
    {
        public Func<QueueQuery, bool> IsSet => isSet;

        public Expression<Func<CaseView, QueueQuery, bool>> Text => text;

        public Func<CaseView, QueueQuery, bool> Holds { get; } = text.Compile();
    }
}
