using QualityInsight.Reports.Mail;
using QualityInsight.Reports.Weekly;

namespace QualityInsight.Reports.Making;

/// <summary>Somebody who is to get a report.</summary>
/// <param name="Account">The account; null for an address out of the settings.</param>
/// <param name="Address">Where to.</param>
/// <param name="Org">The org it speaks of; null for the whole.</param>
/// <param name="Language">Its language.</param>
/// <param name="AsLink">True for a link behind the log-in instead of the files.</param>
public sealed record ReportReceiver(string? Account, string Address, string? Org, ReportLanguage Language, bool AsLink);

/// <summary>What a round of reports did.</summary>
/// <param name="Made">Reports made.</param>
/// <param name="Refused">Reports refused, with their faults.</param>
/// <param name="Letters">Letters put into the spool; those in it before are not counted.</param>
public sealed record PostRound(IReadOnlyList<ShelvedReport> Made, IReadOnlyList<ShelvedReport> Refused, int Letters);

/// <summary>
/// Makes each report that receivers are to get once, however many get it, and puts the letters into the spool. A report whose figures
/// cannot be trusted is not sent to anybody: it stands on the shelf as refused, with the reasons.
/// </summary>
/// <param name="press">Makes them.</param>
/// <param name="shelf">Keeps them.</param>
/// <param name="spool">Sends them.</param>
/// <param name="from">The sender's address.</param>
/// <param name="site">Address of the desk for links, for example <c>https://quality.city.example</c>; null where it has none: everybody gets files.</param>
public sealed class ReportPost(ReportPress press, ReportShelf shelf, LetterSpool spool, string from, string? site)
{
    /// <summary>Makes and posts one kind for one period.</summary>
    public async Task<PostRound> Post(string kind, string period, IReadOnlyList<ReportReceiver> receivers, string by, WeeklyOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(receivers);
        var (made, refused, letters) = (new List<ShelvedReport>(), new List<ShelvedReport>(), 0);
        foreach (var group in receivers.GroupBy(r => (r.Org, r.Language)).OrderBy(g => g.Key.Org, StringComparer.Ordinal).ThenBy(g => g.Key.Language))
        {
            var request = new ReportRequest(kind, period, group.Key.Org, group.Key.Language);
            try
            {
                var printed = await press.Make(request, options, null, cancellation);
                var report = await shelf.Put(printed, by, cancellation: cancellation);
                made.Add(report);
                foreach (var receiver in group)
                {
                    var link = receiver.AsLink && site is not null ? $"{site.TrimEnd('/')}/reports/{Uri.EscapeDataString(report.Name)}" : null;
                    var letter = (await new WeeklyMail(press.Charts).Compose(printed, from, [receiver.Address], request.Org, link, cancellation))[0];
                    if (await spool.Put(letter, new(kind, period, request.Org, request.Language.Tag(), receiver.Account), cancellation)) letters++;
                }
            }
            catch (Exception e) when (e is ReportRefusedException or Analytics.MetricQueryException)
            {
                refused.Add(await shelf.Refuse(request, e is ReportRefusedException why ? why.Reasons : [e.Message], by, cancellation));
            }
        }
        return new(made, refused, letters);
    }
}
