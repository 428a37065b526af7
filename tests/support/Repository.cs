namespace QualityInsight.Testing;

/// <summary>Where the checkout is that the tests were built from.</summary>
public static class Repository
{
    /// <summary>The folder that holds <c>QualityInsight.sln</c>.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "QualityInsight.sln")))
                return at.FullName;
        throw new InvalidOperationException($"No QualityInsight.sln above {AppContext.BaseDirectory}.");
    }
}
