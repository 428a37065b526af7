namespace QualityInsight.City;

/// <summary>
/// Makes up a year of a city's government-service offices and writes it as raw feed files, as the systems of halls,
/// districts and the hotline would send them, planted trouble included. Every name, code and person is invented.
/// </summary>
public static class CityGenerator
{
    /// <summary>
    /// Writes the feed files, <c>manifest.json</c> (what to load with which profile, in which order), <c>truth.json</c>
    /// and <c>truth-texts.csv</c> (the true labels of every text) into the folder.
    /// </summary>
    /// <param name="options">What to make up.</param>
    /// <param name="progress">Told after every week; may be null.</param>
    /// <param name="cancel">Stops the writing; files written so far stay.</param>
    /// <exception cref="ArgumentException">The options ask for something that cannot be made; the message says what.</exception>
    public static CityTruth Write(CityOptions options, IProgress<CityProgress>? progress = null, CancellationToken cancel = default)
    {
        options.Check();
        throw new NotSupportedException("The city's life is not simulated yet.");
    }
}
