using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using QualityInsight.Warehouse;
using Spectre.Console;

namespace QualityInsight.Jobs.Cli;

/// <summary><c>qi sql</c>: a question in SQL to the serving file, read-only and bounded.</summary>
internal static class SqlCommand
{
    public static Command Create()
    {
        var sql = new Argument<string>("sql") { Description = "One SELECT; tables, views and metric macros of the serving file." };
        var format = new Option<string>("--format") { Description = "table, csv or json.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "csv", "json");
        var rows = new Option<int>("--rows") { Description = "At most so many rows.", DefaultValueFactory = _ => 10_000 };
        var seconds = new Option<int>("--seconds") { Description = "Stop after so many seconds.", DefaultValueFactory = _ => 30 };
        return new Command("sql", "Read-only SQL on the serving file.") { sql, format, rows, seconds }.Does((parsed, cancellation) =>
        {
            if (parsed.GetValue(rows) < 1 || parsed.GetValue(seconds) < 1)
                throw new UsageException("--rows and --seconds are at least 1");
            var limits = new SandboxLimits { Rows = parsed.GetValue(rows), Time = TimeSpan.FromSeconds(parsed.GetValue(seconds)) };
            using var sandbox = new SqlSandbox(parsed.Deployment().Root, idle: 0);
            using var result = sandbox.Run(parsed.GetRequiredValue(sql), limits, cancellation);
            switch (parsed.GetValue(format))
            {
                case "json": PrintJson(result); break;
                case "csv": PrintCsv(result); break;
                default: PrintTable(result); break;
            }
            if (result.Truncated)
                Say.Info($"only the first {limits.Rows} rows; --rows asks for more");
            return Task.FromResult(ExitCode.Done);
        });
    }

    private static void PrintCsv(SandboxResult result)
    {
        using var csv = CsvOut.Console();
        CsvOut.Record(csv, result.Columns.Select(c => (object?)c.Name));
        foreach (var row in result.Rows())
            CsvOut.Record(csv, row.Select(c => c is DateTime or DateOnly or TimeOnly ? Text(c) : c));
    }

    private static void PrintJson(SandboxResult result)
    {
        var all = new JsonArray();
        foreach (var row in result.Rows())
        {
            var cells = new JsonObject();
            foreach (var (column, value) in result.Columns.Zip(row))
                cells[column.Name] = value switch
                {
                    null => null,
                    bool b => b,
                    sbyte or byte or short or ushort or int or uint or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
                    float or double => Convert.ToDouble(value, CultureInfo.InvariantCulture) is var d && double.IsFinite(d) ? d : null,
                    decimal m => m,
                    _ => Text(value),
                };
            all.Add(cells);
        }
        Console.WriteLine(all.ToJsonString(JsonOut.Options));
    }

    private static void PrintTable(SandboxResult result)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in result.Columns)
            table.AddColumn(Markup.Escape(column.Name));
        foreach (var row in result.Rows())
            table.AddRow(row.Select(c => Markup.Escape(c is null ? "" : Text(c))).ToArray());
        AnsiConsole.Write(table);
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        DateTime t => t.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        DateOnly d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly t => t.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        System.Collections.IEnumerable list and not string => "[" + string.Join(", ", list.Cast<object?>().Select(Text)) + "]",
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
