using System.CommandLine;
using System.Globalization;
using QualityInsight.Analytics.Texts;

namespace QualityInsight.Jobs.Cli;

/// <summary><c>qi texts</c>: trains, judges and uses models that classify texts.</summary>
internal static class TextsCommand
{
    public static Command Create()
    {
        var command = new Command("texts", "Classifies texts: train a model, judge it, label a file with it, take out what people decided.");
        command.Subcommands.Add(Train());
        command.Subcommands.Add(Eval());
        command.Subcommands.Add(Label());
        command.Subcommands.Add(TextsDecisions.Create());
        return command;
    }

    private static Option<string> FileOption() => new("--file") { Description = "A CSV file.", Required = true };

    private static Option<string> TextColumn() => new("--text") { Description = "The column that holds the text.", Required = true };

    private static Option<string> LabelColumn() => new("--label") { Description = "The column that holds the label; several are separated by |.", Required = true };

    private static Option<string> ModelOption() => new("--model") { Description = "The model's file.", Required = true };

    private static Command Train()
    {
        var (file, text, label, model, json) = (FileOption(), TextColumn(), LabelColumn(), ModelOption(), CommonOptions.Json());
        var multi = new Option<bool>("--multi") { Description = "A text may have several labels or none (otherwise seen from the file)." };
        var trainer = new Option<string>("--trainer") { Description = "svm or lr.", DefaultValueFactory = _ => "svm" };
        trainer.AcceptOnlyFromAmong("svm", "lr");
        var seed = new Option<ulong?>("--seed") { Description = "The same seed and file give the same model." };
        return new Command("train", "Trains a model; its figures come from texts held out.") { file, text, label, model, multi, trainer, seed, json }
            .Does((parsed, cancellation) =>
            {
                var options = new TextTrainingOptions { Trainer = parsed.GetRequiredValue(trainer) };
                if (parsed.GetValue(seed) is { } chosen)
                    options = options with { Seed = chosen };
                var path = parsed.GetRequiredValue(model);
                var (trained, result) = TextTraining.Train(parsed.GetRequiredValue(file), parsed.GetRequiredValue(text), parsed.GetRequiredValue(label),
                    options, parsed.GetValue(multi) ? LabelMode.MultiLabel : null, Path.GetFileNameWithoutExtension(path), TimeProvider.System, new TextBar(), cancellation);
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
                trained.Save(path);
                if (parsed.GetValue(json))
                    JsonOut.Print(result);
                else
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                        $"{path}: {result.Texts:N0} texts, {trained.Labels.Count} labels, {result.Features:N0} features; held out: accuracy {result.Accuracy:P2}, macro-F1 {result.MacroF1:F4}; {result.Seconds:F1} s"));
                return Task.FromResult(ExitCode.Done);
            });
    }

    private static Command Eval()
    {
        var (file, text, label, model, json) = (FileOption(), TextColumn(), LabelColumn(), ModelOption(), CommonOptions.Json());
        return new Command("eval", "Judges a model on labelled texts it was not trained on.") { file, text, label, model, json }.Does((parsed, cancellation) =>
        {
            var result = TextEvaluation.Evaluate(TextModel.Load(parsed.GetRequiredValue(model)), parsed.GetRequiredValue(file),
                parsed.GetRequiredValue(text), parsed.GetRequiredValue(label), new TextBar(), cancellation);
            if (parsed.GetValue(json))
                JsonOut.Print(new
                {
                    result.Model,
                    result.Texts,
                    result.Accuracy,
                    result.MacroF1,
                    result.Seconds,
                    result.TextsPerSecond,
                    result.UnknownLabels,
                    result.Figures.Labels,
                    result.Figures.Abstained,
                    result.Figures.AccuracyAnswered,
                    result.Figures.Confusion,
                });
            else
            {
                foreach (var l in result.Figures.Labels)
                    Console.WriteLine(l);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{result.Texts:N0} texts: accuracy {result.Accuracy:P2}, macro-F1 {result.MacroF1:F4}, {result.TextsPerSecond:N0} texts a second"));
            }
            return Task.FromResult(ExitCode.Done);
        });
    }

    private static Command Label()
    {
        var (file, text, model, json) = (FileOption(), TextColumn(), ModelOption(), CommonOptions.Json());
        var output = new Option<string>("--out") { Description = "The CSV file to write: line, labels, probability, and the words that led there.", Required = true };
        return new Command("label", "Labels the texts of a CSV file.") { file, text, model, output, json }.Does((parsed, cancellation) =>
        {
            var result = TextFileLabelling.Run(TextModel.Load(parsed.GetRequiredValue(model)), parsed.GetRequiredValue(file),
                parsed.GetRequiredValue(text), parsed.GetRequiredValue(output), new TextBar(), cancellation);
            if (parsed.GetValue(json))
                JsonOut.Print(result);
            else
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{parsed.GetValue(output)}: {result.Texts:N0} texts, {result.Labelled:N0} labelled, {result.Abstained:N0} left to a person; {result.Seconds:F1} s"));
            return Task.FromResult(ExitCode.Done);
        });
    }
}
