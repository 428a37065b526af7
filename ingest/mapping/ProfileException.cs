namespace QualityInsight.Ingest;

/// <summary>A profile that cannot be used: says file, line, key, what is wrong and what is allowed.</summary>
public sealed class ProfileException : Exception
{
    /// <summary>Makes the message <c>file:line: key: problem</c>.</summary>
    /// <param name="file">The profile's file or name.</param>
    /// <param name="line">1-based line, 0 where the problem is the whole file.</param>
    /// <param name="key">The key, with its path, for example <c>outputs[0].fields.level</c>.</param>
    /// <param name="problem">What is wrong and what is allowed.</param>
    public ProfileException(string file, long line, string key, string problem)
        : base($"{file}{(line > 0 ? $":{line}" : "")}: {(key.Length > 0 ? key + ": " : "")}{problem}")
    {
        File = file;
        Line = line;
        Key = key;
    }

    /// <summary>The profile's file or name.</summary>
    public string File { get; }

    /// <summary>1-based line, 0 where the problem is the whole file.</summary>
    public long Line { get; }

    /// <summary>The key with its path.</summary>
    public string Key { get; }
}
