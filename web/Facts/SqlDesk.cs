using System.Diagnostics;
using QualityInsight.Warehouse;
using QualityInsight.Web.Show;

namespace QualityInsight.Web.Facts;

/// <summary>What a query gave.</summary>
/// <param name="Columns">Heads.</param>
/// <param name="Rows">Rows, up to the limit.</param>
/// <param name="Truncated">Rows were left out.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Types">DuckDB's types of the columns.</param>
/// <param name="Snapshot">The snapshot it was asked of.</param>
internal sealed record SqlAnswer(
    IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, bool Truncated, double Seconds, IReadOnlyList<string> Types, string? Snapshot)
{
    public Grid Grid(string caption) => new(caption, Columns, Rows);

    public IReadOnlyList<SandboxColumn> Typed => [.. Columns.Zip(Types, (name, type) => new SandboxColumn(name, type))];
}

/// <summary>Runs what analysts type, in the warehouse's sandbox, within the deployment's limits.</summary>
internal sealed class SqlDesk(SqlSandbox sandbox, WebOptions options)
{
    /// <summary>The answer.</summary>
    /// <param name="sql">What was typed.</param>
    /// <param name="rows">The most rows; null is the deployment's limit.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="WarehouseException">It was refused, took too long or too much, or nothing has been published; the message is for the reader.</exception>
    public Task<SqlAnswer> RunAsync(string sql, int? rows, CancellationToken cancel) => Task.Run(
        () =>
        {
            var clock = Stopwatch.StartNew();
            var limits = new SandboxLimits { Time = TimeSpan.FromSeconds(options.SqlSeconds), Rows = Math.Min(rows ?? options.SqlRows, options.SqlRows) };
            var snapshot = Path.GetFileNameWithoutExtension(ServingFile.CurrentFile(options.DataFolder));
            using var result = sandbox.Run(sql, limits, cancel);
            var all = result.Rows().Select(r => (IReadOnlyList<object?>)r).ToArray();
            return new SqlAnswer([.. result.Columns.Select(c => c.Name)], all, result.Truncated, clock.Elapsed.TotalSeconds,
                [.. result.Columns.Select(c => c.Type)], snapshot);
        },
        cancel);
}
