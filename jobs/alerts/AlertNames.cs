using QualityInsight.Web.Jobs;

namespace QualityInsight.Jobs.Alerts;

/// <summary>The alerts of this deployment by name, for the page of alerts.</summary>
public sealed class AlertNames : IAlertNames
{
    /// <inheritdoc />
    public IReadOnlyList<AlertName> All { get; } = [.. AlertDefinition.LoadAll().Select(a =>
        new AlertName(a.Id, a.Terms.NameZh, a.Terms.NameEn, a.Terms.DoZh, a.Terms.DoEn))];
}
