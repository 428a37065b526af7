using System.Text;

namespace QualityInsight.City;

/// <summary>The file with the true labels of every text in the feeds.</summary>
internal static class TextTruth
{
    public const string FileName = "truth-texts.csv";

    public static void Write(string path, Life life)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        writer.WriteLine("source,subject,no,labels,polarity,style,has_phone,has_identity,has_name,held_out");
        foreach (var review in life.Reviews)
            if (review.Text is { } text)
                Line(writer, review.Feed switch { 'A' => "city-a", 'B' => "city-b", _ => "city-c" }, "review", review.No, text);
        foreach (var order in life.Orders)
            Line(writer, "city-hotline", "ticket", order.No, order.Text);
    }

    private static void Line(StreamWriter writer, string source, string subject, string no, CityText text) =>
        writer.WriteLine(string.Join(',', source, subject, no, string.Join('|', text.Labels), text.Polarity, text.Style, Flag(text.HasPhone), Flag(text.HasIdentity), Flag(text.HasName), Flag(text.IsTest)));

    private static char Flag(bool value) => value ? '1' : '0';
}
