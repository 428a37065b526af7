using System.Text.Json;

namespace QualityInsight.Warehouse;

/// <summary>Who holds the warehouse, as written beside it in <c>owner.json</c>.</summary>
/// <param name="ProcessId">The process.</param>
/// <param name="Host">The machine.</param>
/// <param name="Since">When it was opened, UTC.</param>
/// <param name="Program">The program.</param>
/// <param name="Url">Where the owner's local API answers, if it serves.</param>
public sealed record WarehouseOwner(int ProcessId, string Host, DateTimeOffset Since, string Program, string? Url)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>What stands in <c>owner.json</c>, be its writer alive or not; null where there is none that can be read.</summary>
    internal static WarehouseOwner? ReadFile(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<WarehouseOwner>(File.ReadAllText(file), Json);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes it whole or not at all.</summary>
    internal void WriteFile(string file)
    {
        var aside = file + ".new";
        File.WriteAllText(aside, JsonSerializer.Serialize(this, Json));
        File.Move(aside, file, overwrite: true);
    }
}
