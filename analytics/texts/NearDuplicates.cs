using System.Runtime.InteropServices;

namespace QualityInsight.Analytics.Texts;

/// <summary>Texts that say the same: indexes into the texts given, ascending; at least two.</summary>
/// <param name="Members">The texts.</param>
/// <param name="IsExact">All of them are equal after normalisation.</param>
public sealed record DuplicateGroup(IReadOnlyList<int> Members, bool IsExact);

/// <summary>
/// Groups texts that are equal or nearly so: MinHash signatures of character 3-grams (Broder 1997) put into bands
/// (locality-sensitive hashing; Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", ch. 3) propose pairs, whose
/// true Jaccard similarity then decides. Deterministic. Time and memory grow with the number of texts, not its square.
/// </summary>
public static class NearDuplicates
{
    private const int Bands = 32;
    private const int RowsPerBand = 4;
    private static readonly TextFeatureOptions Shingles = new() { NgramMin = 3, NgramMax = 3, HeadChars = 0, MarkNegation = false };

    /// <summary>
    /// The groups of texts at least as similar as <paramref name="similarity"/> (Jaccard of their 3-grams, 0–1) to
    /// another of the group. Below 0.5 pairs begin to be missed. Empty texts belong to no group.
    /// </summary>
    public static IReadOnlyList<DuplicateGroup> Find(IReadOnlyList<string> texts, double similarity = 0.7, CancellationToken ct = default)
    {
        var shingles = ShingleSets(texts, ct);
        var parent = Enumerable.Range(0, texts.Count).ToArray();
        var firstOf = new Dictionary<(int Band, ulong Hash), List<int>>();
        Span<ulong> signature = stackalloc ulong[Bands * RowsPerBand];
        for (var i = 0; i < texts.Count; i++)
        {
            ct.ThrowIfCancellationRequested();
            if (shingles[i].Length == 0) continue;
            Sign(shingles[i], signature);
            for (var band = 0; band < Bands; band++)
            {
                var hash = 0UL;
                foreach (var row in signature.Slice(band * RowsPerBand, RowsPerBand)) hash = Mix(hash ^ row);
                ref var bucket = ref CollectionsMarshal.GetValueRefOrAddDefault(firstOf, (band, hash), out _);
                foreach (var j in bucket ??= [])
                    if (Root(parent, j) != Root(parent, i) && Jaccard(shingles[i], shingles[j]) >= similarity)
                        parent[Root(parent, i)] = Root(parent, j);
                bucket.Add(i);
            }
        }
        return [.. Enumerable.Range(0, texts.Count)
            .GroupBy(i => Root(parent, i)).Where(g => g.Count() > 1)
            .Select(g => (int[])[.. g])
            .OrderBy(g => g[0])
            .Select(g => new DuplicateGroup(g, g.Select(i => TextNormalizer.Normalize(texts[i])).Distinct().Count() == 1))];
    }

    private static ulong[][] ShingleSets(IReadOnlyList<string> texts, CancellationToken ct)
    {
        var reader = new NgramReader(Shingles);
        var scratch = new TextScratch();
        var sets = new ulong[texts.Count][];
        for (var i = 0; i < texts.Count; i++)
        {
            ct.ThrowIfCancellationRequested();
            reader.Read(texts[i], scratch);
            var keys = scratch.Keys.AsSpan(0, scratch.KeyCount).ToArray().Where(k => (k & NgramReader.Aside) == 0).Distinct().ToArray();
            Array.Sort(keys);
            sets[i] = keys;
        }
        return sets;
    }

    private static void Sign(ulong[] shingles, Span<ulong> signature)
    {
        signature.Fill(ulong.MaxValue);
        foreach (var shingle in shingles)
        {
            var hash = Mix(shingle);
            for (var k = 0; k < signature.Length; k++)
            {
                hash = Mix(hash + (ulong)k);
                if (hash < signature[k]) signature[k] = hash;
            }
        }
    }

    private static double Jaccard(ulong[] a, ulong[] b)
    {
        int i = 0, j = 0, both = 0;
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j]) { both++; i++; j++; }
            else if (a[i] < b[j]) i++;
            else j++;
        }
        return (double)both / (a.Length + b.Length - both);
    }

    private static int Root(int[] parent, int i)
    {
        while (parent[i] != i) i = parent[i] = parent[parent[i]];
        return i;
    }

    private static ulong Mix(ulong value)
    {
        value ^= value >> 33;
        value *= 0xFF51AFD7ED558CCD;
        value ^= value >> 33;
        value *= 0xC4CEB9FE1A85EC53;
        return value ^ (value >> 33);
    }
}
