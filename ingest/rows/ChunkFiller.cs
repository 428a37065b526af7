namespace QualityInsight.Ingest;

/// <summary>Writes a checked row into a chunk: texts masked, people hashed, tags compared with the level.</summary>
internal sealed class ChunkFiller
{
    private readonly StageLayout _layout;
    private readonly PersonHasher _hasher;
    private readonly bool _collectPeople;
    private readonly NulledCounts _nulled;
    private readonly OutputSpec _output;
    private readonly (int Field, int Column, FieldKind Kind)[] _plain;
    private readonly int _id, _name, _phone, _tags, _level, _personHash, _phoneHash, _nameHash, _tagColumn;
    private readonly Dictionary<string, PersonContact> _people = new(StringComparer.Ordinal);

    internal ChunkFiller(OutputSpec output, StageLayout layout, PersonHasher hasher, bool collectPeople, NulledCounts nulled)
    {
        (_output, _layout, _hasher, _collectPeople, _nulled) = (output, layout, hasher, collectPeople, nulled);
        _plain = [.. output.Entity.Fields.Select((f, i) => (f, i)).Where(p => p.f.Column is not null).Select(p => (p.i, layout.Place(p.f.Column!), p.f.Kind))];
        (_id, _name, _phone) = (Field("person_id"), Field("person_name"), Field("person_phone"));
        (_tags, _level) = (Field("tags"), output.Entity.Name == "review" ? Field("level") : -1);
        (_personHash, _phoneHash, _nameHash, _tagColumn) = (layout.Place("person_hash"), layout.Place("phone_hash"), layout.Place("name_hash"), layout.Place("tags"));
    }

    internal long Bad { get; private set; }

    internal IReadOnlyDictionary<string, PersonContact> People => _people;

    internal void Put(RowValues values, long line, RowChunk chunk)
    {
        var at = chunk.Count++;
        chunk.Lines[at] = line;
        foreach (var (field, column, kind) in _plain)
        {
            var target = chunk.Columns[column];
            if (target.Texts.Length > 0)
            {
                var text = values.Has[field] ? values.Texts[field] : null;
                target.Texts[at] = kind == FieldKind.Text && text is not null ? TextMask.Mask(text) : text;
            }
            else
            {
                target.Has[at] = values.Has[field];
                target.Bits[at] = values.Bits[field];
            }
        }

        if (_personHash >= 0) PutPerson(values, chunk, at);
        if (_level >= 0 && values.Bits[_level] <= 2) Bad++;
        if (_tagColumn >= 0) chunk.Columns[_tagColumn].Texts[at] = Tags(values, line);
    }

    private void PutPerson(RowValues values, RowChunk chunk, int at)
    {
        var id = values.Has[_id] ? values.Texts[_id] : null;
        var phone = values.Has[_phone] ? values.Texts[_phone] : null;
        var name = values.Has[_name] ? values.Texts[_name] : null;
        var phoneHash = phone is null ? null : _hasher.Phone(phone);
        var person = id is null ? phoneHash : _hasher.Id(id);
        chunk.Columns[_personHash].Texts[at] = person;
        if (_phoneHash >= 0) chunk.Columns[_phoneHash].Texts[at] = phoneHash;
        if (_nameHash >= 0) chunk.Columns[_nameHash].Texts[at] = name is null ? null : _hasher.Name(name);
        // Only who has to be called back: contact data of anybody else has no purpose here.
        var toCallBack = _level >= 0 && values.Bits[_level] <= 2;
        if (_collectPeople && toCallBack && person is not null && (name ?? phone) is not null) _people[person] = new PersonContact(person, name, phone);
    }

    /// <summary>Codes joined by commas; a code whose first digit is another level is dropped and counted.</summary>
    private string? Tags(RowValues values, long line)
    {
        if (!values.Has[_tags]) return null;
        var spec = _output.Fields["tags"];
        List<string>? kept = null;
        foreach (var part in values.Texts[_tags]!.Split(spec.TagPairs ? ['|'] : spec.Split.ToCharArray(), StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var code = part;
            if (spec.TagPairs)
            {
                var comma = part.LastIndexOf(',');
                if (comma < 0) continue;
                code = part[(comma + 1)..].Trim();
            }

            code = TextNormal.Code(code);
            if (code.Length != 3 || !code.All(char.IsAsciiDigit)) _nulled.Add("tags", "unknown_tag", line, TextMask.Mask(code));
            else if (code[0] - '0' != values.Bits[_level]) _nulled.Add("tags", "tag_level_mismatch", line, code);
            else if (!(kept ??= []).Contains(code)) kept.Add(code);
        }

        return kept is null ? null : string.Join(',', kept);
    }

    private int Field(string name) => ValueReader.IndexOf(_output.Entity, name);
}
