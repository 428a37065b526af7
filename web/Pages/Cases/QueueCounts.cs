using System.Globalization;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;

namespace QualityInsight.Web.Pages.Cases;

/// <summary>The standing views with their counters, as the queue and its poll show them.</summary>
/// <param name="Counts">How many each holds.</param>
/// <param name="Current">The one shown now.</param>
/// <param name="Href">The address of a view.</param>
internal sealed record QueueCounts(IReadOnlyDictionary<QueueView, int> Counts, QueueView Current, Func<QueueView, string> Href)
{
    /// <summary>The views shown: those that matter only when something is in them are left out when empty.</summary>
    public IEnumerable<(QueueView View, int Count)> Shown =>
        QueueViews.All.Select(v => (v, Counts.GetValueOrDefault(v))).Where(x => x.Item2 > 0 || !QueueViews.HideWhenEmpty(x.v) || x.v == Current);

    /// <summary>Equal counters have equal tags.</summary>
    public string Tag => "\"" + string.Join('-', Counts.OrderBy(c => c.Key).Select(c => c.Value.ToString(CultureInfo.InvariantCulture))) + "\"";
}
