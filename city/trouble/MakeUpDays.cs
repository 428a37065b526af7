using System.Globalization;

namespace QualityInsight.City;

/// <summary>Planted: weekends that are worked by notice (调休) and have traffic.</summary>
internal static class MakeUpDays
{
    public static void Record(Life life, CityOptions options)
    {
        var days = Enumerable.Range(0, 7 * options.Weeks).Select(n => options.FirstDay.AddDays(n)).Where(WorkingDays.IsMakeUp).ToList();
        var numbers = life.Visits.Count(v => WorkingDays.IsMakeUp(DateOnly.FromDateTime(v.Taken)));
        life.Plant("make-up-days", [], "city", "day", "Halls keep weekday hours on make-up Saturdays and Sundays.",
            "These days count as working days in every deadline and have queue numbers; public holidays have none.",
            days.Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("numbers_taken", numbers));
    }
}
