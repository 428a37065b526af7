using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Web.Cases;

/// <summary>Who works on cases: names for the history, and who of a unit a case can be given to.</summary>
internal sealed class Colleagues(OperationsStore store, Accounts accounts)
{
    /// <summary>The active handlers of a unit, by name.</summary>
    public async Task<IReadOnlyList<HandlerChoice>> HandlersOfAsync(string orgCode, CancellationToken cancel)
    {
        await using var db = store.Open();
        return await db.Users.AsNoTracking()
            .Where(u => u.IsActive && u.OrgCode == orgCode && db.Roles.Any(r => r.UserId == u.UserId && r.Role == Role.Handler))
            .OrderBy(u => u.Name)
            .Select(u => new HandlerChoice(u.UserId, u.Name))
            .ToListAsync(cancel);
    }

    /// <summary>The shown names of these accounts, by id; an id without an account is left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IEnumerable<string> ids, CancellationToken cancel)
    {
        var wanted = ids.Distinct(StringComparer.Ordinal).ToList();
        if (wanted.Count == 0)
            return new Dictionary<string, string>();
        await using var db = store.Open();
        return await db.Users.AsNoTracking().Where(u => wanted.Contains(u.UserId)).Select(u => new { u.UserId, u.Name })
            .ToDictionaryAsync(u => u.UserId, u => u.Name, StringComparer.Ordinal, cancel);
    }

    /// <summary>The shown name of every account, by id.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(CancellationToken cancel) =>
        (await accounts.ListAsync(cancel)).ToDictionary(a => a.UserId, a => a.Name, StringComparer.Ordinal);
}
