using System.Globalization;

namespace QualityInsight.Web.Show;

/// <summary>A stretch of time in a picture.</summary>
/// <param name="From">Left end, 0–1000.</param>
/// <param name="Width">0–1000.</param>
/// <param name="Css">Which kind of stretch.</param>
internal sealed record TimeBar(double From, double Width, string Css)
{
    public string X => From.ToString("0.#", CultureInfo.InvariantCulture);

    public string W => Width.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>Places moments on a line of 1000 units; pure.</summary>
internal sealed class Timeline(DateTime from, DateTime to)
{
    private const double Units = 1000;
    private const double Least = 3;

    /// <summary>Where a moment stands.</summary>
    public double At(DateTime moment) =>
        to <= from ? 0 : Math.Clamp((moment - from) / (to - from) * Units, 0, Units);

    /// <summary>A stretch; a very short one keeps a width that can be seen. Null where an end is missing or they stand the wrong way.</summary>
    public TimeBar? Bar(DateTime? start, DateTime? end, string css) =>
        start is { } s && end is { } e && e >= s ? new(Math.Min(At(s), Units - Least), Math.Max(Least, At(e) - At(s)), css) : null;

    /// <summary>The gaps between open periods within a stretch: when the hall was closed.</summary>
    public static IEnumerable<(DateTime From, DateTime To)> Closed(DateTime start, DateTime end, IReadOnlyList<(DateTime Opens, DateTime Closes)> open)
    {
        if (open.Count == 0)
            yield break;
        var at = start;
        foreach (var (opens, closes) in open.OrderBy(o => o.Opens))
        {
            if (opens > at && at < end)
                yield return (at, opens < end ? opens : end);
            if (closes > at)
                at = closes;
        }
        if (at < end)
            yield return (at, end);
    }
}
