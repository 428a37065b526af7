namespace QualityInsight.Ingest;

/// <summary>
/// What follows from other fields where the feed does not say it: waits, handling times, whether a review is a default
/// or a named one. A value that a rule emptied is not made up again.
/// </summary>
internal sealed class Derivation
{
    private readonly Profile _profile;
    private readonly OutputSpec _output;
    private readonly ValueReader[] _writers;

    internal Derivation(Profile profile, OutputSpec output)
    {
        (_profile, _output) = (profile, output);
        var none = new HeaderMatch(profile, []);
        _writers = [.. output.Entity.Fields.Select((f, i) => new ValueReader(profile, output, f, i, new FieldSpec { Const = "" }, none, new NulledCounts()))];
    }

    /// <summary>Writes values of ours into a field the profile does not map.</summary>
    internal ValueReader Writer(int field) => _writers[field];

    internal void Fill(RowValues values)
    {
        switch (_output.Entity.Name)
        {
            case "visit":
                Visit(values);
                break;
            case "review":
                Review(values);
                break;
            case "visit_ticket" when !values.Has[At("ticket_source")]:
                values.SetText(At("ticket_source"), _profile.Source);
                break;
        }
    }

    private void Visit(RowValues values)
    {
        var (wait, handle) = (At("wait_s"), At("handle_s"));
        var (taken, appointment, called, started, finished) = (At("taken_at"), At("appointment_at"), At("called_at"), At("started_at"), At("finished_at"));
        if (!values.Has[wait] && !values.Emptied[wait] && values.Has[taken] && values.Has[called])
        {
            var from = values.Has[appointment] ? Math.Max(values.Bits[taken], values.Bits[appointment]) : values.Bits[taken];
            values.SetNumber(wait, Math.Max(0, (values.Bits[called] - from) / (double)TimeParser.Second));
        }

        var start = values.Has[started] ? started : called;
        if (!values.Has[handle] && !values.Emptied[handle] && !values.Emptied[started] && values.Has[start] && values.Has[finished])
            values.SetNumber(handle, Math.Max(0, (values.Bits[finished] - values.Bits[start]) / (double)TimeParser.Second));
    }

    private void Review(RowValues values)
    {
        var (isDefault, isNamed, source) = (At("is_default"), At("is_named"), At("ticket_source"));
        if (!values.Has[isDefault]) values.SetBits(isDefault, values.Texts[At("channel")] == "SYSTEM_DEFAULT" ? 1 : 0);
        if (!values.Has[isNamed]) values.SetBits(isNamed, values.Has[At("person_id")] || values.Has[At("person_phone")] ? 1 : 0);
        if (values.Has[At("ticket_no")] && !values.Has[source]) values.SetText(source, _profile.Source);
    }

    private int At(string field) => ValueReader.IndexOf(_output.Entity, field);
}
