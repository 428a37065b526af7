namespace QualityInsight.Jobs.Scheduled;

/// <summary>One arrow of the architecture: runs on a schedule, or by hand with the verb of the same name.</summary>
public interface IStep
{
    /// <summary>One of <see cref="StepNames"/>.</summary>
    string Name { get; }

    /// <summary>Does the step once and says in one line what it did. Running it again changes nothing.</summary>
    Task<string> Run(CancellationToken cancellation);
}
