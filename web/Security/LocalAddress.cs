using Microsoft.AspNetCore.Mvc;

namespace QualityInsight.Web.Security;

/// <summary>Addresses to go back to, given by the browser: only ours are followed.</summary>
internal static class LocalAddress
{
    /// <summary>The address where it is a path of this site, else the other one.</summary>
    public static string Or(IUrlHelper urls, string? address, string otherwise) =>
        address is not null && urls.IsLocalUrl(address) && !address.Any(char.IsControl) ? address : otherwise;
}
