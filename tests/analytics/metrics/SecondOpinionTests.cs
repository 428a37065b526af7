using System.Diagnostics;
using System.Globalization;
using QualityInsight.Testing;

namespace QualityInsight.Analytics.Tests;

/// <summary>The main metrics on real data a third time: pandas over the raw files (second_opinion.py), against the metric layer over what our profiles loaded.</summary>
public class SecondOpinionTests
{
    private static readonly Dictionary<string, (string Profile, string File)> Sets = new()
    {
        ["callcenter"] = ("callcenter-anonbank", "callcenter_feb1999/feb1999.csv"),
        ["baltimore"] = ("baltimore-311", "baltimore311/dev.csv"),
        ["wabo"] = ("wabo-receipt", "eventlogs/dev_wabo.csv"),
        ["teddy"] = ("teddy-replies", "teddyC/dev_replies.csv"),
    };

    [PandasFact("callcenter_feb1999/feb1999.csv", "baltimore311/dev.csv", "eventlogs/dev_wabo.csv", "teddyC/dev_replies.csv")]
    public void Pandas_over_the_raw_files_says_the_same()
    {
        var opinions = Pandas.Run(Path.Combine(Repository.Root, "tests", "analytics", "metrics", "second_opinion.py"), RealData.Folder!)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t'))
            .Select(l => (Metric: l[0].Split('@')[0], Set: l[0].Split('@')[1], Value: double.Parse(l[1], CultureInfo.InvariantCulture))).ToList();
        Assert.True(opinions.Select(o => o.Metric).Distinct().Count() >= 10, "fewer than ten metrics were computed");
        var wrong = new List<string>();
        foreach (var set in opinions.GroupBy(o => o.Set))
            RealDataMetricTests.On(Sets[set.Key].Profile, Sets[set.Key].File, engine => wrong.AddRange(set
                .Select(o => (o, Ours: engine.Run(new(o.Metric)).Single.Value ?? double.NaN))
                .Where(o => !(Math.Abs(o.Ours - o.o.Value) <= 1e-9 * Math.Max(1, Math.Abs(o.o.Value))))
                .Select(o => $"{o.o.Metric}@{o.o.Set}: {o.Ours} here, {o.o.Value} in pandas")));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}

/// <summary>A Python that has pandas, if this machine has one.</summary>
internal static class Pandas
{
    private static readonly string? Program = new[] { "/usr/bin/python3", "python3" }.FirstOrDefault(p =>
    {
        try { return Start(p, "-c", "import pandas").ExitCode == 0; }
        catch (System.ComponentModel.Win32Exception) { return false; }
    });

    internal static bool IsAvailable => Program is not null;

    internal static string Run(params string[] arguments)
    {
        var (code, said, complained) = Start(Program!, arguments);
        return code == 0 ? said : throw new InvalidOperationException(complained);
    }

    private static (int ExitCode, string Said, string Complained) Start(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var complained = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said, complained.Result);
    }
}

/// <summary>A fact that needs pandas and files of the real data; it skips, saying so, where one is absent.</summary>
public sealed class PandasFactAttribute : FactAttribute
{
    public PandasFactAttribute(params string[] files)
    {
        if (!RealData.Has(files))
            Skip = $"real data absent on this machine: {string.Join(", ", files)}";
        else if (!Pandas.IsAvailable)
            Skip = "pandas is absent on this machine (Debian: apt-get install python3-pandas)";
    }
}
