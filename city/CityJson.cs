using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace QualityInsight.City;

internal static class CityJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        NewLine = "\n",
    };
}
