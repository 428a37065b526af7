using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace QualityInsight.Web.Citizen;

/// <summary>
/// How often one address may ask for citizens' pages. A token cannot be guessed, limit or not; this keeps somebody who
/// tries from costing anything. Generous, since a whole hall may stand behind one address.
/// </summary>
internal static class CitizenLimit
{
    public const string Policy = "citizen";

    public static void Add(RateLimiterOptions limiter, int perMinute)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = async (rejected, cancel) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            rejected.HttpContext.Response.ContentType = "text/plain; charset=utf-8";
            await rejected.HttpContext.Response.WriteAsync("请求过于频繁，请一分钟后再试。\nToo many requests. Please try again in a minute.\n", cancel);
        };
        limiter.AddPolicy(Policy, context => RateLimitPartition.GetFixedWindowLimiter(
            Network(context.Connection.RemoteIpAddress),
            _ => new() { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
    }

    // One subscriber has a whole /64 of IPv6.
    private static string Network(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6 || address.GetAddressBytes() is not { Length: 16 } bytes)
            return address.MapToIPv4().ToString();
        return Convert.ToHexString(bytes.AsSpan(0, 8));
    }
}
