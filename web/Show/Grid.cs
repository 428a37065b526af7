using QualityInsight.Web.Words;

namespace QualityInsight.Web.Show;

/// <summary>A table whose columns are only known when it is read: records behind a figure, answers of the SQL desk.</summary>
/// <param name="Caption">What it is.</param>
/// <param name="Columns">Heads.</param>
/// <param name="Rows">Cells: null, text, numbers, truth values, times.</param>
internal sealed record Grid(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    private const int LongFrom = 24;

    /// <summary>Whether a column holds numbers and stands to the right.</summary>
    public bool IsNumeric(int column) =>
        Rows.Select(r => r[column]).FirstOrDefault(v => v is not null) is sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal or System.Numerics.BigInteger;

    /// <summary>Whether a column holds sentences and needs room.</summary>
    public bool IsLong(int column) => Rows.Any(r => r[column] is string { Length: > LongFrom });

    /// <summary>A cell as written.</summary>
    public static string Text(object? value, Tongue tongue) => value switch
    {
        null or DBNull => "—",
        bool truth => tongue.Pick(truth ? "是" : "否", truth ? "yes" : "no"),
        double number => number.ToString("#,0.####", tongue.Culture),
        float number => number.ToString("#,0.####", tongue.Culture),
        _ => CsvDownload.Plain(value),
    };
}
