using QualityInsight.Testing;

namespace QualityInsight.Jobs.Tests;

/// <summary>One small demo for all tests that read one; made when first asked for, and never written to.</summary>
public sealed class SmallDemo : IDisposable
{
    internal static readonly string[] Size = ["--scale", "0.06", "--weeks", "6", "--seed", "7"];
    private readonly TempFolder _folder = new();
    private Task<Outcome>? _made;

    internal string Data => _folder.File("demo");

    /// <summary>The demo's outcome; its data are in <see cref="Data"/>.</summary>
    internal async Task<Outcome> Made() => (await (_made ??= CommandLine.Qi(["demo", "--out", Data, .. Size]))).Ended(0);

    /// <summary>Runs a command on the demo's data.</summary>
    internal async Task<Outcome> Qi(params string[] arguments)
    {
        await Made();
        return await CommandLine.Qi([.. arguments, "--data", Data]);
    }

    public void Dispose() => _folder.Dispose();
}
