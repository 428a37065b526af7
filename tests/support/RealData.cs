namespace QualityInsight.Testing;

/// <summary>
/// The real data sets that stand beside a developer's checkout (<c>../shared/data</c>, or the folder named by
/// <c>QI_REAL_DATA</c>). They are never in the repository, so every test that uses one skips, with a printed
/// reason, where it is absent.
/// </summary>
public static class RealData
{
    /// <summary>The folder of the data sets, or null where this machine has none.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>The full path of one file of the data sets, for example <c>baltimore311/dev.csv</c>.</summary>
    public static string PathOf(string relative) =>
        Path.Combine(Folder ?? throw new InvalidOperationException("No real data on this machine."), relative);

    /// <summary>True where every one of the files is there.</summary>
    public static bool Has(params string[] relative) =>
        Folder is { } folder && relative.All(r => Path.Exists(Path.Combine(folder, r)));

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("QI_REAL_DATA") is { Length: > 0 } named)
            return Directory.Exists(named) ? named : null;
        var beside = Path.Combine(Repository.Root, "..", "shared", "data");
        return Directory.Exists(beside) ? Path.GetFullPath(beside) : null;
    }
}

/// <summary>A fact that needs files of <see cref="RealData"/> and skips, saying so, where one is absent.</summary>
public sealed class RealDataFactAttribute : FactAttribute
{
    /// <summary>Names the files the test reads, relative to the data folder.</summary>
    public RealDataFactAttribute(params string[] files)
    {
        if (!RealData.Has(files))
            Skip = $"real data absent on this machine: {string.Join(", ", files)}";
    }
}
