using System.Globalization;

namespace QualityInsight.Ingest;

/// <summary>Impossible orders of an entity's times, and negative durations.</summary>
internal sealed class OrderChecks
{
    private readonly (OrderCheck Check, int Later, int Earlier, CheckAction Action, long Tolerance)[] _checks;
    private readonly OutputSpec _output;
    private readonly NulledCounts _nulled;

    internal OrderChecks(OutputSpec output, NulledCounts nulled)
    {
        (_output, _nulled) = (output, nulled);
        _checks =
        [
            .. output.Entity.Checks.Select(c =>
            {
                var rule = output.Checks.GetValueOrDefault(c.Name) ?? new CheckRule(CheckAction.Quarantine, 0);
                return (c, ValueReader.IndexOf(output.Entity, c.Later), c.Earlier is null ? -1 : ValueReader.IndexOf(output.Entity, c.Earlier),
                    rule.Action, (long)(rule.ToleranceSeconds * TimeParser.Second));
            }).Where(c => c.Action != CheckAction.Keep),
        ];
    }

    /// <summary>A refusal names the canonical field in place of the column.</summary>
    internal Refusal? Check(RowValues values, long line)
    {
        foreach (var (check, later, earlier, action, tolerance) in _checks)
        {
            if (!values.Has[later]) continue;
            string text;
            if (earlier < 0)
            {
                if (values.Number(later) >= 0) continue;
                text = values.Number(later).ToString(CultureInfo.InvariantCulture);
            }
            else
            {
                if (!values.Has[earlier] || values.Bits[later] >= values.Bits[earlier] - tolerance) continue;
                text = Show(values.Bits[later]);
            }

            if (action == CheckAction.Quarantine)
                return new Refusal(check.Name, check.Later, text, earlier < 0 ? "is negative" : $"lies before {check.Earlier} {Show(values.Bits[earlier])}");
            values.Empty(later);
            _nulled.Add(_output.Entity.Fields[later].Name, check.Name, line, text);
        }

        return null;
    }

    internal static string Show(long micros) => DateTime.UnixEpoch.AddTicks(micros * 10).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
