namespace QualityInsight.Analytics.Texts;

/// <summary>
/// A sparse matrix by rows: row i has the features and values of [starts[i], starts[i + 1]).
/// </summary>
public sealed class SparseRows(int[] starts, int[] features, float[] values)
{
    /// <summary>Number of rows.</summary>
    public int Count => starts.Length - 1;

    /// <summary>Feature numbers of a row, from 0.</summary>
    public ReadOnlySpan<int> Features(int row) => features.AsSpan(starts[row]..starts[row + 1]);

    /// <summary>Values of these features.</summary>
    public ReadOnlySpan<float> Values(int row) => values.AsSpan(starts[row]..starts[row + 1]);

    /// <summary>The same rows with every feature's value multiplied by the feature's factor.</summary>
    public SparseRows Scaled(float[] factors)
    {
        var scaled = new float[values.Length];
        for (var k = 0; k < scaled.Length; k++) scaled[k] = values[k] * factors[features[k]];
        return new SparseRows(starts, features, scaled);
    }

    /// <summary>The inner product of a row with weights.</summary>
    public float Dot(int row, ReadOnlySpan<float> weights)
    {
        var f = Features(row);
        var v = Values(row);
        float sum = 0;
        for (var k = 0; k < f.Length; k++) sum += v[k] * weights[f[k]];
        return sum;
    }
}
