using QualityInsight.Feedback;

namespace QualityInsight.Web.Cases;

/// <summary>A template filled in for a case.</summary>
internal sealed record FilledTemplate(string Id, string Title, string Text);

/// <summary>The reply editor's helpers: templates filled in, hints about what was written.</summary>
internal sealed class ReplyDesk(ReplyTemplates templates, RecentReplies replies)
{
    /// <summary>The templates of the case's unit, filled in.</summary>
    public async Task<IReadOnlyList<FilledTemplate>> TemplatesAsync(Case @case, DateTime now, CancellationToken cancel) =>
        [.. (await templates.ForAsync(@case.OrgCode, cancel)).Select(t => new FilledTemplate(t.Id, t.Title, TemplateFields.Fill(t.Body, @case, now)))];

    /// <summary>Hints about a reply; null where there is nothing to judge.</summary>
    public async Task<ReplyHints?> HintsAsync(string? reply, Case @case, DateTime now, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(reply) || @case.OrgCode is not { } org)
            return null;
        var filled = await TemplatesAsync(@case, now, cancel);
        return ReplyHints.Of(reply, @case, await replies.OfAsync(org, @case.CaseNo, cancel: cancel), [.. filled.Select(t => (t.Title, t.Text))]);
    }
}
