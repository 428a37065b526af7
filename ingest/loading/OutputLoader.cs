using QualityInsight.Warehouse;

namespace QualityInsight.Ingest;

/// <summary>Counts of one output after its rows were judged.</summary>
internal sealed record LoadCounts(long Staged, long Loaded, long Duplicate, long Folded, long Conflicts);

/// <summary>Judges the staged rows of one output against the file and the warehouse, and loads what is new.</summary>
internal sealed class OutputLoader(WarehouseSession session, Profile profile, OutputSpec output, StageSql sql, long batch, DateTime nowUtc, CancellationToken cancel)
{
    private readonly SqlArguments _source = output.Entity.HasSource ? new() { ["source"] = profile.Source } : [];

    internal LoadCounts Load(long staged)
    {
        var planned = MakePlan();
        var fates = planned
            ? session.Query(sql.File("fates"), r => (Fate: r.Text(0), Count: r.Long(1))).ToDictionary(f => f.Fate, f => f.Count)
            : [];
        long Of(string fate) => fates.GetValueOrDefault(fate);

        if (Of("conflict") > 0) Conflicts();
        if (output.OnChange == ChangePolicy.Replace && Of("newer") + Of("older") > 0)
            ExecuteEach(sql.History(), new() { ["source"] = profile.Source, ["batch"] = batch, ["now"] = nowUtc });
        Insert(planned, Of("newer"));
        FollowUp(planned);
        return new LoadCounts(staged, staged - Of("duplicate") - Of("folded") - Of("conflict"), Of("duplicate"), Of("folded"), Of("conflict"));
    }

    private bool MakePlan()
    {
        session.Execute(sql.File("plan_repeats"), null, cancel);
        if (Any(sql.File("facts_held"), _source))
            session.Execute(sql.File("plan_known"), sql.File("plan_known").Contains("$source", StringComparison.Ordinal) ? _source : null, cancel);
        else
            session.Execute(sql.File("plan_none_known"));
        if (!Any(sql.File("plan_size"), null)) return false;
        if (output.OnChange == ChangePolicy.Replace) session.Execute(sql.File("plan_replace"), _source, cancel);
        else session.Execute(sql.File("plan_keep_first"), null, cancel);
        return true;
    }

    private void Conflicts()
    {
        var (reason, detail) = output.DistinctOn.Count > 0
            ? ("conflicting_group", "contradicts the first row of the same thing")
            : ("conflicting_resend", "has the key of a row that is loaded, with other content; the first stays");
        session.Execute(sql.File("conflicts"), new() { ["batch"] = batch, ["reason"] = reason, ["detail"] = detail }, cancel);
    }

    private void Insert(bool planned, long newer)
    {
        var closed = output.Entity.Name == "visit" && Any("SELECT count(*) FROM hall_hours", null);
        if (closed) session.Execute(sql.File("closed_seconds", ("visits", sql.Stage), ("halls", "")), null, cancel);
        var insert = sql.Insert(planned, closed);
        var arguments = new SqlArguments { ["batch"] = batch };
        if (output.Entity.HasSource) arguments["source"] = profile.Source;
        if (insert.Contains("$today", StringComparison.Ordinal)) arguments["today"] = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(nowUtc, profile.Zone)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        session.Execute(insert, arguments, cancel);
        if (output.Entity.IsDimension && (newer > 0 || output.Fields.ContainsKey("valid_from"))) session.Execute(sql.File("end_validity"), null, cancel);
    }

    private void FollowUp(bool planned)
    {
        switch (output.Entity.Name)
        {
            case "review" when output.Fields.TryGetValue("tags", out var tags):
                session.Execute(sql.ReviewTags(planned), new() { ["source"] = profile.Source, ["batch"] = batch, ["dict"] = tags.Dict }, cancel);
                break;
            case "ticket" when !output.Fields.ContainsKey("suspended_s") && Any("SELECT count(*) FROM ticket_suspension", null):
            case "ticket_suspension":
                session.Execute(sql.File("suspended_seconds"), _source, cancel);
                break;
            case "hall_hours" when Any("SELECT count(*) FROM visit", null):
                session.Execute(sql.File("closed_seconds", ("visits", "visit"), ("halls", $"WHERE hall_code IN (SELECT hall_code FROM {sql.Stage})")), null, cancel);
                session.Execute(sql.File("update_closed"), null, cancel);
                break;
        }
    }

    /// <summary>One statement at a time: each takes only the parameters it names.</summary>
    private void ExecuteEach(string script, SqlArguments all)
    {
        foreach (var statement in script.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var some = new SqlArguments();
            foreach (var (name, value) in all)
                if (statement.Contains($"${name}", StringComparison.Ordinal))
                    some[name] = value;
            session.Execute(statement, some, cancel);
        }
    }

    private bool Any(string count, SqlArguments? arguments) => session.QuerySingle(count, r => r.Long(0), arguments is { Count: > 0 } ? arguments : null, cancel) > 0;
}
