namespace QualityInsight.Web.Jobs;

/// <summary>UTC times of the operations store as the schedule's wall-clock.</summary>
internal static class Wall
{
    /// <summary>The wall-clock of a UTC time.</summary>
    public static DateTime At(this IJobDesk desk, DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), desk.Zone);

    /// <summary>The UTC time of a wall-clock.</summary>
    public static DateTime Utc(this IJobDesk desk, DateTime at) => TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(at, DateTimeKind.Unspecified), desk.Zone);
}
