using System.Diagnostics;
using QualityInsight.Warehouse;
using QualityInsight.Web.Show;

namespace QualityInsight.Web.Facts;

/// <summary>What a query gave.</summary>
/// <param name="Columns">Heads.</param>
/// <param name="Rows">Rows, up to the limit.</param>
/// <param name="Truncated">Rows were left out.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record SqlAnswer(
    IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, bool Truncated, double Seconds)
{
    public Grid Grid(string caption) => new(caption, Columns, Rows);
}

/// <summary>Runs what analysts type, in the warehouse's sandbox, within the deployment's limits.</summary>
internal sealed class SqlDesk(SqlSandbox sandbox, WebOptions options)
{
    /// <summary>The answer.</summary>
    /// <exception cref="WarehouseException">It was refused, took too long or too much, or nothing has been published; the message is for the reader.</exception>
    public Task<SqlAnswer> RunAsync(string sql, int? rows, CancellationToken cancel) => Task.Run(
        () =>
        {
            var clock = Stopwatch.StartNew();
            var limits = new SandboxLimits { Time = TimeSpan.FromSeconds(options.SqlSeconds), Rows = Math.Min(rows ?? options.SqlRows, options.SqlRows) };
            using var result = sandbox.Run(sql, limits, cancel);
            var all = result.Rows().Select(r => (IReadOnlyList<object?>)r).ToArray();
            return new SqlAnswer([.. result.Columns.Select(c => c.Name)], all, result.Truncated, clock.Elapsed.TotalSeconds);
        },
        cancel);
}
