using System.Globalization;

namespace QualityInsight.Ingest;

/// <summary>Times before the profile's earliest date or later than tomorrow are impossible.</summary>
internal sealed class TimeLimits
{
    private static readonly string[] MayLieAhead = ["due_at", "appointment_at", "valid_from"];
    private static readonly string[] MayLieBack = ["valid_from"];
    private readonly (int Field, bool IsDate, bool CheckFuture)[] _times;
    private readonly OutputSpec _output;
    private readonly NulledCounts _nulled;
    private readonly long _earliest;
    private readonly long _latest;

    internal TimeLimits(Profile profile, OutputSpec output, DateTime nowLocal, NulledCounts nulled)
    {
        (_output, _nulled) = (output, nulled);
        _earliest = (profile.Earliest.DayNumber - 719_162L) * TimeParser.Day;
        _latest = (nowLocal.AddDays(1).Ticks - DateTime.UnixEpoch.Ticks) / 10;
        _times =
        [
            .. output.Entity.Fields.Select((f, i) => (f, i))
                .Where(p => p.f.Kind is FieldKind.Timestamp or FieldKind.Date && !MayLieBack.Contains(p.f.Name))
                .Select(p => (p.i, p.f.Kind == FieldKind.Date, !MayLieAhead.Contains(p.f.Name))),
        ];
    }

    /// <summary>A refusal names the canonical field in place of the column.</summary>
    internal Refusal? Check(RowValues values, long line)
    {
        foreach (var (field, isDate, future) in _times)
        {
            if (!values.Has[field]) continue;
            var micros = isDate ? values.Bits[field] * TimeParser.Day : values.Bits[field];
            var name = micros < _earliest ? "too_early" : future && micros > _latest ? "in_future" : null;
            if (name is null) continue;
            var action = _output.Checks.TryGetValue(name, out var rule) ? rule.Action : CheckAction.Quarantine;
            if (action == CheckAction.Keep) continue;
            var text = OrderChecks.Show(micros);
            var canonical = _output.Entity.Fields[field];
            if (action == CheckAction.Quarantine || canonical.Required)
                return new Refusal(name, canonical.Name, text, name == "too_early"
                    ? string.Create(CultureInfo.InvariantCulture, $"is before {OrderChecks.Show(_earliest)}, the earliest the profile allows")
                    : "lies in the future");
            values.Empty(field);
            _nulled.Add(canonical.Name, name, line, text);
        }

        return null;
    }
}
