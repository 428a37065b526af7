using QualityInsight.Testing;

namespace QualityInsight.Analytics.Tests;

/// <summary>The same metric files give the same figures on PostgreSQL.</summary>
public class PostgresGoldenTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [PostgresFact]
    public void Every_figure_is_the_one_computed_by_hand()
    {
        var wrong = new List<string>();
        foreach (var golden in GoldenCase.All)
        {
            postgres.Load(golden.Inserts);
            wrong.AddRange(GoldenTests.Differences(golden, postgres.Engine!));
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
