using QualityInsight.Testing;

namespace QualityInsight.Architecture.Tests;

/// <summary>The repository's own files: nothing built, nothing restored.</summary>
internal static class SourceTree
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", ".git", "data", "lib", "TestResults"];

    /// <summary>Paths relative to the root, with forward slashes, of the files that match.</summary>
    public static IEnumerable<string> Files(string pattern, string under = "")
    {
        var folders = new Stack<string>([Path.Combine(Repository.Root, under)]);
        while (folders.TryPop(out var folder))
        {
            foreach (var file in Directory.EnumerateFiles(folder, pattern))
                yield return Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');
            foreach (var child in Directory.EnumerateDirectories(folder))
                if (!NotOurs.Contains(Path.GetFileName(child)))
                    folders.Push(child);
        }
    }

    public static bool IsProduct(string path) => !path.StartsWith("tests/", StringComparison.Ordinal);
}
