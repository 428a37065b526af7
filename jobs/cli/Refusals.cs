using QualityInsight.Analytics;
using QualityInsight.Analytics.Texts;
using QualityInsight.Feedback;
using QualityInsight.Ingest;
using QualityInsight.Reports.Weekly;
using QualityInsight.Warehouse;

namespace QualityInsight.Jobs.Cli;

/// <summary>A command said no: the data, a policy or a missing file is the reason, not the program.</summary>
public sealed class RefusedException(string message) : Exception(message);

/// <summary>Knows which exceptions are refusals (the person can mend something) and which are faults.</summary>
internal static class Refusals
{
    /// <summary>The message for the person, or null where the exception is a fault.</summary>
    public static string? Tell(Exception exception) => exception switch
    {
        RefusedException or WarehouseException or PolicyException or MetricQueryException or IngestRefusedException or ProfileException or TextDataException or ReportRefusedException => exception.Message,
        _ => null,
    };
}
