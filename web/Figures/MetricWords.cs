using QualityInsight.Analytics;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Figures;

/// <summary>A metric's definition in words of the reader's language.</summary>
internal static class MetricWords
{
    public static string Unit(MetricDefinition metric, Tongue tongue) => metric.Unit switch
    {
        "s" => tongue.Pick("秒", "seconds"),
        "days" => tongue.Pick("天", "days"),
        "share" => tongue.Pick("比例", "share"),
        "count" => tongue.Pick("件、条", "count"),
        "score" => tongue.Pick("分", "score"),
        _ => metric.Unit,
    };

    public static string ClassLetter(MetricDefinition metric) => metric.SourceClass switch
    {
        FormulaClass.Found => "F",
        FormulaClass.Named => "N",
        _ => "I",
    };

    public static Text Class(MetricDefinition metric) => metric.SourceClass switch
    {
        FormulaClass.Found => Dashboards.ClassFound,
        FormulaClass.Named => Dashboards.ClassNamed,
        _ => Dashboards.ClassProposed,
    };

    public static string Cuts(MetricDefinition metric, Tongue tongue) => string.Join(tongue.Pick("、", ", "), metric.Dimensions);
}
