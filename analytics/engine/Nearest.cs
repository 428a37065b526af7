namespace QualityInsight.Analytics;

/// <summary>Names the likely intended names when one is unknown.</summary>
internal static class Nearest
{
    internal static string Message(string kind, string asked, IEnumerable<string> known)
    {
        var near = known.Select(k => (Name: k, Distance: Distance(asked, k)))
            .OrderBy(k => k.Name.Contains(asked, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
            .ThenBy(k => k.Distance).ThenBy(k => k.Name, StringComparer.Ordinal)
            .Take(5).Select(k => k.Name);
        return $"There is no {kind} \"{asked}\". Nearest: {string.Join(", ", near)}.";
    }

    /// <summary>Edit distance (Levenshtein 1966).</summary>
    internal static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
                current[j] = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1),
                    previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            previous = current;
        }
        return previous[b.Length];
    }
}
