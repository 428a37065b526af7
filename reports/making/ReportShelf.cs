using System.Text.Json;
using System.Text.Json.Serialization;
using QualityInsight.Reports.Weekly;

namespace QualityInsight.Reports.Making;

/// <summary>What became of a report (报告状态).</summary>
public enum ReportState
{
    /// <summary>已生成.</summary>
    Made,

    /// <summary>草稿: made in spite of faults, not to be sent.</summary>
    Draft,

    /// <summary>未放行: refused, its figures could not be trusted; the faults say why.</summary>
    Refused,
}

/// <summary>One report on the shelf.</summary>
/// <param name="Name">Its name without extension, unique on the shelf: <c>weekly-2026-W46-O1.en</c>.</param>
/// <param name="Kind">Kind of report.</param>
/// <param name="Period">Its period.</param>
/// <param name="Org">The org it is for; null for the whole.</param>
/// <param name="Scope">Name of that org, or of the whole.</param>
/// <param name="Language">Tag of its language.</param>
/// <param name="State">What became of it.</param>
/// <param name="Snapshot">The snapshot it was made from; null where it was refused before.</param>
/// <param name="Definitions">Stamp of the definitions; null where it was refused before.</param>
/// <param name="MadeAt">When, local.</param>
/// <param name="MadeBy">Account that asked for it, or <c>schedule</c>, <c>qi</c>.</param>
/// <param name="Faults">Why it was refused or is a draft.</param>
/// <param name="Files">File names beside it: HTML, PDF, XLSX.</param>
public sealed record ShelvedReport(
    string Name, string Kind, string Period, string? Org, string Scope, string Language, [property: JsonConverter(typeof(JsonStringEnumConverter))] ReportState State,
    string? Snapshot, string? Definitions, DateTimeOffset MadeAt, string MadeBy, IReadOnlyList<string> Faults, IReadOnlyList<string> Files)
{
    /// <summary>The folder it lies in; not written down, since the data folder may move.</summary>
    [JsonIgnore]
    public string Folder { get; init; } = "";
}

/// <summary>The reports of a data folder with what is known of each, in small files beside them (<c>.report.json</c>).</summary>
/// <param name="folder">The folder of reports.</param>
/// <param name="time">The clock and zone.</param>
public sealed class ReportShelf(string folder, TimeProvider time)
{
    private const string Suffix = ".report.json";
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Where the files of a report lie.</summary>
    public string FolderOf(ReportRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Path.Combine(folder, request.Kind == ReportKinds.Weekly ? request.Period : $"{request.Kind}-{request.Period}");
    }

    /// <summary>Writes the files of a report and what is known of it.</summary>
    public async Task<ShelvedReport> Put(PrintedReport report, string by, string? elsewhere = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var model = report.Model;
        var request = new ReportRequest(model.Kind, model.PeriodName, model.Org, model.Language);
        var at = Path.GetFullPath(elsewhere ?? FolderOf(request));
        var files = await ReportFiles.Write(report, at, model.Org, cancellation);
        var shelved = new ShelvedReport(ReportFiles.NameOf(model, model.Org), model.Kind, model.PeriodName, model.Org, model.Scope, model.Language.Tag(),
            model.IsDraft ? ReportState.Draft : ReportState.Made, model.Snapshot, model.Definitions, model.MadeAt, by, model.Faults, [.. files.Select(f => Path.GetFileName(f)!)]) { Folder = at };
        await Write(shelved, cancellation);
        return shelved;
    }

    /// <summary>Writes down that a report was refused, so that the operator sees why nothing was sent.</summary>
    public async Task<ShelvedReport> Refuse(ReportRequest request, IReadOnlyList<string> faults, string by, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var safe = request.Org is null ? "" : "-" + string.Concat(request.Org.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        var shelved = new ShelvedReport($"{request.Kind}-{request.Period}{safe}-refused{request.Language.Pick("", ".en")}", request.Kind, request.Period, request.Org, request.Org ?? request.Language.Pick("全市", "Whole city"),
            request.Language.Tag(), ReportState.Refused, null, null, time.GetLocalNow(), by, faults, []) { Folder = FolderOf(request) };
        await Write(shelved, cancellation);
        return shelved;
    }

    /// <summary>Everything on the shelf, newest first. A file that cannot be read is passed over.</summary>
    public IReadOnlyList<ShelvedReport> List()
    {
        if (!Directory.Exists(folder)) return [];
        var found = new List<ShelvedReport>();
        foreach (var file in Directory.EnumerateFiles(folder, "*" + Suffix, SearchOption.AllDirectories))
        {
            try
            {
                if (JsonSerializer.Deserialize<ShelvedReport>(File.ReadAllBytes(file), Format) is { } report)
                    found.Add(report with { Folder = Path.GetDirectoryName(file)! });
            }
            catch (Exception e) when (e is JsonException or IOException)
            {
                // Half written by another process: it is there at the next look.
            }
        }
        return [.. found.OrderByDescending(r => r.MadeAt).ThenBy(r => r.Name, StringComparer.Ordinal)];
    }

    /// <summary>One report by its name; null where there is none.</summary>
    public ShelvedReport? Find(string name) => List().FirstOrDefault(r => r.Name == name);

    private static async Task Write(ShelvedReport report, CancellationToken cancellation)
    {
        Directory.CreateDirectory(report.Folder);
        var path = Path.Combine(report.Folder, report.Name + Suffix);
        await File.WriteAllBytesAsync(path + ".part", JsonSerializer.SerializeToUtf8Bytes(report, Format), cancellation);
        File.Move(path + ".part", path, overwrite: true);
    }
}
