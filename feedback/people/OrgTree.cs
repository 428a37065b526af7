using Microsoft.EntityFrameworkCore;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>A unit to dispatch to and to give scopes over.</summary>
/// <param name="Code">Code, as in the reviews.</param>
/// <param name="Name">Name.</param>
/// <param name="ParentCode">The unit above, or null.</param>
public sealed record OrgUnit(string Code, string Name, string? ParentCode);

/// <summary>The units the desk knows; filled from the facts' dimension by whoever composes the program.</summary>
public sealed class OrgTree(OperationsStore store)
{
    /// <summary>Adds units and renames known ones; removes none, since cases name them.</summary>
    public async Task PutAsync(IEnumerable<OrgUnit> units, CancellationToken cancel = default) =>
        await store.WriteAsync(async db =>
        {
            var known = await db.OrgUnits.ToDictionaryAsync(o => o.Code, cancel);
            foreach (var unit in units.DistinctBy(u => u.Code))
            {
                if (known.TryGetValue(unit.Code, out var row))
                    (row.Name, row.ParentCode) = (unit.Name, unit.ParentCode);
                else
                    db.OrgUnits.Add(new() { Code = unit.Code, Name = unit.Name, ParentCode = unit.ParentCode });
            }
        }, cancel);

    /// <summary>All units, by code.</summary>
    public async Task<IReadOnlyList<OrgUnit>> ListAsync(CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var rows = await db.OrgUnits.AsNoTracking().OrderBy(o => o.Code).ToListAsync(cancel);
        return rows.ConvertAll(o => new OrgUnit(o.Code, o.Name, o.ParentCode));
    }

    /// <summary>These units and all below them.</summary>
    internal static IReadOnlyCollection<string> WithDescendants(IEnumerable<string> roots, IReadOnlyCollection<OrgUnitRow> units)
    {
        var children = units.Where(u => u.ParentCode is not null).ToLookup(u => u.ParentCode!, u => u.Code, StringComparer.Ordinal);
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(roots);
        while (open.TryPop(out var code))
            if (found.Add(code))
                foreach (var child in children[code])
                    open.Push(child);
        return found;
    }
}
