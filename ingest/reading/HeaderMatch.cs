namespace QualityInsight.Ingest;

/// <summary>Finds a profile's columns in a file's header.</summary>
internal sealed class HeaderMatch
{
    private readonly Dictionary<string, int> _byKey = new(StringComparer.Ordinal);
    private readonly HashSet<string> _twice = [];
    private readonly Profile _profile;

    internal HeaderMatch(Profile profile, IReadOnlyList<string> headers)
    {
        _profile = profile;
        for (var i = 0; i < headers.Count; i++)
            if (!_byKey.TryAdd(TextNormal.Header(headers[i]), i))
                _twice.Add(TextNormal.Header(headers[i]));
    }

    /// <summary>The place of a column by short name or header name; -1 where the header lacks it.</summary>
    internal int Find(string name)
    {
        foreach (var alias in _profile.Columns.TryGetValue(name, out var aliases) ? aliases : [name])
            if (_byKey.TryGetValue(TextNormal.Header(alias), out var at))
                return _twice.Contains(TextNormal.Header(alias)) ? throw new AmbiguousHeaderException(alias) : at;
        return -1;
    }

    /// <summary>Refuses a file whose header lacks what the profile needs.</summary>
    internal static HeaderMatch Require(Profile profile, IReadOnlyList<string> headers, string path)
    {
        var match = new HeaderMatch(profile, headers);
        try
        {
            var missing = profile.Outputs.SelectMany(match.Missing).Distinct(StringComparer.Ordinal).ToList();
            if (missing.Count == 0) return match;
            throw new IngestRefusedException(RefusalKind.WrongProfile, path,
                $"its header does not match profile {profile.Name}. Missing: {string.Join(", ", missing)}. There are: {string.Join(", ", headers.Take(60))}.",
                "Use the profile of this feed, or add the new header name as an alias.");
        }
        catch (AmbiguousHeaderException e)
        {
            throw new IngestRefusedException(RefusalKind.WrongProfile, path,
                $"its header names `{e.Column}` twice.", "Name the columns apart; the profile cannot tell which one is meant.");
        }
    }

    private IEnumerable<string> Missing(OutputSpec output)
    {
        foreach (var spec in output.Fields.Values)
        {
            if (spec.Optional) continue;
            if (spec.Column.Count > 0 && spec.Column.All(c => Find(c) < 0)) yield return Label(spec.Column);
            foreach (var name in spec.AllColumns.Except(spec.Column))
                if (Find(name) < 0)
                    yield return Label([name]);
        }

        foreach (var name in output.Rules.SelectMany(r => r.Columns.Keys))
            if (Find(name) < 0 && !output.Fields.Values.Any(f => f.Optional && f.AllColumns.Contains(name)))
                yield return Label([name]);
    }

    private string Label(IReadOnlyList<string> names) => string.Join(" or ",
        names.SelectMany(n => _profile.Columns.TryGetValue(n, out var aliases) ? aliases : [n]).Distinct(StringComparer.Ordinal));

    private sealed class AmbiguousHeaderException(string column) : Exception
    {
        internal string Column { get; } = column;
    }
}
