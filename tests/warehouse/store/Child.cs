using System.Diagnostics;

namespace QualityInsight.Warehouse.Tests.Store;

/// <summary>The second process of <c>child/Program.cs</c>.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process process;

    public Child(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "QualityInsight.Warehouse.Child.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        process = Process.Start(start)!;
    }

    public int Id => process.Id;

    /// <summary>Its next line; null when it has ended.</summary>
    public string? Line() => process.StandardOutput.ReadLine();

    /// <summary>Reads until a line begins so.</summary>
    public string LineThatBegins(string text)
    {
        while (Line() is { } line)
        {
            if (line.StartsWith(text, StringComparison.Ordinal))
                return line;
        }

        throw new InvalidOperationException($"The child ended without saying '{text}'.");
    }

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>Lets it end by itself.</summary>
    public int End()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }
}
