namespace QualityInsight.Web.Jobs;

/// <summary>What an alert is called and what to do about it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="NameZh">Its name.</param>
/// <param name="NameEn">The same in English.</param>
/// <param name="DoZh">What to do.</param>
/// <param name="DoEn">The same in English.</param>
public sealed record AlertName(string Id, string NameZh, string NameEn, string DoZh, string DoEn);

/// <summary>The alerts this deployment knows. The host supplies it.</summary>
public interface IAlertNames
{
    /// <summary>All of them, by id.</summary>
    IReadOnlyList<AlertName> All { get; }
}

/// <summary>A host without alerts.</summary>
internal sealed class NoAlerts : IAlertNames
{
    public IReadOnlyList<AlertName> All => [];
}
