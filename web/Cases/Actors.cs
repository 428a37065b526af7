using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using QualityInsight.Feedback;
using QualityInsight.Web.Security;

namespace QualityInsight.Web.Cases;

/// <summary>Who acts in this request, as the operations store says now.</summary>
internal sealed class Actors(IHttpContextAccessor http)
{
    /// <summary>The actor behind a signed-in user.</summary>
    public Actor Of(ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true }
            ? SessionCheck.ActorOf(http.HttpContext!)
            : throw new InvalidOperationException("Nobody is signed in.");
}
