using System.CommandLine;

namespace QualityInsight.Jobs.Cli;

/// <summary>Turns what a command throws into a message and an exit code.</summary>
internal static class Guarded
{
    /// <summary>Sets the command's action; a thrown refusal becomes exit code 1, a fault 3.</summary>
    public static Command Does(this Command command, Func<ParseResult, CancellationToken, Task<int>> action)
    {
        command.SetAction(async (parsed, cancellation) =>
        {
            try
            {
                return await action(parsed, cancellation);
            }
            catch (UsageException wrong)
            {
                Say.Error(wrong.Message);
                return ExitCode.Usage;
            }
            catch (Exception refusal) when (Refusals.Tell(refusal) is { } message)
            {
                Say.Error(message);
                return ExitCode.Refused;
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                Say.Error("cancelled; nothing half-done was kept");
                return ExitCode.Refused;
            }
            catch (Exception fault)
            {
                Say.Error($"{fault.GetType().Name}: {fault.Message}");
                Say.Info(parsed.GetValue(CommonOptions.Verbose) ? fault.ToString() : "(--verbose prints where it happened)");
                return ExitCode.Fault;
            }
        });
        return command;
    }
}
