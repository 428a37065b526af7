using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace QualityInsight.Ingest;

/// <summary>A row rule bound to a file's columns and an entity's fields.</summary>
internal sealed class CompiledRule
{
    private readonly (int Column, ColumnTest Test)[] _columns;
    private readonly (int Field, FieldTest Test)[] _fields;

    internal CompiledRule(RowRule rule, Profile profile, OutputSpec output, HeaderMatch header)
    {
        Rule = rule;
        _columns = [.. rule.Columns.Select(p => (header.Find(p.Key), new ColumnTest(p.Value)))];
        _fields = [.. rule.Mapped.Select(p => (ValueReader.IndexOf(output.Entity, p.Key), new FieldTest(p.Value, p.Key, profile, output)))];
        Emptied = [.. rule.Fields.Select(f => ValueReader.IndexOf(output.Entity, f))];
    }

    internal RowRule Rule { get; }

    /// <summary>Fields the rule empties.</summary>
    internal int[] Emptied { get; }

    /// <summary>Decided by raw columns alone, so before parsing.</summary>
    internal bool IsEarly => _fields.Length == 0;

    internal bool ColumnsHold(IRowReader row)
    {
        foreach (var (column, test) in _columns)
            if (!test.Holds(column < 0 ? default : TextNormal.Trim(row.Field(column))))
                return false;
        return true;
    }

    internal bool FieldsHold(RowValues values)
    {
        foreach (var (field, test) in _fields)
            if (!test.Holds(values, field))
                return false;
        return true;
    }

    private sealed class ColumnTest(ValueTest test)
    {
        private readonly byte[][]? _any = test.AnyOf?.Select(Encoding.UTF8.GetBytes).ToArray();
        private readonly byte[][]? _none = test.NoneOf?.Select(Encoding.UTF8.GetBytes).ToArray();

        private readonly (Comparison How, double Operand)[] _compare =
            [.. test.Comparisons.Select(c => (c.How, double.Parse(c.Operand, NumberStyles.Float, CultureInfo.InvariantCulture)))];

        internal bool Holds(ReadOnlySpan<byte> text)
        {
            if (_any is not null && !Contains(_any, text)) return false;
            if (_none is not null && Contains(_none, text)) return false;
            if (test.Empty is { } empty && text.IsEmpty != empty) return false;
            if (test.Matches is { } regex && !regex.IsMatch(Encoding.UTF8.GetString(text))) return false;
            if (_compare.Length == 0) return true;
            return Utf8Parser.TryParse(text, out double number, out var used) && used == text.Length && Compare(_compare, number);
        }

        private static bool Contains(byte[][] all, ReadOnlySpan<byte> text)
        {
            foreach (var one in all)
                if (text.SequenceEqual(one))
                    return true;
            return false;
        }
    }

    private sealed class FieldTest
    {
        private readonly ValueTest _test;
        private readonly CanonicalField _field;
        private readonly long[]? _any;
        private readonly long[]? _none;
        private readonly (Comparison How, double Operand)[] _constants;
        private readonly (Comparison How, int Field)[] _others;

        internal FieldTest(ValueTest test, string name, Profile profile, OutputSpec output)
        {
            _test = test;
            _field = output.Entity.Find(name)!;
            var isText = _field.SqlType == "TEXT";
            _any = isText ? null : test.AnyOf?.Select(t => ToBits(t, profile)).ToArray();
            _none = isText ? null : test.NoneOf?.Select(t => ToBits(t, profile)).ToArray();
            _others = [.. test.Comparisons.Where(c => output.Entity.Find(c.Operand) is not null).Select(c => (c.How, ValueReader.IndexOf(output.Entity, c.Operand)))];
            _constants = [.. test.Comparisons.Where(c => output.Entity.Find(c.Operand) is null).Select(c => (c.How, AsNumber(ToBits(c.Operand, profile))))];
        }

        internal bool Holds(RowValues values, int field)
        {
            var has = values.Has[field];
            if (_test.Empty is { } empty && has == empty) return false;
            if (_test.AnyOf is not null && !(has && IsIn(values, field, _any, _test.AnyOf))) return false;
            if (_test.NoneOf is not null && has && IsIn(values, field, _none, _test.NoneOf)) return false;
            if (_test.Matches is { } regex && !(has && regex.IsMatch(values.Texts[field] ?? ""))) return false;
            if (_constants.Length + _others.Length == 0) return true;
            if (!has || !Compare(_constants, AsNumber(values.Bits[field]))) return false;
            foreach (var (how, other) in _others)
                if (!values.Has[other] || !Compare([(how, AsNumber(values.Bits[other]))], AsNumber(values.Bits[field])))
                    return false;
            return true;
        }

        private static bool IsIn(RowValues values, int field, long[]? bits, IReadOnlyList<string> texts) =>
            bits is null ? texts.Contains(values.Texts[field]) : bits.AsSpan().Contains(values.Bits[field]);

        private double AsNumber(long bits) => _field.Kind == FieldKind.Duration ? BitConverter.Int64BitsToDouble(bits) : bits;

        private long ToBits(string text, Profile profile)
        {
            if (_field.Kind == FieldKind.Duration) return BitConverter.DoubleToInt64Bits(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
            if (_field.Kind == FieldKind.Flag) return text == "true" ? 1 : 0;
            if (_field.Kind is FieldKind.Date or FieldKind.Timestamp
                && TimeParser.TryParse(Encoding.UTF8.GetBytes(text), TimeFormats.Typed, profile.Zone, out var micros, out _))
                return _field.Kind == FieldKind.Date ? micros / TimeParser.Day : micros;
            return long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        }
    }

    private static bool Compare((Comparison How, double Operand)[] all, double value)
    {
        foreach (var (how, operand) in all)
        {
            var holds = how switch
            {
                Comparison.Less => value < operand,
                Comparison.LessOrEqual => value <= operand,
                Comparison.Greater => value > operand,
                _ => value >= operand,
            };
            if (!holds) return false;
        }

        return true;
    }
}
