using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using QualityInsight.Web.Citizen;
using QualityInsight.Web.Rights;

namespace QualityInsight.Web.Pages.Citizen;

/// <summary>The confirmation after an answer; the same for every answer, and free of the token.</summary>
[AnyoneMayCall]
[EnableRateLimiting(CitizenLimit.Policy)]
internal sealed class ThanksModel : PageModel;
