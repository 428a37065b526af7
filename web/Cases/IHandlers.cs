namespace QualityInsight.Web.Cases;

/// <summary>Who of a unit a case can be given to.</summary>
internal interface IHandlers
{
    Task<IReadOnlyList<HandlerChoice>> OfUnitAsync(string orgCode, CancellationToken cancel);
}
