namespace QualityInsight.Warehouse;

/// <summary>The column types the warehouse has, each written in its own width.</summary>
public enum ColumnKind
{
    /// <summary>BOOLEAN.</summary>
    Bool,

    /// <summary>TINYINT, −128 to 127.</summary>
    Int8,

    /// <summary>SMALLINT.</summary>
    Int16,

    /// <summary>INTEGER.</summary>
    Int32,

    /// <summary>BIGINT.</summary>
    Int64,

    /// <summary>DOUBLE.</summary>
    Double,

    /// <summary>VARCHAR, JSON.</summary>
    Text,

    /// <summary>TIMESTAMP, microseconds, without a zone.</summary>
    Timestamp,

    /// <summary>DATE.</summary>
    Date,

    /// <summary>TIME, microseconds.</summary>
    Time,

    /// <summary>VARCHAR[].</summary>
    TextList,
}

/// <summary>A column as <see cref="ColumnWriter"/> sees it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its type.</param>
/// <param name="IsNullable">False for NOT NULL.</param>
/// <param name="HasDefault">True where the table supplies a value for a column left out.</param>
public sealed record WriterColumn(string Name, ColumnKind Kind, bool IsNullable, bool HasDefault)
{
    internal static ColumnKind? KindOf(string type) => type switch
    {
        "BOOLEAN" => ColumnKind.Bool,
        "TINYINT" => ColumnKind.Int8,
        "SMALLINT" => ColumnKind.Int16,
        "INTEGER" => ColumnKind.Int32,
        "BIGINT" => ColumnKind.Int64,
        "DOUBLE" => ColumnKind.Double,
        "VARCHAR" or "JSON" => ColumnKind.Text,
        "TIMESTAMP" => ColumnKind.Timestamp,
        "DATE" => ColumnKind.Date,
        "TIME" => ColumnKind.Time,
        "VARCHAR[]" => ColumnKind.TextList,
        _ => null,
    };
}
