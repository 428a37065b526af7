namespace QualityInsight.City;

/// <summary>How many people come on a day and when: weekdays, holidays, seasons and rush hours.</summary>
internal static class DayLoad
{
    private static readonly double[] ByWeekday = [0.35, 1.20, 1.05, 0.98, 0.94, 0.88, 0.35];

    // Weight of each half hour from 08:00; rush hours are 9–11 and 14–16.
    private static readonly double[] HalfHours =
        [0.15, 0.7, 1.5, 1.7, 1.6, 1.4, 0.9, 0.5, 0.3, 0.35, 0.45, 0.7, 1.3, 1.4, 1.3, 1.1, 0.8, 0.45, 0.2];

    public static double Factor(DateOnly day, DateOnly lastDay)
    {
        var weekday = WorkingDays.IsMakeUp(day) ? 0.75
            : WorkingDays.IsFirstAfterHoliday(day) ? 1.38
            : ByWeekday[(int)day.DayOfWeek];
        var growth = 1 + (0.08 * (1 - ((lastDay.DayNumber - day.DayNumber) / 365.0)) - 0.04);
        var season = day.Month switch { 1 => 0.93, 2 => 0.85, 3 => 1.08, 6 => 1.04, 7 => 1.06, 8 => 1.05, 9 => 1.07, 12 => 1.06, _ => 1.0 };
        return weekday * growth * season;
    }

    /// <summary>A moment at which a number is taken between two times of a day.</summary>
    public static TimeOnly Moment(Dice dice, TimeOnly from, TimeOnly until)
    {
        while (true)
        {
            var at = from.Add((until - from) * dice.Unit());
            var slot = Math.Clamp((int)((at - new TimeOnly(8, 0)).TotalMinutes / 30), 0, HalfHours.Length - 1);
            if (dice.Unit() * 1.7 < HalfHours[slot])
                return new TimeOnly(at.Hour, at.Minute, at.Second);
        }
    }

    /// <summary>A moment at which people use a phone or a computer at home.</summary>
    public static TimeSpan OnlineMoment(Dice dice)
    {
        var hour = dice.Chance(0.65) ? dice.Int(8, 18) : dice.Chance(0.85) ? dice.Int(18, 24) : dice.Int(0, 8);
        return new TimeSpan(hour, dice.Int(0, 60), dice.Int(0, 60));
    }
}
