namespace QualityInsight.Jobs.Scheduled;

/// <summary>One arrow of the architecture: runs on a schedule, or by hand with the verb of the same name.</summary>
public interface IStep
{
    /// <summary>One of <see cref="StepNames"/>.</summary>
    string Name { get; }

    /// <summary>True where it opens the warehouse: no two such steps run at once.</summary>
    bool NeedsWarehouse => true;

    /// <summary>Does the step once and says in one line what it did. Running it again changes nothing.</summary>
    Task<string> Run(CancellationToken cancellation);

    /// <summary>The same, telling on the way how far it is.</summary>
    Task<string> Run(StepReport report, CancellationToken cancellation) => Run(cancellation);
}
