using QualityInsight.Warehouse;

namespace QualityInsight.Web.Facts;

/// <summary>Units, halls and items out of the serving file.</summary>
internal sealed class ServingDirectory(Serving serving, TimeProvider time) : IDirectory
{
    /// <inheritdoc />
    public Task<IReadOnlyList<Named>> UnitsAsync(CancellationToken cancel) => Names("sql/directory_orgs.sql", cancel);

    /// <inheritdoc />
    public Task<IReadOnlyList<Named>> HallsAsync(CancellationToken cancel) => Names("sql/directory_halls.sql", cancel);

    /// <inheritdoc />
    public Task<IReadOnlyList<Named>> ItemsAsync(CancellationToken cancel) => Names("sql/directory_items.sql", cancel);

    /// <inheritdoc />
    public async Task<DateOnly?> LastDayAsync(CancellationToken cancel)
    {
        // A day's slack, since the facts' wall-clock may be ahead of UTC.
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(1);
        var found = await serving.QueryAsync("sql/directory_last_day.sql", r => r.DateOrNull("day"), new() { ["today"] = today }, cancel);
        return found is [var day, ..] ? day : null;
    }

    private async Task<IReadOnlyList<Named>> Names(string file, CancellationToken cancel) =>
        await serving.QueryAsync(file, r => new Named(r.Text("code"), r.Text("name")), null, cancel) ?? [];
}
