using System.Diagnostics;
using CsvHelper;

namespace QualityInsight.Analytics.Texts;

/// <summary>One contender's figures on the held-out rows; serialises to the output of <c>qi bench texts --json</c>.</summary>
/// <param name="Name">For example <c>blend</c> or <c>scikit-learn 1.2.1 LinearSVC char 1–2</c>.</param>
/// <param name="Accuracy">Share right.</param>
/// <param name="MacroF1">Mean F1 of the labels.</param>
/// <param name="TrainSeconds">Seconds to train; ours with cross-validation, calibration and thresholds.</param>
/// <param name="TextsPerSecond">Texts predicted a second on one thread, from the text on.</param>
public sealed record TextBenchLine(string Name, double Accuracy, double MacroF1, double TrainSeconds, double TextsPerSecond);

/// <summary>A benchmark: rows trained and judged on, our contenders, the peer where it is installed, and the ratios to it.</summary>
public sealed record TextBenchResult
{
    /// <summary>Rows trained on.</summary>
    public required int Train { get; init; }
    /// <summary>Rows judged on.</summary>
    public required int Test { get; init; }
    /// <summary>Ours, the default first.</summary>
    public required IReadOnlyList<TextBenchLine> Ours { get; init; }
    /// <summary>The peer; null where no Python with scikit-learn was found.</summary>
    public required TextBenchLine? Peer { get; init; }
    /// <summary>Why there is no peer, and what to do.</summary>
    public required string? PeerAbsent { get; init; }
    /// <summary>Our default's texts a second over the peer's.</summary>
    public double? SpeedRatio => Peer is { } peer ? Ours[0].TextsPerSecond / peer.TextsPerSecond : null;
    /// <summary>Our default's macro F1 minus the peer's.</summary>
    public double? MacroF1Difference => Peer is { } peer ? Ours[0].MacroF1 - peer.MacroF1 : null;
}

/// <summary>
/// Trains our models and scikit-learn's LinearSVC on the same rows in the same run and judges them on the same
/// held-out fifth. Equal texts never stand on both sides.
/// </summary>
public static class TextBench
{
    private static readonly string[] Pythons = ["python3", "/usr/bin/python3"];

    /// <summary>Runs the benchmark on a labelled CSV file with one label a text.</summary>
    public static TextBenchResult Run(string path, string textColumn, string labelColumn, TimeProvider time,
        IProgress<TextProgress>? progress = null, CancellationToken ct = default)
    {
        var texts = LabelledCsv.Read(path, textColumn, labelColumn, ct: ct).Texts.Where(t => t.Labels.Count == 1).ToList();
        var options = new TextTrainingOptions();
        var plan = FoldPlan.Of(texts, 5, options.Seed);
        List<LabelledText> train = [.. plan.Train(0).Select(i => texts[i])], test = [.. plan.Held(0).Select(i => texts[i])];
        (string Name, TextTrainingOptions Options)[] contenders =
        [
            ("blend of SVM and NB-SVM, char 1–3 (default)", options),
            ("NB-SVM, char 1–3", options with { Weighting = FeatureWeighting.NaiveBayes, Cost = 1 }),
            ("TF-IDF SVM, char 1–3", options with { Weighting = FeatureWeighting.TfIdf, Cost = 1 }),
            ("TF-IDF logistic regression, char 1–3", options with { Weighting = FeatureWeighting.TfIdf, Trainer = "lr", Cost = 4 }),
        ];
        List<TextBenchLine> ours = [];
        foreach (var (name, contender) in contenders)
        {
            progress?.Report(new TextProgress(name, ours.Count, contenders.Length + 1));
            var (model, trained) = TextTraining.Train(train, contender, "bench", Path.GetFileName(path), time, ct: ct);
            TextEvaluation.Evaluate(model, test[..Math.Min(200, test.Count)], ct: ct);
            var judged = TextEvaluation.Evaluate(model, test, ct: ct);
            ours.Add(new TextBenchLine(name, judged.Accuracy, judged.MacroF1, trained.Seconds, judged.TextsPerSecond));
        }
        progress?.Report(new TextProgress("scikit-learn", contenders.Length, contenders.Length + 1));
        var peer = Peer(train, test, ct);
        return new TextBenchResult
        {
            Train = train.Count,
            Test = test.Count,
            Ours = ours,
            Peer = peer,
            PeerAbsent = peer is null ? "No python3 with scikit-learn was found. On Debian: apt-get install python3-sklearn" : null,
        };
    }

    private static TextBenchLine? Peer(List<LabelledText> train, List<LabelledText> test, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("qi-bench-");
        try
        {
            string[] arguments = [Path.Combine(folder.FullName, "peer.py"), Path.Combine(folder.FullName, "train.csv"), Path.Combine(folder.FullName, "test.csv")];
            File.WriteAllText(arguments[0], TextResource.Read("sklearn_peer.py"));
            Write(arguments[1], train);
            Write(arguments[2], test);
            foreach (var python in Pythons)
                if (Output(python, arguments, ct) is { } json)
                    return Line(json, test.Count);
            return null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static TextBenchLine Line(string json, int texts)
    {
        using var document = System.Text.Json.JsonDocument.Parse(json);
        double Number(string name) => document.RootElement.GetProperty(name).GetDouble();
        return new TextBenchLine($"scikit-learn {document.RootElement.GetProperty("version").GetString()} LinearSVC, char 1–2",
            Number("accuracy"), Number("macro_f1"), Number("train_seconds"), texts / Number("predict_seconds"));
    }

    private static string? Output(string program, string[] arguments, CancellationToken ct)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            using var stop = ct.Register(() => process.Kill());
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            ct.ThrowIfCancellationRequested();
            return process.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static void Write(string path, List<LabelledText> texts)
    {
        using var file = File.Create(path);
        using var writer = CsvWriter.Create(file, new CsvWriterOptions(), leaveOpen: true);
        writer.WriteRecord(["text", "label"]);
        foreach (var text in texts) writer.WriteRecord([text.Text, text.Labels[0]]);
    }
}
