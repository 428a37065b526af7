using System.Diagnostics;
using System.Text.Json;
using QualityInsight.Testing;

namespace QualityInsight.Jobs.Tests;

/// <summary>The analysts' notebooks, executed with Jupyter on the small demo; each holds its own figures against the metric layer.</summary>
[Collection("command line")]
public sealed class NotebookTests(SmallDemo demo)
{
    /// <summary>Every notebook, how many pictures it draws and how many figures it holds against the metric layer at least.</summary>
    public static TheoryData<string, int, int> Notebooks => new()
    {
        { "1-first-look", 1, 2 }, { "2-waits", 3, 4 }, { "3-what-drives-bad-reviews", 2, 1 }, { "4-who-needs-help-first", 2, 2 }, { "5-is-this-rating-real", 2, 1 },
    };

    [JupyterTheory]
    [MemberData(nameof(Notebooks))]
    public async Task A_notebook_runs_and_agrees_with_the_metric_layer(string name, int pictures, int agreements)
    {
        await demo.Made();
        using var folder = new TempFolder();
        await Jupyter.RunAsync(name, folder.Path, ("QI_DATA", demo.Data));
        var outputs = Jupyter.Outputs(folder.File(name + ".ipynb"));
        Assert.DoesNotContain(outputs, o => o.Kind == "error");
        Assert.DoesNotContain(outputs, o => o.Text.Contains("Warning", StringComparison.Ordinal));
        Assert.Equal(pictures, outputs.Count(o => o.HasPicture));
        Assert.True(outputs.Sum(o => o.Text.Split('✓').Length - 1) >= agreements, "the notebook held too few figures against the metric layer");
        Assert.Contains(outputs, o => o.Text.Contains("quality-", StringComparison.Ordinal)); // it names its snapshot
    }

    [JupyterFact]
    public async Task A_figure_that_disagrees_with_the_metric_layer_stops_a_notebook()
    {
        await demo.Made();
        using var folder = new TempFolder();
        var wrong = File.ReadAllText(Path.Combine(Jupyter.Folder, "1-first-look.ipynb"))
            .Replace("levels.by_people[levels.level >= 3]", "levels.by_people[levels.level >= 4]", StringComparison.Ordinal);
        var copy = folder.File("wrong.ipynb");
        File.WriteAllText(copy, wrong);
        File.Copy(Path.Combine(Jupyter.Folder, "qi.py"), folder.File("qi.py"));
        var said = await Assert.ThrowsAsync<InvalidOperationException>(() => Jupyter.RunFileAsync(copy, folder.Path, ("QI_DATA", demo.Data), ("QI_COMMAND", Path.Combine(Repository.Root, "qi"))));
        Assert.Contains("metric layer", said.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_notebook_of_the_folder_is_executed_here() =>
        Assert.Equal(
            Directory.GetFiles(Jupyter.Folder, "*.ipynb").Select(f => Path.GetFileNameWithoutExtension(f)).Order(),
            Notebooks.Select(row => (string)row[0]).Order());
}

internal static class Jupyter
{
    internal const string Absent = "Jupyter or pandas is absent on this machine (Debian: apt-get install jupyter-nbconvert python3-ipykernel python3-pandas python3-matplotlib)";

    internal static string Folder { get; } = Path.Combine(Repository.Root, "notebooks");

    /// <summary>Debian's program, whatever other Python stands before it on the path.</summary>
    private static string? Program { get; } = new[] { "/usr/bin/jupyter-nbconvert", "/usr/local/bin/jupyter-nbconvert" }.FirstOrDefault(File.Exists);

    internal static bool IsAvailable { get; } = Program is not null;

    internal static Task RunAsync(string name, string output, params (string Name, string Value)[] environment) =>
        RunFileAsync(Path.Combine(Folder, name + ".ipynb"), output, environment);

    internal static async Task RunFileAsync(string file, string output, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Program!, ["--to", "notebook", "--execute", "--ExecutePreprocessor.timeout=300", "--output-dir", output, file])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var (key, value) in environment)
            start.Environment[key] = value;
        using var process = Process.Start(start)!;
        var (said, _) = (process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(await said);
    }

    internal static IReadOnlyList<(string Kind, string Text, bool HasPicture)> Outputs(string notebook)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(notebook));
        return [.. document.RootElement.GetProperty("cells").EnumerateArray()
            .Where(c => c.TryGetProperty("outputs", out _)).SelectMany(c => c.GetProperty("outputs").EnumerateArray())
            .Select(o => (o.GetProperty("output_type").GetString()!, o.GetRawText(), o.TryGetProperty("data", out var data) && data.TryGetProperty("image/png", out _)))];
    }
}

/// <summary>A test that needs Jupyter and skips, saying so, where it is absent.</summary>
public sealed class JupyterFactAttribute : FactAttribute
{
    /// <summary>Skips where Jupyter is absent.</summary>
    public JupyterFactAttribute() => Skip = Jupyter.IsAvailable ? null : Jupyter.Absent;
}

/// <summary>As <see cref="JupyterFactAttribute"/>, for several rows.</summary>
public sealed class JupyterTheoryAttribute : TheoryAttribute
{
    /// <summary>Skips where Jupyter is absent.</summary>
    public JupyterTheoryAttribute() => Skip = Jupyter.IsAvailable ? null : Jupyter.Absent;
}
