using System.Text.Encodings.Web;
using System.Text.Json;

namespace QualityInsight.Jobs.Cli;

/// <summary>JSON on standard output: indented, Chinese as it is written.</summary>
internal static class JsonOut
{
    public static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    public static void Print<T>(T value) => Console.WriteLine(JsonSerializer.Serialize(value, Options));
}
