using Microsoft.AspNetCore.Mvc.RazorPages;

namespace QualityInsight.Web.Pages.Cases;

/// <summary>What the case page and the page a command is sent to have in common: they show the same case.</summary>
internal abstract class CaseScreen : PageModel
{
    /// <summary>All that is shown.</summary>
    public new CaseContent Content { get; protected set; } = null!;
}
