using System.Text.Json;
using System.Text.Json.Serialization;

namespace QualityInsight.Warehouse;

/// <summary>
/// What the program and the sandbox's process say to each other, a JSON text a line: one <see cref="SandboxRequest"/>
/// in; out either a <see cref="SandboxFailure"/>, or <see cref="SandboxHead"/>, the rows as arrays, and then
/// <see cref="SandboxEnd"/> or <see cref="SandboxFailure"/>.
/// </summary>
internal static class SandboxProtocol
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}

internal enum SandboxFault
{
    Sql,
    Time,
    Memory,
}

internal sealed record SandboxRequest(string File, string Sql, SandboxLimits Limits);

internal sealed record SandboxHead(IReadOnlyList<SandboxColumn> Columns);

internal sealed record SandboxEnd(bool Truncated);

internal sealed record SandboxFailure(SandboxFault Fault, string Message);
