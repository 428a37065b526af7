using System.Globalization;
using System.Text.Json;

namespace QualityInsight.Jobs.Host;

/// <summary>
/// The clock of a demo folder. A made-up city ends on a made-up day; opened a year later its every deadline would be long
/// past. So a folder written by <c>qi demo</c> says at which moment its story stands, and time goes on from there.
/// </summary>
public sealed class DemoClock : TimeProvider
{
    private readonly DateTimeOffset _startedAt;
    private readonly DateTimeOffset _storyAt;
    private readonly bool _stands;

    private DemoClock(DateTimeOffset storyAt, bool stands)
    {
        _storyAt = storyAt;
        _startedAt = System.GetUtcNow();
        _stands = stands;
    }

    /// <summary>The file in the data folder that says so.</summary>
    public const string FileName = "demo.json";

    /// <summary>A clock that begins at a moment and goes on.</summary>
    public static TimeProvider From(DateTimeOffset story) => new DemoClock(story, stands: false);

    /// <summary>A clock that stands, so that two runs give the same figures.</summary>
    public static TimeProvider At(DateTimeOffset story) => new DemoClock(story, stands: true);

    /// <summary>The clock of a data folder: its story's where a demo wrote it, else the machine's.</summary>
    public static TimeProvider Of(Deployment deployment) => Story(deployment) is { } story ? From(story) : System;

    /// <summary>The moment at which a demo folder's story stands; null for a real deployment.</summary>
    public static DateTimeOffset? Story(Deployment deployment)
    {
        var file = Path.Combine(deployment.Root, FileName);
        if (!File.Exists(file))
            return null;
        using var read = JsonDocument.Parse(File.ReadAllBytes(file));
        return DateTimeOffset.Parse(read.RootElement.GetProperty("now").GetString()!, CultureInfo.InvariantCulture);
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => (_stands ? _storyAt : _storyAt + (System.GetUtcNow() - _startedAt)).ToUniversalTime();
}
