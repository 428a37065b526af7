using System.Globalization;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback.Tests;

/// <summary>
/// Acts on cases, tells people and sends messages in a process of its own, to be killed: <c>act STORE NOW RUN FOLDER</c>. It says
/// <c>ack CASE SEQ EVENT</c> for every event of an action that was acknowledged to it.
/// </summary>
internal static class ActingProcess
{
    private static readonly Actor[] People = [Make.Handler, Make.Clerk];

    internal static async Task<int> RunAsync(string address, string now, int run, string folder)
    {
        var clock = new Clock();
        clock.Set(now);
        using var room = await StoreWorld.OpenAsync(address, clock);
        IMessageTransport[] transports = [new SmsFolder(folder), new MailFolder(folder)];
        var numbers = (await room.Desk.QueueAsync(new() { View = QueueView.All, PageSize = 200, Sort = QueueSort.CaseNo }, Make.Clerk)).Rows.Select(r => r.CaseNo).ToList();
        Console.WriteLine("ready");
        for (var k = 0; ; k++)
        {
            var no = numbers[(k * 7 + run) % 20]; // few enough to reach the citizen on a slow machine, too
            await DoAsync(room, no, Make.Handler, new AddNote($"note-{run}-{k}"));
            await StepAsync(room, no);
            if (k % 3 == 0)
                await room.Notifier.RunAsync();
            if (k % 3 == 1)
                await room.Dispatcher.RunAsync(transports);
        }
    }

    /// <summary>The case's next step, whatever it is.</summary>
    private static async Task StepAsync(FeedbackRoom room, string no)
    {
        var @case = (await room.Desk.CaseAsync(no, Make.Supervisor))!.Case;
        var now = room.Rules.Now(PolicyFile.Preset("default"));
        (Actor Actor, CaseCommand Command)? next = @case switch
        {
            { State: CaseState.Dispatched, HandlerId: null } => (Make.Leader, new AssignHandler("handler")),
            { State: CaseState.Dispatched } => (People[0], new AcceptCase()),
            { State: CaseState.Callback } => (People[0], new RecordCallback(CallbackOutcome.Reached, now, 60, "说明了情况")),
            { State: CaseState.Verifying } => (People[0], new RecordVerification(VerificationOutcome.Substantiated, Branch.RectifyNow, "属实")),
            { State: CaseState.Rectifying, Rectifications: 0 } => (People[0], new RecordRectification("增开窗口", now)),
            { State: CaseState.Rectifying } => (People[0], new SubmitFeedback("已增开窗口")),
            { State: CaseState.FeedbackReview } => (People[1], new JudgeFeedback(true)),
            _ => null,
        };
        if (next is { } step)
            await DoAsync(room, no, step.Actor, step.Command);
    }

    private static async Task DoAsync(FeedbackRoom room, string no, Actor actor, CaseCommand command)
    {
        var seq = (await room.Desk.CaseAsync(no, Make.Supervisor))!.Case.Seq;
        var result = await room.Desk.ExecuteAsync(no, seq, command, actor);
        if (!result.Done)
            throw new InvalidOperationException(result.Refusal!.Text(Language.En));
        foreach (var e in result.Events)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ack {no} {e.Seq} {e.Data.TypeName}"));
    }

    /// <summary>Mail as files, as the folder of text messages does it.</summary>
    internal sealed class MailFolder(string folder) : IMessageTransport
    {
        private readonly SmsFolder _files = new(folder);

        public string Channel => Outbox.Mail;

        public Task SendAsync(OutgoingMessage message, CancellationToken cancel) => _files.SendAsync(message, cancel);
    }
}
