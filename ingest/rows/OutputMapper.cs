using System.Text;

namespace QualityInsight.Ingest;

/// <summary>What became of a row in one output.</summary>
internal enum RowFate
{
    /// <summary>It is in the chunk.</summary>
    Mapped,

    /// <summary>It is no row of this output.</summary>
    Skipped,

    /// <summary>It is in the chunk's quarantine.</summary>
    Refused,
}

/// <summary>Maps rows of a file to one output: rules, parsing, checks, derived measures, masks. Not thread-safe.</summary>
internal sealed class OutputMapper
{
    private readonly OutputSpec _output;
    private readonly ValueReader[] _readers;
    private readonly ValueReader?[] _byField;
    private readonly List<CompiledRule> _rules;
    private readonly RowValues _values;
    private readonly TimeLimits _limits;
    private readonly OrderChecks _checks;
    private readonly Derivation _derivation;
    private readonly ChunkFiller _filler;
    private readonly (int Field, string Value)[] _defaults;

    internal OutputMapper(Profile profile, int index, HeaderMatch header, PersonHasher hasher, bool collectPeople, DateTime nowLocal)
    {
        Index = index;
        _output = profile.Outputs[index];
        var entity = _output.Entity;
        Layout = new StageLayout(entity);
        Nulled = new NulledCounts();
        _byField = new ValueReader?[entity.Fields.Count];
        for (var i = 0; i < entity.Fields.Count; i++)
            if (_output.Fields.TryGetValue(entity.Fields[i].Name, out var spec))
                _byField[i] = new ValueReader(profile, _output, entity.Fields[i], i, spec, header, Nulled);
        _readers = [.. InOrder(_byField)];
        _rules = [.. _output.Rules.Select(r => new CompiledRule(r, profile, _output, header))];
        _values = new RowValues(entity);
        _limits = new TimeLimits(profile, _output, nowLocal, Nulled);
        _checks = new OrderChecks(_output, Nulled);
        _derivation = new Derivation(profile, _output);
        _filler = new ChunkFiller(_output, Layout, hasher, collectPeople, Nulled);
        _defaults = [.. Defaults(entity)];
        Masker = new RowMasker(profile, header);
    }

    internal int Index { get; }

    internal StageLayout Layout { get; }

    internal NulledCounts Nulled { get; }

    internal RowMasker Masker { get; }

    internal long Mapped { get; private set; }

    internal long Skipped { get; private set; }

    internal long Refused { get; private set; }

    /// <summary>Reviews mapped to level 1 or 2.</summary>
    internal long Bad => _filler.Bad;

    /// <summary>People met, by hash; empty where none are collected.</summary>
    internal IReadOnlyDictionary<string, PersonContact> People => _filler.People;

    internal RowFate Map(IRowReader row, RowChunk chunk)
    {
        _values.Clear();
        if (MapValues(row) is not { } outcome)
        {
            _filler.Put(_values, row.LineNumber, chunk);
            Mapped++;
            return RowFate.Mapped;
        }

        if (outcome == SkippedRow)
        {
            Skipped++;
            return RowFate.Skipped;
        }

        Refuse(row, chunk, outcome);
        return RowFate.Refused;
    }

    /// <summary>Puts a row into quarantine that could not be read as a row.</summary>
    internal void Refuse(IRowReader row, RowChunk chunk, Refusal why)
    {
        Refused++;
        chunk.Refused.Add(new QuarantinedRow(row.LineNumber, why.Column, Masker.Value(why.Column, why.Value), why.Reason, why.Detail, Masker.Row(row)));
    }

    private static readonly Refusal SkippedRow = new("skipped", null, null, "");

    private Refusal? MapValues(IRowReader row)
    {
        foreach (var rule in _rules)
        {
            if (!rule.IsEarly || !rule.ColumnsHold(row)) continue;
            if (Apply(rule, row) is { } stop) return stop;
        }

        foreach (var reader in _readers)
            if (!_values.Emptied[reader.Index] && reader.Read(row, _values) is { } refusal)
                return refusal;
        foreach (var (field, value) in _defaults)
            if (!_values.Has[field] && !_values.Emptied[field])
                (_byField[field] ?? _derivation.Writer(field)).Take(value, _values);

        foreach (var rule in _rules)
        {
            if (rule.Rule.Kind == RuleKind.Set && rule.IsEarly && rule.ColumnsHold(row)) Set(rule);
            else if (!rule.IsEarly && rule.ColumnsHold(row) && rule.FieldsHold(_values) && Apply(rule, row) is { } stop) return stop;
        }

        if (_limits.Check(_values, row.LineNumber) is { } early) return Named(early);
        if (_checks.Check(_values, row.LineNumber) is { } order) return Named(order);
        _derivation.Fill(_values);
        for (var i = 0; i < _values.Has.Length; i++)
            if (_output.Entity.Fields[i].Required && !_values.Has[i])
                return new Refusal("missing_value", ColumnOf(i), "", $"{_output.Entity.Name} needs {_output.Entity.Fields[i].Name}");
        return null;
    }

    private Refusal? Apply(CompiledRule rule, IRowReader row)
    {
        switch (rule.Rule.Kind)
        {
            case RuleKind.Skip:
                return SkippedRow;
            case RuleKind.Refuse:
                var column = rule.Rule.Columns.Keys.FirstOrDefault() ?? ColumnOf(ValueReader.IndexOf(_output.Entity, rule.Rule.Mapped.Keys.First()));
                return new Refusal(rule.Rule.Reason, column, Masker.Raw(row, column), $"refused by the profile's rule at line {rule.Rule.Line}");
            case RuleKind.Empty:
                Empty(rule, row);
                return null;
            default:
                if (!rule.IsEarly) Set(rule);
                return null;
        }
    }

    private void Empty(CompiledRule rule, IRowReader row)
    {
        foreach (var field in rule.Emptied)
        {
            if (rule.IsEarly ? _byField[field] is null or { IsAbsent: true } : !_values.Has[field])
            {
                _values.Empty(field);
                continue;
            }

            var name = ColumnOf(field)!;
            _values.Empty(field);
            Nulled.Add(_output.Entity.Fields[field].Name, rule.Rule.Reason, row.LineNumber, Nulled.Knows(_output.Entity.Fields[field].Name, rule.Rule.Reason) ? null : Masker.Value(name, Masker.Raw(row, name)));
        }
    }

    private void Set(CompiledRule rule)
    {
        foreach (var (name, value) in rule.Rule.Values)
        {
            var field = ValueReader.IndexOf(_output.Entity, name);
            _values.Emptied[field] = false;
            (_byField[field] ?? _derivation.Writer(field)).Take(value, _values);
        }
    }

    private Refusal Named(Refusal refusal) => refusal with { Column = refusal.Column is null ? null : ColumnOf(ValueReader.IndexOf(_output.Entity, refusal.Column)) };

    private string? ColumnOf(int field) => field < 0 ? null : _byField[field]?.ColumnName ?? _output.Entity.Fields[field].Name;

    private IEnumerable<(int, string)> Defaults(Entity entity)
    {
        for (var i = 0; i < entity.Fields.Count; i++)
            if ((_byField[i]?.Spec.Default ?? entity.Fields[i].Default) is { } value)
                yield return (i, value);
    }

    /// <summary>A field that needs another one's value comes after it.</summary>
    private static List<ValueReader> InOrder(ValueReader?[] byField)
    {
        var ordered = new List<ValueReader>();
        var visiting = new HashSet<int>();
        foreach (var reader in byField)
            if (reader is not null)
                Visit(reader);
        return ordered;

        void Visit(ValueReader reader)
        {
            if (ordered.Contains(reader) || !visiting.Add(reader.Index)) return;
            foreach (var needed in new[] { reader.After, reader.DateOf })
                if (needed >= 0 && byField[needed] is { } other)
                    Visit(other);
            ordered.Add(reader);
        }
    }
}
