using System.Text.RegularExpressions;
using Npgsql;
using QualityInsight.Testing;
using QualityInsight.Warehouse;

namespace QualityInsight.Analytics.Tests;

/// <summary>A PostgreSQL with the same tables and models. Empty where PostgreSQL is absent: its tests skip.</summary>
public sealed class PostgresFixture : IDisposable
{
    private readonly PostgresServer? _server;
    private readonly NpgsqlDataSource? _data;

    public PostgresFixture()
    {
        if (!PostgresServer.IsAvailable)
            return;
        _server = new();
        _data = NpgsqlDataSource.Create(_server.ConnectionString);
        var schema = Path.Combine(Repository.Root, "warehouse", "schema");
        foreach (var file in Directory.GetFiles(schema, "*.sql").Order().Where(f => File.ReadAllText(f).Contains("CREATE TABLE")))
            Execute(ForPostgres(File.ReadAllText(file)));
        foreach (var script in AnalyticsScripts.Models(DuckDbFixture.AsOf))
            Execute(script.Sql);
        Engine = new MetricEngine(new Source(_data));
    }

    public MetricEngine? Engine { get; }

    public void Load(string inserts) => Execute($"TRUNCATE {string.Join(", ", Facts.Tables)};\n" + inserts);

    /// <summary>Copies every fact of a DuckDB warehouse; texts of values are the same on both sides.</summary>
    public void Copy(WarehouseSession from)
    {
        Load("");
        using var connection = _data!.OpenConnection();
        foreach (var table in Facts.Tables)
        {
            var columns = from.Query("SELECT column_name FROM duckdb_columns() WHERE table_name = $table AND database_name = current_database() ORDER BY column_index",
                r => r.Text(0), new() { ["table"] = table }).Where(c => c != "problems").ToList();
            using var to = connection.BeginTextImport($"COPY {table} ({string.Join(", ", columns)}{(table == "tag" ? ", problems" : "")}) FROM STDIN");
            foreach (var row in from.Query($"SELECT {string.Join(", ", columns.Select(c => $"CAST({c} AS VARCHAR)"))} FROM {table}", r => Enumerable.Range(0, r.Count).Select(r.TextOrNull).ToArray()))
                to.Write(string.Join('\t', row.Select(Cell)) + (table == "tag" ? "\t{}" : "") + "\n");
        }
    }

    private static string Cell(string? text) => text is null ? "\\N"
        : text.Replace("\\", "\\\\").Replace("\t", "\\t").Replace("\n", "\\n").Replace("\r", "\\r");

    public void Dispose()
    {
        _data?.Dispose();
        _server?.Dispose();
    }

    private static string ForPostgres(string sql)
    {
        sql = Regex.Replace(sql, @"\bTINYINT\b", "SMALLINT");
        sql = Regex.Replace(sql, @"\bDOUBLE\b", "DOUBLE PRECISION");
        return sql;
    }

    private void Execute(string sql)
    {
        using var command = _data!.CreateCommand(sql);
        command.ExecuteNonQuery();
    }

    private sealed class Source(NpgsqlDataSource data) : IMetricSource
    {
        public string Snapshot => "postgresql";

        public string ParameterPrefix => "@";

        public IReadOnlyList<object?[]> Query(string sql, IReadOnlyDictionary<string, object?> arguments, CancellationToken cancellation)
        {
            using var command = data.CreateCommand(sql);
            foreach (var (name, value) in arguments)
                command.Parameters.AddWithValue(name, value ?? DBNull.Value);
            using var reader = command.ExecuteReader();
            var rows = new List<object?[]>();
            while (reader.Read())
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
            return rows;
        }
    }
}
