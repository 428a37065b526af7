using System.Globalization;

namespace QualityInsight.City;

/// <summary>
/// Writes a table's files: what is new in time order, the tail of the file before once more, some rows twice, broken
/// rows in between. Keeps count of what must become of each row.
/// </summary>
internal sealed class Emission(CityOptions options, int periods)
{
    private const double Resent = 0.012, Twice = 0.0015;

    public List<CityFile> Manifest { get; } = [];

    public List<FileTruth> Truth { get; } = [];

    public long Rows { get; private set; }

    public int Periods => periods;

    /// <summary>The quarter of history a moment falls in.</summary>
    public int PeriodOf(DateTime at) =>
        Math.Clamp((DateOnly.FromDateTime(at).DayNumber - options.FirstDay.DayNumber) * periods / (7 * options.Weeks), 0, periods - 1);

    public DateTime EndOf(int period)
    {
        var days = ((period + 1) * 7 * options.Weeks / periods) + ((period + 1) * 7 * options.Weeks % periods == 0 ? 0 : 1);
        return options.FirstDay.AddDays(days - 1).ToDateTime(new TimeOnly(23, 59, 59));
    }

    public void Write(FeedTable table, int period, bool isDimension = false)
    {
        var first = DateOnly.FromDateTime(period == 0 ? options.FirstDay.ToDateTime(TimeOnly.MinValue) : EndOf(period - 1).AddSeconds(1));
        var name = isDimension ? $"{table.Stem}.csv" : string.Create(CultureInfo.InvariantCulture, $"{table.Stem}-{first:yyyyMMdd}.csv");
        var dice = Dice.Of(options.Seed, "emit-" + table.Stem, period);
        var fresh = table.Fresh(period).OrderBy(r => r.At).ToList();
        var tail = period == 0 ? [] : Tail(table, period - 1);
        if (fresh.Count + tail.Count == 0)
            return; // A week in which nothing happened is no file: one with a header alone is a failed export to whoever loads it.
        var broken = isDimension ? [] : Broken(table, fresh, dice);
        var last = broken.Where(b => b.Defect.AtEnd).Select(b => b.Cells).ToList();
        var between = broken.Where(b => !b.Defect.AtEnd).Select(b => (At: dice.Int(0, fresh.Count), b.Cells)).OrderBy(b => b.At).ToList();
        long twice = 0;
        var path = Path.Combine(options.Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (var file = new FeedFile(path, table.Style))
        {
            file.Write(period > 0 && table.LaterHeader is { } later ? [.. table.Columns.Select(later)] : table.Columns);
            foreach (var row in tail)
                file.Write(row.Cells);
            var next = 0;
            for (var n = 0; n < fresh.Count; n++)
            {
                for (; next < between.Count && between[next].At == n; next++)
                    file.Write(between[next].Cells);
                file.Write(fresh[n].Cells);
                if (!isDimension && fresh[n].Kind == FeedRowKind.Final && dice.Chance(Twice))
                {
                    file.Write(fresh[n].Cells);
                    twice++;
                }
            }
            foreach (var cells in last)
                file.Write(cells);
        }
        Account(table, name, fresh, tail.Count + twice, broken);
    }

    private static List<FeedRow> Tail(FeedTable table, int period)
    {
        var before = table.Fresh(period).Where(r => r.Kind is FeedRowKind.Final).OrderBy(r => r.At).ToList();
        return before[^Math.Min(before.Count, (int)(before.Count * Resent))..];
    }

    private List<(Defect Defect, string[] Cells)> Broken(FeedTable table, List<FeedRow> fresh, Dice dice)
    {
        var made = new List<(Defect, string[])>();
        var good = fresh.Where(r => r.Kind is FeedRowKind.Final).ToList();
        if (good.Count == 0)
            return made;
        foreach (var defect in table.Defects)
        {
            var wanted = Math.Max(1, (int)Math.Round(defect.AtOne * options.Scale / periods));
            var chosen = new HashSet<int>();
            for (var n = 0; n < Math.Min(wanted, good.Count); n++)
            {
                var at = dice.Int(0, good.Count);
                if (!chosen.Add(at))
                    continue;
                var cells = (string[])good[at].Cells.Clone();
                if (defect.Key is { } key)
                    cells[table.Index(key)] += string.Create(CultureInfo.InvariantCulture, $"{(table.Entity == "visit" ? "Z" : "9")}{made.Count:000}");
                made.Add((defect, defect.Break(cells)));
            }
        }
        return made;
    }

    private void Account(FeedTable table, string name, List<FeedRow> fresh, long duplicate, List<(Defect Defect, string[] Cells)> broken)
    {
        var skipped = fresh.Count(r => r.Kind == FeedRowKind.Skipped);
        var reasons = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (defect, _) in broken)
            reasons[defect.Reason] = reasons.GetValueOrDefault(defect.Reason) + 1;
        var rows = fresh.Count + duplicate + broken.Count;
        Rows += rows;
        Manifest.Add(new CityFile(name, table.Feed, table.Entity, table.Profile, table.CorrectProfile));
        Truth.Add(new FileTruth(name, table.Feed, table.Entity, rows, fresh.Count - skipped, duplicate, broken.Count, skipped,
            fresh.Count(r => r.Kind == FeedRowKind.Update), reasons));
    }
}
