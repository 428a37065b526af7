namespace QualityInsight.City;

/// <summary>
/// Seeded random numbers that are the same on every machine and runtime (SplitMix64, Steele, Lea and Flood 2014).
/// Every hall, day and purpose has dice of its own, so that a change in one place leaves the others as they were.
/// </summary>
internal sealed class Dice(ulong state)
{
    private ulong _state = state;

    public static Dice Of(int seed, string purpose, long a = 0, long b = 0)
    {
        var hash = 14695981039346656037UL ^ (uint)seed;
        foreach (var c in purpose)
            hash = (hash ^ c) * 1099511628211UL;
        var dice = new Dice(hash);
        dice._state ^= dice.Next() + (ulong)a;
        dice._state ^= dice.Next() + (ulong)b;
        dice.Next();
        return dice;
    }

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform whole number in [low, high).</summary>
    public int Int(int low, int high) => low + (int)(Next() % (ulong)(high - low));

    public bool Chance(double probability) => Unit() < probability;

    public T Pick<T>(IReadOnlyList<T> from) => from[Int(0, from.Count)];

    /// <summary>The index drawn with the given running totals of weights.</summary>
    public int PickByRunningTotal(double[] totals)
    {
        var at = Array.BinarySearch(totals, Unit() * totals[^1]);
        return Math.Min(at < 0 ? ~at : at + 1, totals.Length - 1);
    }

    public double Exponential(double mean) => -mean * Math.Log(1 - Unit());

    public double Normal() =>
        Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit());

    /// <summary>Log-normal with the given mean and shape.</summary>
    public double LogNormal(double mean, double sigma) =>
        mean * Math.Exp((sigma * Normal()) - (sigma * sigma / 2));

    /// <summary>Poisson; by exponential gaps, so cheap for means up to some hundreds.</summary>
    public int Poisson(double mean)
    {
        var n = 0;
        for (var t = Exponential(1); t < mean; t += Exponential(1))
            n++;
        return n;
    }
}
