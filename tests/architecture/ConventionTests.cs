using System.Text.RegularExpressions;
using QualityInsight.Testing;

namespace QualityInsight.Architecture.Tests;

/// <summary>Conventions that a compiler does not hold.</summary>
public sealed partial class ConventionTests
{
    [Fact]
    public void Time_comes_from_TimeProvider()
    {
        var offenders = Lines("*.cs", SourceTree.IsProduct).Where(l => ClockReads().IsMatch(l.Text)).Select(l => l.Where);
        Assert.Equal([], offenders);
    }

    [Fact]
    public void Product_files_stay_short()
    {
        var tooLong = SourceTree.Files("*.cs").Where(SourceTree.IsProduct)
            .Select(f => (File: f, Lines: File.ReadLines(Path.Combine(Repository.Root, f)).Count()))
            .Where(f => f.Lines > 400).Select(f => $"{f.File}: {f.Lines} lines");
        Assert.Equal([], tooLong);
    }

    [Fact]
    public void Sql_statements_live_in_sql_files()
    {
        var offenders = Lines("*.cs", f => SourceTree.IsProduct(f) && !f.StartsWith("warehouse/bindings/", StringComparison.Ordinal))
            .Where(l => InterpolatedSql().IsMatch(l.Text)).Select(l => l.Where);
        Assert.Equal([], offenders);
    }

    [Fact]
    public void Every_sql_file_says_what_it_is()
    {
        var without = SourceTree.Files("*.sql").Where(f =>
            !File.ReadLines(Path.Combine(Repository.Root, f)).First(l => l.Trim().Length > 0).StartsWith("--", StringComparison.Ordinal));
        Assert.Equal([], without);
    }

    [Fact]
    public void Nothing_unfinished_is_left_in_the_source()
    {
        var offenders = Lines("*.cs", _ => true)
            .Where(l => !l.Where.StartsWith("tests/architecture/", StringComparison.Ordinal) && Unfinished().IsMatch(l.Text))
            .Select(l => l.Where);
        Assert.Equal([], offenders);
    }

    private static IEnumerable<(string Where, string Text)> Lines(string pattern, Func<string, bool> which) =>
        from file in SourceTree.Files(pattern).Where(which)
        from line in File.ReadLines(Path.Combine(Repository.Root, file)).Select((text, i) => (text, i))
        select ($"{file}:{line.i + 1}", line.text);

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)\b")]
    private static partial Regex ClockReads();

    [GeneratedRegex("""\$@?"+\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER)\b.*\{""", RegexOptions.IgnoreCase)]
    private static partial Regex InterpolatedSql();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|NotImplementedException)\b")]
    private static partial Regex Unfinished();
}
