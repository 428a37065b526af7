using System.Globalization;
using System.Text;

namespace QualityInsight.Analytics.Tests;

/// <summary>Makes INSERT statements for hand-written facts; what a row does not say takes a plain default.</summary>
internal static class Facts
{
    private static readonly Dictionary<string, Dictionary<string, object?>> Defaults = new()
    {
        ["visit"] = new() { ["source"] = "q", ["hall_code"] = "H1", ["visit_date"] = "2026-11-16", ["seq"] = 1, ["outcome"] = "SERVED" },
        ["ticket"] = new() { ["source"] = "t", ["kind"] = "MATTER", ["status"] = "CLOSED" },
        ["review"] = new()
        {
            ["source"] = "r",
            ["channel"] = "HALL_PAD",
            ["level"] = 5,
            ["is_default"] = false,
            ["is_named"] = true,
            ["reviewed_at"] = "2026-11-16 10:00:00",
        },
        ["review_tag"] = new() { ["source"] = "r", ["dict"] = "evalDetail" },
        ["visit_ticket"] = new() { ["source"] = "q", ["hall_code"] = "H1", ["visit_date"] = "2026-11-16", ["seq"] = 1, ["ticket_source"] = "t" },
        ["service_item"] = new() { ["version"] = 1, ["name"] = "item", ["valid_from"] = "2020-01-01" },
        ["org"] = new() { ["name"] = "org", ["valid_from"] = "2020-01-01" },
        ["hall"] = new() { ["name"] = "hall", ["valid_from"] = "2020-01-01" },
        ["counter"] = new() { ["name"] = "counter", ["valid_from"] = "2020-01-01", ["hall_code"] = "H1" },
        ["area"] = new() { ["level"] = "CITY", ["valid_from"] = "2020-01-01" },
        ["hall_hours"] = new() { ["hall_code"] = "H1", ["valid_from"] = "2020-01-01" },
        ["staff"] = new() { ["valid_from"] = "2020-01-01" },
        ["tag"] = new() { ["dict"] = "evalDetail", ["version"] = 2, ["is_base"] = true, ["is_active"] = true },
        ["one_thing"] = new() { ["name"] = "thing", ["valid_from"] = "2020-01-01" },
        ["order_callback"] = new() { ["source"] = "t", ["seq"] = 1, ["called_at"] = "2026-11-17 10:00:00", ["is_valid"] = true },
        ["bot_session"] = new() { ["source"] = "b", ["started_at"] = "2026-11-16 10:00:00", ["is_handed_over"] = false },
        ["integrity_flag"] = new() { ["rule"] = "R02", ["subject"] = "review", ["source"] = "r", ["score"] = 1, ["evidence"] = "x", ["found_at"] = "2026-11-17 00:00:00" },
        ["text_label"] = new() { ["subject"] = "review", ["source"] = "r", ["axis"] = "PROBLEM", ["evidence"] = "TEXT", ["labelled_at"] = "2026-11-17 00:00:00" },
        ["case_event"] = new() { ["position"] = 0, ["occurred_at"] = "2026-11-16 10:00:00", ["review_source"] = "r", ["data"] = "{}" },
        ["batch"] = new()
        {
            ["feed"] = "f",
            ["profile"] = "p",
            ["profile_hash"] = "h",
            ["entity"] = "visit",
            ["file_name"] = "f.csv",
            ["file_hash"] = "h",
            ["file_bytes"] = 1,
            ["zone"] = "Asia/Shanghai",
            ["started_at"] = "2026-11-16 00:00:00",
            ["rows_in"] = 0,
            ["loaded"] = 0,
            ["duplicate"] = 0,
            ["quarantined"] = 0,
        },
    };

    private static readonly HashSet<string> WithLineage =
        ["visit", "ticket", "review", "review_tag", "visit_ticket", "service_item", "org", "hall", "counter", "area", "hall_hours", "staff", "one_thing", "order_callback", "bot_session"];
    private static readonly Dictionary<string, string> Numbered = new()
    {
        ["visit"] = "number",
        ["visit_ticket"] = "number",
        ["ticket"] = "ticket_no",
        ["review"] = "review_no",
        ["batch"] = "batch_id",
        ["order_callback"] = "ticket_no",
        ["bot_session"] = "session_no",
    };

    internal static IEnumerable<string> Tables => Defaults.Keys;

    internal static string Insert(string table, IEnumerable<IReadOnlyDictionary<string, object?>> rows)
    {
        var sql = new StringBuilder();
        var n = 0;
        foreach (var given in rows)
        {
            n++;
            var row = new Dictionary<string, object?>(Defaults[table]);
            if (WithLineage.Contains(table))
                (row["batch_id"], row["line_no"]) = (1, n);
            if (Numbered.TryGetValue(table, out var number))
                row[number] = n.ToString(CultureInfo.InvariantCulture);
            if (table == "case_event")
                row["seq"] = n;
            foreach (var (column, value) in given)
                row[column] = value;
            sql.Append(CultureInfo.InvariantCulture, $"INSERT INTO {table} ({string.Join(", ", row.Keys)}) VALUES ({string.Join(", ", row.Values.Select(Literal))});\n");
        }
        return sql.ToString();
    }

    private static string Literal(object? value) => value switch
    {
        null => "NULL",
        bool yes => yes ? "true" : "false",
        int or long or double => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        DateTime at => $"'{at:yyyy-MM-dd HH:mm:ss.ffffff}'",
        string[] list when list.Length == 0 => "'{}'",
        _ => $"'{Convert.ToString(value, CultureInfo.InvariantCulture)!.Replace("'", "''")}'",
    };
}
