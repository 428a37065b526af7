using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace QualityInsight.Warehouse;

/// <summary>Values on their way out of the sandbox: a row is an array of JSON values, read back by the column's type.</summary>
internal static class SandboxValues
{
    private const string TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFF";

    public static void Write(Utf8JsonWriter writer, Row row)
    {
        writer.WriteStartArray();
        for (var i = 0; i < row.Count; i++)
            Write(writer, row.Value(i));
        writer.WriteEndArray();
    }

    /// <summary>A value as the program sees it: null, bool, long, double, decimal, string, DateTime, DateOnly, TimeOnly.</summary>
    public static object? Read(JsonElement value, string type) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when type == "Decimal" => value.GetDecimal(),
        JsonValueKind.Number when type is not ("Double" or "Float") && value.TryGetInt64(out var whole) => whole,
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String when type is "Double" or "Float" => double.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        JsonValueKind.String when type == "Date" && DateOnly.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var date) => date,
        JsonValueKind.String when type == "Time" && TimeOnly.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var time) => time,
        JsonValueKind.String when type.StartsWith("Timestamp", StringComparison.Ordinal)
            && DateTime.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) => moment,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case double real when double.IsFinite(real):
                writer.WriteNumberValue(real);
                break;
            case float real when float.IsFinite(real):
                writer.WriteNumberValue(real);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case BigInteger number when number >= long.MinValue && number <= long.MaxValue:
                writer.WriteNumberValue((long)number);
                break;
            case sbyte or short or int or long or byte or ushort or uint:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case DateTime moment:
                writer.WriteStringValue(moment.ToString(TimestampFormat, CultureInfo.InvariantCulture));
                break;
            case DateOnly day:
                writer.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case TimeOnly time:
                writer.WriteStringValue(time.ToString("HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture));
                break;
            case Stream bytes:
                WriteBytes(writer, bytes);
                break;
            case IDictionary pairs:
                WriteObject(writer, pairs);
                break;
            case IEnumerable items:
                writer.WriteStartArray();
                foreach (var item in items)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, IDictionary pairs)
    {
        writer.WriteStartObject();
        foreach (DictionaryEntry pair in pairs)
        {
            writer.WritePropertyName(Convert.ToString(pair.Key, CultureInfo.InvariantCulture) ?? "");
            Write(writer, pair.Value);
        }

        writer.WriteEndObject();
    }

    private static void WriteBytes(Utf8JsonWriter writer, Stream bytes)
    {
        using var copy = new MemoryStream();
        bytes.CopyTo(copy);
        writer.WriteStringValue(Convert.ToHexString(copy.GetBuffer().AsSpan(0, (int)copy.Length)));
    }
}
