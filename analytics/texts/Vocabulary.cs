using System.Runtime.InteropServices;

namespace QualityInsight.Analytics.Texts;

/// <summary>
/// The n-grams a model knows: packed n-gram to feature number and back. Features of the whole text come before those
/// of its head, each frequent before rare, so that the weights used most lie together in memory.
/// </summary>
internal sealed class Vocabulary
{
    private readonly int[] _slots;
    private readonly int _shift;

    public Vocabulary(ulong[] keys)
    {
        Keys = keys;
        BodyCount = keys.Count(k => (k & NgramReader.Head) == 0);
        var bits = 4;
        while (1 << bits < keys.Length * 2) bits++;
        _shift = 64 - bits;
        _slots = new int[1 << bits];
        for (var id = 0; id < keys.Length; id++)
        {
            var at = Slot(keys[id]);
            while (_slots[at] != 0) at = (at + 1) & (_slots.Length - 1);
            _slots[at] = id + 1;
        }
    }

    /// <summary>The packed n-gram of each feature.</summary>
    public ulong[] Keys { get; }

    /// <summary>Features before this number are of the whole text, from it on of the head.</summary>
    public int BodyCount { get; }

    /// <summary>The feature's number, or −1 where the n-gram is not known.</summary>
    public int Find(ulong key)
    {
        for (var at = Slot(key); ; at = (at + 1) & (_slots.Length - 1))
        {
            var id = _slots[at] - 1;
            if (id < 0 || Keys[id] == key) return id;
        }
    }

    /// <summary>Chooses the n-grams that occur in enough of the texts.</summary>
    public static Vocabulary Build(IReadOnlyList<string> texts, TextFeatureOptions options, CancellationToken ct)
    {
        var reader = new NgramReader(options);
        var scratch = new TextScratch();
        var seenIn = new Dictionary<ulong, (int Texts, int Last)>(1 << 16);
        for (var i = 0; i < texts.Count; i++)
        {
            if (i % 256 == 0) ct.ThrowIfCancellationRequested();
            reader.Read(texts[i], scratch);
            foreach (var key in scratch.Keys.AsSpan(0, scratch.KeyCount))
            {
                ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(seenIn, key, out var known);
                if (known && entry.Last == i) continue;
                entry = (entry.Texts + 1, i);
            }
        }
        return new Vocabulary([.. seenIn
            .Where(e => e.Value.Texts >= options.MinTexts)
            .OrderByDescending(e => e.Value.Texts).ThenBy(e => e.Key)
            .Take(options.MaxFeatures)
            .OrderBy(e => e.Key & NgramReader.Head).ThenByDescending(e => e.Value.Texts).ThenBy(e => e.Key)
            .Select(e => e.Key)]);
    }

    private int Slot(ulong key) => (int)((key * 0x9E3779B97F4A7C15) >> _shift);
}
