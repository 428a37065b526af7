using QualityInsight.Feedback;
using QualityInsight.Web.Words;

namespace QualityInsight.Web.Policies;

/// <summary>A policy that can be chosen on a page: a version, a shipped one, or a draft without faults.</summary>
/// <param name="Key">What stands in the address.</param>
/// <param name="Name">As shown.</param>
internal sealed record PolicyOption(string Key, string Name);

/// <summary>Finds policies by what stands in an address.</summary>
internal sealed class PolicyChoice(PolicyLibrary library, PolicyDrafts drafts, Tongue tongue)
{
    public const string DraftPrefix = "draft-";

    /// <summary>The policy of a key; null where there is none, or it is a draft with faults.</summary>
    public async Task<Policy?> FindAsync(string? key, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(key) || key.Length > 80)
            return null;
        if (!key.StartsWith(DraftPrefix, StringComparison.Ordinal))
            return await library.FindAsync(key, cancel);
        var history = await drafts.HistoryAsync(key[DraftPrefix.Length..], cancel);
        return history is [{ IsRemoved: false } last, ..] ? PolicyCheck.Of(last.Yaml).Policy : null;
    }

    /// <summary>Everything that can be chosen: versions, drafts where asked for, what is shipped.</summary>
    public async Task<IReadOnlyList<PolicyOption>> OptionsAsync(bool withDrafts, CancellationToken cancel)
    {
        var options = new List<PolicyOption>();
        if (withDrafts)
            foreach (var d in await drafts.ListAsync(cancel))
                if (PolicyCheck.Of(d.Yaml).Policy is { } p)
                    options.Add(new(DraftPrefix + d.DraftId, tongue[PolicyWords.DraftNamed, p.Name(tongue.Language), d.Version]));
        foreach (var v in await library.ListAsync(cancel))
            options.Add(new(v.Policy.Hash[..12], $"{v.Policy.Name(tongue.Language)} · {v.Policy.ValidFrom:yyyy-MM-dd} · {tongue.NameOf(v.State)} · {Short(v.Policy)}"));
        options.AddRange(PolicyFile.AllShipped.Select(p => new PolicyOption(p.Id, tongue[PolicyWords.ShippedNamed, p.Name(tongue.Language)])));
        return options;
    }

    /// <summary>The beginning of a version, as people write it.</summary>
    public static string Short(Policy policy) => policy.Hash[..PolicyLibrary.ShortHash];
}
