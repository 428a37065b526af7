using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace QualityInsight.Ingest;

/// <summary>Reads one canonical field from a row: finds its text, cleans it, and turns it into the field's type.</summary>
internal sealed class ValueReader
{
    private readonly StringCache _cache = new();
    private readonly int[] _columns;
    private readonly int _date;
    private readonly byte[][] _nulls;
    private readonly Dictionary<string, string?>? _map;
    private readonly byte[]? _constant;
    private readonly Profile _profile;
    private readonly OutputSpec _output;
    private readonly NulledCounts _nulled;
    private readonly int _afterColumn;
    private byte[] _joined = new byte[256];
    private byte[] _narrow = new byte[256];
    private byte[] _narrowDate = new byte[64];

    internal ValueReader(Profile profile, OutputSpec output, CanonicalField field, int index, FieldSpec spec, HeaderMatch header, NulledCounts nulled)
    {
        (_profile, _output, Field, Index, Spec, _nulled) = (profile, output, field, index, spec, nulled);
        _columns = spec.Column.Count > 0
            ? [.. spec.Column.Select(header.Find).Where(i => i >= 0).Take(1)]
            : [.. spec.Join.Concat(spec.Hash).Select(header.Find).Where(i => i >= 0)];
        _date = spec.Date is null ? -1 : header.Find(spec.Date);
        _afterColumn = spec.AfterColumn is null ? -1 : header.Find(spec.AfterColumn);
        _nulls = [.. profile.NullValues.Concat(spec.NullValues).Distinct(StringComparer.Ordinal).Select(Encoding.UTF8.GetBytes)];
        _map = spec.Map?.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        _constant = spec.Const is null ? null : Encoding.UTF8.GetBytes(spec.Const);
        IsAbsent = _constant is null && spec.DateOf is null && _columns.Length == 0;
        After = spec.After is null ? -1 : IndexOf(output.Entity, spec.After);
        DateOf = spec.DateOf is null ? -1 : IndexOf(output.Entity, spec.DateOf);
    }

    internal CanonicalField Field { get; }

    internal int Index { get; }

    internal FieldSpec Spec { get; }

    /// <summary>The canonical time this one follows; −1 for none.</summary>
    internal int After { get; }

    /// <summary>The canonical time whose date this is; −1 for none.</summary>
    internal int DateOf { get; }

    /// <summary>The header lacks the (optional) column.</summary>
    internal bool IsAbsent { get; }

    /// <summary>Places of the columns it reads.</summary>
    internal IReadOnlyList<int> Columns => _columns;

    internal static int IndexOf(Entity entity, string field)
    {
        for (var i = 0; i < entity.Fields.Count; i++)
            if (entity.Fields[i].Name == field)
                return i;
        return -1;
    }

    /// <summary>Reads the field into <paramref name="values"/>; a refusal where its text cannot be read.</summary>
    internal Refusal? Read(IRowReader row, RowValues values)
    {
        if (DateOf >= 0)
        {
            if (values.Has[DateOf]) values.SetBits(Index, Math.DivRem(values.Bits[DateOf], TimeParser.Day).Quotient - (values.Bits[DateOf] % TimeParser.Day < 0 ? 1 : 0));
            return null;
        }

        if (IsAbsent) return null;
        var text = Source(row);
        if (IsNull(text)) return null;
        if (Spec.Extract is { } extract)
        {
            var match = extract.Match(Encoding.UTF8.GetString(text));
            if (!match.Success) return Refuse("no_match", text, $"does not match {extract}");
            text = Encoding.UTF8.GetBytes(match.Groups[1].Value);
        }

        if (Spec.Pattern is { } pattern && !pattern.IsMatch(Encoding.UTF8.GetString(text))) return Refuse("no_match", text, $"does not match {pattern}");
        if (_map is not null)
        {
            if (!_map.TryGetValue(_cache.Get(text), out var mapped)) return Spec.UnmappedIsEmpty ? Leave(row, text, "unmapped_code") : Refuse("unmapped_code", text, $"is not in the profile's map; known: {string.Join(", ", _map.Keys)}");
            if (mapped is null) return null;
            return Take(mapped, values) ? null : Refuse("wrong_type", text, $"is mapped to {mapped}, which is no {Field.Kind}");
        }

        return Parse(row, text, values);
    }

    /// <summary>Leaves the field empty, counted.</summary>
    private Refusal? Leave(IRowReader row, ReadOnlySpan<byte> text, string reason)
    {
        _nulled.Add(Field.Name, reason, row.LineNumber, _nulled.Knows(Field.Name, reason) ? null : TextMask.Mask(Encoding.UTF8.GetString(text)));
        return null;
    }

    /// <summary>Puts a value of ours (default, const, map, set) into the field.</summary>
    internal bool Take(string text, RowValues values)
    {
        switch (Field.Kind)
        {
            case FieldKind.Integer or FieldKind.Level when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n):
                values.SetBits(Index, n);
                return true;
            case FieldKind.Duration when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var d):
                values.SetNumber(Index, d);
                return true;
            case FieldKind.Flag:
                values.SetBits(Index, text == "true" ? 1 : 0);
                return true;
            case FieldKind.Date or FieldKind.Timestamp:
                var utf8 = Encoding.UTF8.GetBytes(text);
                if (!TimeParser.TryParse(utf8, TimeFormats.Typed, _profile.Zone, out var micros, out _)) return false;
                values.SetBits(Index, Field.Kind == FieldKind.Date ? micros / TimeParser.Day : micros);
                return true;
            case FieldKind.TimeOfDay:
                if (!TimeParser.TryTimeOfDay(Encoding.UTF8.GetBytes(text), out var clock)) return false;
                values.SetBits(Index, clock);
                return true;
            case FieldKind.Integer or FieldKind.Level or FieldKind.Duration:
                return false;
            default:
                values.SetText(Index, text);
                return true;
        }
    }

    private ReadOnlySpan<byte> Source(IRowReader row)
    {
        if (_constant is not null) return _constant;
        if (Spec.Hash.Count > 0) return HashOf(row);
        ReadOnlySpan<byte> text;
        if (Spec.Join.Count > 0) text = Join(row);
        else text = TextNormal.Trim(row.Field(_columns[0]));
        if (Field.Kind is not (FieldKind.Text or FieldKind.PersonName)) text = TextNormal.Narrow(text, ref _narrow);
        return text;
    }

    private bool IsNull(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) return true;
        foreach (var none in _nulls)
            if (text.SequenceEqual(none))
                return true;
        return false;
    }

    private Refusal? Parse(IRowReader row, ReadOnlySpan<byte> text, RowValues values)
    {
        switch (Field.Kind)
        {
            case FieldKind.Code:
                if (IsRounded(text)) return Refuse("number_rounded", text, "was rounded by a spreadsheet; export the column as text");
                values.SetText(Index, Spec.Pad > text.Length ? Encoding.UTF8.GetString(text).PadLeft(Spec.Pad, '0') : _cache.Get(text));
                return null;
            case FieldKind.PersonId or FieldKind.PersonPhone when IsRounded(text):
                return Leave(row, text, "number_rounded");
            case FieldKind.Text or FieldKind.Tags or FieldKind.PersonId or FieldKind.PersonName or FieldKind.PersonPhone:
                values.SetText(Index, Encoding.UTF8.GetString(text));
                return null;
            case FieldKind.Enumeration:
                var word = _cache.Get(text);
                if (!Field.Values.Contains(word)) return Refuse("unmapped_code", text, $"is none of {string.Join(", ", Field.Values)}; give the field a map");
                values.SetText(Index, word);
                return null;
            case FieldKind.Level:
                return ReadLevel(text, values);
            case FieldKind.Integer:
                if (!TryInteger(text, out var whole)) return Refuse("wrong_type", text, "is no whole number");
                values.SetBits(Index, whole);
                return null;
            case FieldKind.Duration:
                if (!TryDuration(text, out var seconds)) return Refuse("wrong_type", text, "is no duration");
                values.SetNumber(Index, seconds);
                return null;
            case FieldKind.Flag:
                if (ReadFlag(text) is not { } flag) return Refuse("unmapped_code", text, "is neither 1/0, true/false, 是/否 nor Y/N; give the field a map");
                values.SetBits(Index, flag ? 1 : 0);
                return null;
            case FieldKind.TimeOfDay:
                if (!TimeParser.TryTimeOfDay(text, out var clock) || clock > TimeParser.Day) return Refuse("bad_time", text, "is no time of day");
                values.SetBits(Index, Math.Min(clock, TimeParser.Day - TimeParser.Second));
                return null;
            default:
                return ReadTime(row, text, values);
        }
    }

    private Refusal? ReadTime(IRowReader row, ReadOnlySpan<byte> text, RowValues values)
    {
        if (!TimeParser.TryParse(text, Spec.Formats, _profile.Zone, out var micros, out var timeOnly))
            return Refuse("bad_time", text, $"is no {(Field.Kind == FieldKind.Date ? "date" : "time")} in the formats of the profile");
        if (timeOnly && _date >= 0)
        {
            var date = TextNormal.Narrow(TextNormal.Trim(row.Field(_date)), ref _narrowDate);
            if (!TimeParser.TryParse(date, DateFormats, _profile.Zone, out var day, out var noDate) || noDate)
                return new Refusal("bad_time", Spec.Date, Encoding.UTF8.GetString(date), "is no date in the formats of the profile");
            if (_afterColumn >= 0 && TimeParser.TryTimeOfDay(TextNormal.Trim(row.Field(_afterColumn)), out var before) && micros < before - TimeParser.Day / 2) micros += TimeParser.Day;
            micros += day - Modulo(day);
            if (After >= 0 && values.Has[After] && micros < values.Bits[After] - TimeParser.Day / 2) micros += TimeParser.Day;
        }
        else if (timeOnly)
        {
            return Refuse("bad_time", text, "is a time without a date");
        }

        values.SetBits(Index, Field.Kind == FieldKind.Date ? (micros - Modulo(micros)) / TimeParser.Day : micros);
        return null;
    }

    private IReadOnlyList<TimeFormat> DateFormats => _dateFormats ??= [.. Spec.Formats.Where(f => f.Kind != TimeFormatKind.TimeOnly), .. StandardDates];

    private IReadOnlyList<TimeFormat>? _dateFormats;

    private static readonly TimeFormat[] StandardDates = [new(TimeFormatKind.Iso), new(TimeFormatKind.Loose), new(TimeFormatKind.Compact), new(TimeFormatKind.Pattern, "yyMMdd")];

    private static long Modulo(long micros) => (micros % TimeParser.Day + TimeParser.Day) % TimeParser.Day;

    private Refusal? ReadLevel(ReadOnlySpan<byte> text, RowValues values)
    {
        if (!TryInteger(text, out var code) || code is < 1 or > 5) return Refuse("unmapped_code", text, "is no satisfaction code from 1 to 5");
        values.SetBits(Index, _output.Satisfaction == SatisfactionDirection.OneIsBest ? 6 - code : code);
        return null;
    }

    private bool TryDuration(ReadOnlySpan<byte> text, out double seconds)
    {
        if (Spec.Unit == DurationUnit.HoursMinutesSeconds)
        {
            var ok = TimeParser.TryTimeOfDay(text, out var micros);
            seconds = micros / (double)TimeParser.Second;
            return ok;
        }

        if (!Utf8Parser.TryParse(text, out seconds, out var used) || used != text.Length || !double.IsFinite(seconds)) return false;
        seconds *= Spec.Unit switch
        {
            DurationUnit.Milliseconds => 0.001,
            DurationUnit.Minutes => 60,
            DurationUnit.Hours => 3600,
            _ => 1,
        };
        return true;
    }

    private static bool TryInteger(ReadOnlySpan<byte> text, out long value)
    {
        if (text.EndsWith(".0"u8)) text = text[..^2];
        return Utf8Parser.TryParse(text, out value, out var used) && used == text.Length && value is >= int.MinValue and <= int.MaxValue;
    }

    private static bool? ReadFlag(ReadOnlySpan<byte> text) =>
        text.SequenceEqual("1"u8) || text.SequenceEqual("是"u8) || Ascii.EqualsIgnoreCase(text, "true"u8) || Ascii.EqualsIgnoreCase(text, "y"u8) ? true
        : text.SequenceEqual("0"u8) || text.SequenceEqual("否"u8) || Ascii.EqualsIgnoreCase(text, "false"u8) || Ascii.EqualsIgnoreCase(text, "n"u8) ? false
        : null;

    /// <summary>1.23457E+17: a number of many digits that a spreadsheet showed and saved rounded.</summary>
    private static bool IsRounded(ReadOnlySpan<byte> text) =>
        text.Length > 4 && text.IndexOf("E+"u8) is > 0 and var e && text[..e].IndexOfAnyExcept("0123456789."u8) < 0 && text[(e + 2)..].IndexOfAnyExcept("0123456789"u8) < 0;

    private ReadOnlySpan<byte> Join(IRowReader row)
    {
        var used = 0;
        var any = false;
        for (var i = 0; i < _columns.Length; i++)
        {
            if (i > 0) Add(ref used, Encoding.UTF8.GetBytes(Spec.Separator));
            var part = TextNormal.Trim(row.Field(_columns[i]));
            any |= !part.IsEmpty;
            Add(ref used, part);
        }

        return any ? _joined.AsSpan(0, used) : default;
    }

    private ReadOnlySpan<byte> HashOf(IRowReader row)
    {
        var used = 0;
        var any = false;
        foreach (var column in _columns)
        {
            var part = TextNormal.Trim(row.Field(column));
            any |= !part.IsEmpty;
            Add(ref used, part);
            Add(ref used, "\u001F"u8);
        }

        if (!any) return default;
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(_joined.AsSpan(0, used), hash);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash[..8]));
    }

    private void Add(ref int used, ReadOnlySpan<byte> part)
    {
        if (_joined.Length < used + part.Length) Array.Resize(ref _joined, (used + part.Length) * 2);
        part.CopyTo(_joined.AsSpan(used));
        used += part.Length;
    }

    private Refusal Refuse(string reason, ReadOnlySpan<byte> text, string detail) =>
        new(reason, ColumnName, Encoding.UTF8.GetString(text), detail);

    /// <summary>What the report calls the field's source.</summary>
    internal string ColumnName => Spec.Column.Count > 0 ? Spec.Column[0]
        : Spec.Join.Count > 0 ? string.Join("+", Spec.Join)
        : Field.Name;
}
