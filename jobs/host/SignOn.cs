using System.Net;
using Microsoft.Extensions.Configuration;
using QualityInsight.Web;

namespace QualityInsight.Jobs.Host;

/// <summary>
/// Sign-on by a proxy, as the deployment sets it: <c>QI__SignOn__Header</c> names the header, <c>QI__SignOn__Proxies</c> the addresses
/// it is believed from, with commas between. Without the header nobody is believed.
/// </summary>
internal static class SignOn
{
    private const string RewritesAddresses = "ASPNETCORE_FORWARDEDHEADERS_ENABLED";

    /// <summary>The options with what the configuration says.</summary>
    /// <exception cref="InvalidOperationException">A header without addresses, an address that is none, or a host that lets browsers choose their address.</exception>
    public static WebOptions From(IConfiguration configuration, WebOptions options)
    {
        if (configuration["QI:SignOn:Header"] is not { Length: > 0 } header)
            return options;
        var addresses = (configuration["QI:SignOn:Proxies"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (addresses.Length == 0)
            throw new InvalidOperationException("QI__SignOn__Header is set but QI__SignOn__Proxies is not: name the addresses of the proxies that are to be believed.");
        if (addresses.FirstOrDefault(a => !IPAddress.TryParse(a, out _)) is { } wrong)
            throw new InvalidOperationException($"QI__SignOn__Proxies: '{wrong}' is not an address; write 10.0.0.5 or several with commas between.");
        if (string.Equals(Environment.GetEnvironmentVariable(RewritesAddresses), "true", StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException($"{RewritesAddresses} lets any browser choose the address it seems to come from; unset it, or do not set QI__SignOn__Header.");
        return options with { SignOnHeader = header, SignOnProxies = [.. addresses.Select(IPAddress.Parse)] };
    }
}
