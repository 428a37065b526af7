using System.Globalization;
using QualityInsight.Analytics;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Facts;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Figures;

/// <summary>The bar over a page of figures: period, unit, hall.</summary>
internal sealed record PeriodFilter(
    FigureFilter Filter, IReadOnlyList<string> Periods, IReadOnlyList<Named> Units, IReadOnlyList<Named> Halls)
{
    /// <summary>The periods as they are read: weeks with their days, months, years.</summary>
    public ILookup<string, FieldOption> Groups(Tongue tongue) =>
        Periods.Append(Filter.PeriodText).Distinct().ToLookup(
            p => tongue[p.Contains('W', StringComparison.Ordinal) ? Dashboards.Weeks : p.Length == 4 ? Dashboards.Years : Dashboards.Months],
            p => new FieldOption(p, Name(p, tongue)));

    /// <summary>A period in words: a week says its days.</summary>
    public static string Name(string period, Tongue tongue)
    {
        var days = Period.Parse(period);
        if (!days.IsIsoWeek)
            return period;
        var format = tongue.IsChinese ? "M月d日" : "d MMM";
        return string.Create(CultureInfo.InvariantCulture,
            $"{period}  {days.From!.Value.ToString(format, tongue.Culture)}–{days.To!.Value.AddDays(-1).ToString(format, tongue.Culture)}");
    }
}
