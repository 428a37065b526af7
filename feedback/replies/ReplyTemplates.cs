using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>A version of a reply template (答复模板).</summary>
/// <param name="Id">The template.</param>
/// <param name="Version">From 1; the highest is in use.</param>
/// <param name="OrgCode">The unit it is for; null: shared by all.</param>
/// <param name="Title">Title.</param>
/// <param name="Body">Text with fields (<see cref="TemplateFields"/>).</param>
/// <param name="IsActive">False: retired.</param>
/// <param name="WrittenBy">Account.</param>
/// <param name="WrittenUtc">UTC.</param>
public sealed record ReplyTemplate(
    string Id, int Version, string? OrgCode, string Title, string Body, bool IsActive, string WrittenBy, DateTime WrittenUtc);

/// <summary>Why a template was not saved.</summary>
public enum TemplateRefusal
{
    /// <summary>Only a clerk writes shared ones, only a unit's leader (or a clerk) those of the unit.</summary>
    NotYours,
    /// <summary>Title or text is missing or too long.</summary>
    Incomplete,
    /// <summary>The text names a field there is not.</summary>
    UnknownField,
    /// <summary>Somebody saved a newer version meanwhile.</summary>
    Stale,
}

/// <summary>Reply templates, shared or of one unit; a change is a new version, the old ones stay.</summary>
public sealed class ReplyTemplates(OperationsStore store, TimeProvider time)
{
    /// <summary>Longest title.</summary>
    public const int LongestTitle = 60;
    /// <summary>Longest text.</summary>
    public const int LongestBody = 2000;

    /// <summary>Whether somebody may write templates of a unit (null: shared ones).</summary>
    public static bool MayWrite(Actor actor, string? orgCode) =>
        actor.Is(Role.IntakeClerk) || (orgCode is not null && actor.Is(Role.UnitLeader) && actor.OrgCode == orgCode);

    /// <summary>The templates in use for a unit: shared ones and its own, by title.</summary>
    public async Task<IReadOnlyList<ReplyTemplate>> ForAsync(string? orgCode, CancellationToken cancel = default) =>
        [.. (await LatestAsync(cancel)).Where(t => t.IsActive && (t.OrgCode is null || t.OrgCode == orgCode))];

    /// <summary>The newest version of every template somebody may see, retired ones too, by title.</summary>
    public async Task<IReadOnlyList<ReplyTemplate>> ListAsync(Actor actor, CancellationToken cancel = default) =>
        [.. (await LatestAsync(cancel)).Where(t => t.OrgCode is null || actor.Scope.Covers(t.OrgCode))];

    /// <summary>Every version of a template, newest first; empty where there is none that the person may see.</summary>
    public async Task<IReadOnlyList<ReplyTemplate>> HistoryAsync(string id, Actor actor, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var rows = await db.ReplyTemplates.AsNoTracking().Where(t => t.TemplateId == id).OrderByDescending(t => t.Version).ToListAsync(cancel);
        return [.. rows.Select(Read).Where(t => t.OrgCode is null || actor.Scope.Covers(t.OrgCode))];
    }

    /// <summary>Saves a new template, or the next version of one.</summary>
    /// <param name="id">The template, or null for a new one.</param>
    /// <param name="seenVersion">The version the person saw; 0 for a new one.</param>
    /// <param name="orgCode">The unit, or null for all; a template keeps the one it began with.</param>
    /// <param name="title">Title.</param>
    /// <param name="body">Text.</param>
    /// <param name="isActive">False retires it.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancel">Stops it before it is saved.</param>
    /// <returns>The template's id, or why it was not saved.</returns>
    public async Task<(string? Id, TemplateRefusal? Refusal)> SaveAsync(
        string? id, int seenVersion, string? orgCode, string title, string body, bool isActive, Actor actor, CancellationToken cancel = default)
    {
        (title, body) = (title.Trim(), body.Trim().ReplaceLineEndings("\n"));
        if (title.Length is 0 or > LongestTitle || body.Length is 0 or > LongestBody)
            return (null, TemplateRefusal.Incomplete);
        if (TemplateFields.Unknown(body).Count > 0)
            return (null, TemplateRefusal.UnknownField);
        try
        {
            return await store.WriteAsync<(string?, TemplateRefusal?)>(async db =>
            {
                var last = id is null ? null
                    : await db.ReplyTemplates.AsNoTracking().Where(t => t.TemplateId == id).OrderByDescending(t => t.Version).FirstOrDefaultAsync(cancel);
                var org = last is null ? orgCode : last.OrgCode;
                if (!MayWrite(actor, org) || (id is not null && last is null))
                    return (null, TemplateRefusal.NotYours);
                if ((last?.Version ?? 0) != seenVersion)
                    return (null, TemplateRefusal.Stale);
                var key = id ?? Guid.NewGuid().ToString("N")[..12];
                db.ReplyTemplates.Add(new()
                {
                    TemplateId = key,
                    Version = seenVersion + 1,
                    OrgCode = org,
                    Title = title,
                    Body = body,
                    IsActive = isActive,
                    WrittenBy = actor.UserId,
                    WrittenUtc = time.GetUtcNow().UtcDateTime,
                });
                return (key, null);
            }, cancel);
        }
        catch (DbUpdateException e) when (Conflicts.IsUnique(e))
        {
            return (null, TemplateRefusal.Stale);
        }
    }

    private async Task<IEnumerable<ReplyTemplate>> LatestAsync(CancellationToken cancel)
    {
        await using var db = store.Open();
        var rows = await db.ReplyTemplates.AsNoTracking().ToListAsync(cancel);
        return rows.GroupBy(r => r.TemplateId, StringComparer.Ordinal).Select(g => Read(g.MaxBy(r => r.Version)!))
            .OrderBy(t => t.Title, StringComparer.Ordinal);
    }

    private static ReplyTemplate Read(ReplyTemplateRow r) =>
        new(r.TemplateId, r.Version, r.OrgCode, r.Title, r.Body, r.IsActive, r.WrittenBy, r.WrittenUtc);
}
