using System.Globalization;
using Microsoft.AspNetCore.Http;
using QualityInsight.Feedback;

namespace QualityInsight.Web.Pages.Audit;

/// <summary>Which rows of the audit are asked for, as the address says. Days are UTC days, as the rows are.</summary>
internal static class AuditFilter
{
    public static AuditQuery Read(IQueryCollection query, int page, int pageSize)
    {
        string? Of(string key) => query[key].ToString().Trim() is { Length: > 0 and <= 60 } text ? text : null;
        DateTime? Day(string key) =>
            DateOnly.TryParseExact(Of(key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) : null;
        return new()
        {
            UserId = Of("who"), Action = Of("action"), Subject = Of("subject"), FromUtc = Day("from"), BeforeUtc = Day("to")?.AddDays(1), Page = page, PageSize = pageSize,
        };
    }
}
