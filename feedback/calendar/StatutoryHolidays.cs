using System.Globalization;

namespace QualityInsight.Feedback;

/// <summary>
/// The days every year has off by law, after 《全国年节及纪念日放假办法》 (as amended from 2025): what can be said about a
/// year whose arrangement, with its longer holidays and make-up days, has not been announced. Only provisional deadlines use it.
/// </summary>
public static class StatutoryHolidays
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>The 13 days of a year (1902–2100), with their names.</summary>
    public static IReadOnlyDictionary<DateOnly, string> Of(int year)
    {
        var newYear = FromLunar(year, 1, 1);
        var days = new Dictionary<DateOnly, string>
        {
            [new(year, 1, 1)] = "元旦",
            [newYear.AddDays(-1)] = "春节",
            [newYear] = "春节",
            [newYear.AddDays(1)] = "春节",
            [newYear.AddDays(2)] = "春节",
            [Qingming(year)] = "清明节",
            [new(year, 5, 1)] = "劳动节",
            [new(year, 5, 2)] = "劳动节",
        };
        days.TryAdd(FromLunar(year, 5, 5), "端午节");
        days[new(year, 10, 1)] = "国庆节";
        days[new(year, 10, 2)] = "国庆节";
        days[new(year, 10, 3)] = "国庆节";
        days.TryAdd(FromLunar(year, 8, 15), "中秋节");
        return days;
    }

    /// <summary>A lunar month counts the leap month before it, where the year has one.</summary>
    private static DateOnly FromLunar(int year, int month, int day)
    {
        var leap = Lunar.GetLeapMonth(year);
        var index = leap > 0 && month >= leap ? month + 1 : month;
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, index, day, 0, 0, 0, 0));
    }

    /// <summary>The day of the solar term 清明, by the usual rule for the 20th and 21st century (寿星公式).</summary>
    private static DateOnly Qingming(int year)
    {
        var y = year % 100;
        var c = year >= 2000 ? 4.81 : 5.59;
        return new(year, 4, (int)((y * 0.2422) + c) - (y / 4));
    }
}
