using System.Text.RegularExpressions;

namespace QualityInsight.Feedback;

/// <summary>The fields a reply template may name in braces, and how they are filled in from a case. None of them is personal.</summary>
public static partial class TemplateFields
{
    /// <summary>Names as written between braces, Chinese and English for each.</summary>
    public static IReadOnlyList<(string Zh, string En)> All { get; } =
        [("事项", "item"), ("大厅", "hall"), ("窗口", "counter"), ("单位", "unit"), ("评价日期", "reviewed"), ("今天", "today"), ("工单号", "case")];

    /// <summary>Names between braces that are no field; empty where the text can be filled in.</summary>
    public static IReadOnlyList<string> Unknown(string body) =>
        [.. Field().Matches(body).Select(m => m.Groups[1].Value.Trim()).Where(n => !All.Any(f => f.Zh == n || f.En == n)).Distinct(StringComparer.Ordinal)];

    /// <summary>The text with its fields filled in; what the case does not know stays as a gap to fill by hand (＿＿).</summary>
    /// <param name="body">The template's text.</param>
    /// <param name="case">The case.</param>
    /// <param name="today">Local.</param>
    public static string Fill(string body, Case @case, DateTime today) => Field().Replace(body, m => Value(m.Groups[1].Value.Trim(), @case, today) switch
    {
        null => m.Value,
        "" => "＿＿",
        var value => value,
    });

    private static string? Value(string name, Case @case, DateTime today) => name switch
    {
        "事项" or "item" => @case.Review?.ItemName ?? "",
        "大厅" or "hall" => @case.Review?.HallName ?? "",
        "窗口" or "counter" => @case.Review?.CounterName ?? "",
        "单位" or "unit" => @case.OrgName ?? "",
        "评价日期" or "reviewed" => @case.Review is { } review ? Day(review.ReviewedAt) : "",
        "今天" or "today" => Day(today),
        "工单号" or "case" => @case.CaseNo,
        _ => null,
    };

    private static string Day(DateTime at) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{at.Year}年{at.Month}月{at.Day}日");

    [GeneratedRegex(@"\{([^{}\n]{1,20})\}")]
    private static partial Regex Field();
}
