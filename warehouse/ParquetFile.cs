using System.Globalization;
using DuckDB.NET.Data;

namespace QualityInsight.Warehouse;

/// <summary>
/// Writes rows that came out of the sandbox as Parquet. It is done here, not in the sandbox's process, which can write no
/// file: only values and column names cross over, never the statement.
/// </summary>
public static class ParquetFile
{
    /// <summary>Writes a file; whole numbers, reals, truth values, dates and times keep their types, everything else is text. DECIMAL becomes a real.</summary>
    /// <param name="path">The file, which must not exist.</param>
    /// <param name="columns">Columns; a name that comes twice gets a number.</param>
    /// <param name="rows">Rows as <see cref="SandboxResult.Rows"/> gives them.</param>
    /// <param name="cancel">Stops it.</param>
    public static void Write(string path, IReadOnlyList<SandboxColumn> columns, IEnumerable<IReadOnlyList<object?>> rows, CancellationToken cancel = default)
    {
        using var connection = new DuckDBConnection(ConnectionSettings.Common(":memory:", threads: 1, memoryLimit: "512MB").ConnectionString);
        connection.Open();
        using var session = new WarehouseSession(connection);
        var types = columns.Select(c => TypeOf(c.Type)).ToArray();
        var definitions = string.Join(", ", Names(columns).Zip(types, (name, type) => $"{SqlText.Name(name)} {type}"));
        session.Execute(Sql.Load(typeof(ParquetFile), "sql/parquet_answer.sql").Replace("/*columns*/);", definitions + ");", StringComparison.Ordinal), cancel: cancel);
        session.InTransaction(() =>
        {
            using var writer = session.Append("answer");
            foreach (var row in rows)
            {
                cancel.ThrowIfCancellationRequested();
                for (var i = 0; i < types.Length; i++)
                    Set(writer, i, types[i], row[i]);
                writer.EndRow();
            }
            writer.Complete();
        });
        session.Execute($"COPY answer TO {SqlText.Literal(Path.GetFullPath(path))} (FORMAT parquet, COMPRESSION zstd)", cancel: cancel);
    }

    private static void Set(ColumnWriter writer, int column, string type, object? value)
    {
        if (value is null)
            writer.SetNull(column);
        else if (type == "BIGINT" && value is long whole)
            writer.Set(column, whole);
        else if (type == "DOUBLE")
            writer.Set(column, Convert.ToDouble(value, CultureInfo.InvariantCulture));
        else if (type == "BOOLEAN" && value is bool truth)
            writer.Set(column, truth);
        else if (type == "DATE" && value is DateOnly day)
            writer.Set(column, day);
        else if (type == "TIMESTAMP" && value is DateTime at)
            writer.Set(column, at);
        else if (type == "VARCHAR")
            writer.Set(column, Convert.ToString(value, CultureInfo.InvariantCulture));
        else
            writer.SetNull(column);
    }

    private static string TypeOf(string type) => type switch
    {
        "Boolean" => "BOOLEAN",
        "TinyInt" or "SmallInt" or "Integer" or "BigInt" or "UnsignedTinyInt" or "UnsignedSmallInt" or "UnsignedInteger" => "BIGINT",
        "Float" or "Double" or "Decimal" or "HugeInt" or "UnsignedBigInt" or "UnsignedHugeInt" => "DOUBLE",
        "Date" => "DATE",
        _ when type.StartsWith("Timestamp", StringComparison.Ordinal) => "TIMESTAMP",
        _ => "VARCHAR",
    };

    private static List<string> Names(IReadOnlyList<SandboxColumn> columns)
    {
        var names = new List<string>();
        foreach (var column in columns)
        {
            var name = column.Name.Length == 0 ? "column" : column.Name.Replace("\0", "", StringComparison.Ordinal);
            for (var n = 2; names.Contains(name, StringComparer.OrdinalIgnoreCase); n++)
                name = string.Create(CultureInfo.InvariantCulture, $"{column.Name}_{n}");
            names.Add(name);
        }
        return names;
    }
}
