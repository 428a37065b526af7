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
            .Where(l => InterpolatedSql().IsMatch(l.Text) && !Parameterised().IsMatch(l.Before + l.Text)).Select(l => l.Where);
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

    private static IEnumerable<(string Where, string Text, string Before)> Lines(string pattern, Func<string, bool> which) =>
        from file in SourceTree.Files(pattern).Where(which)
        let lines = File.ReadAllLines(Path.Combine(Repository.Root, file))
        from i in Enumerable.Range(0, lines.Length)
        select ($"{file}:{i + 1}", lines[i], i > 0 ? lines[i - 1] : "");

    // EF Core's own: what stands in the braces becomes a parameter, never text.
    [GeneratedRegex(@"\b(SqlQuery<\w+>|ExecuteSql(Async)?|FromSql)\(")]
    private static partial Regex Parameterised();

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)\b")]
    private static partial Regex ClockReads();

    [GeneratedRegex("""\$@?"+\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER)\b.*\{""", RegexOptions.IgnoreCase)]
    private static partial Regex InterpolatedSql();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|NotImplementedException)\b")]
    private static partial Regex Unfinished();
}
