using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QualityInsight.Feedback;
using QualityInsight.Web.Cases;
using QualityInsight.Web.Policies;
using QualityInsight.Web.Rights;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Pages.Calendar;

/// <summary>A calendar file on its way in.</summary>
/// <param name="Text">The file.</param>
/// <param name="Agreed">The preview that was agreed to; null while it is being made.</param>
internal sealed record CalendarFile(string Text, CalendarPreview? Agreed);

/// <summary>Takes a calendar file and begins the preview of what it moves.</summary>
[MayCall(Right.LoadCalendar)]
[RequestSizeLimit(Largest + 65_536)]
internal sealed class LoadModel(CalendarLoads loads, DeskRuns runs, Actors actors, Tongue tongue) : PageModel
{
    private const int Largest = 1 << 20;
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    public string? Error { get; private set; }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "files")] IFormFile? file, CancellationToken cancel)
    {
        if (file is null or { Length: 0 or > Largest })
            return Refused(tongue[CalendarWords.NoFile]);
        using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
        var text = await reader.ReadToEndAsync(cancel);
        CalendarData data;
        try
        {
            data = CalendarData.Parse(text);
        }
        catch (FormatException e)
        {
            return Refused(e.Message);
        }
        var run = runs.Start(actors.Of(User).UserId, new CalendarFile(text, null), canStop: true, async r => await loads.PreviewAsync(data, r, r.Stop.Token));
        if (run is null)
            return Refused(tongue[PolicyWords.Busy]);
        await Task.WhenAny(run.Work, Task.Delay(Moment, cancel));
        return Redirect($"/calendar/runs/{run.Id}");
    }

    private PageResult Refused(string why)
    {
        Error = why;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
