using Microsoft.Extensions.DependencyInjection;
using QualityInsight.Feedback;

namespace QualityInsight.Web.Tests.Desk;

/// <summary>Brings a case of the seeded bureau to where the citizen may rate what was done.</summary>
public static class FedBack
{
    public const string Reply = "您反映的情况属实，已增开两个窗口。";

    /// <summary>The number of a case that was dispatched, is named, and waits for its rating now.</summary>
    public static async Task<string> OneAsync(DeskHost host, string reply = Reply)
    {
        var (desk, accounts) = (host.Services.GetRequiredService<ICaseDesk>(), host.Services.GetRequiredService<Accounts>());
        var handler = (await accounts.FindAsync("handler"))!;
        var clerk = (await accounts.FindAsync("intake"))!;
        var found = await desk.QueueAsync(new() { View = QueueView.All, State = CaseState.Dispatched, OrgCode = "RS", PageSize = 50, Sort = QueueSort.CaseNo, Descending = true }, clerk);
        var no = found.Rows.First(r => r.IsNamed).CaseNo;
        await DoAsync(handler, new AcceptCase());
        var now = (await desk.CaseAsync(no, handler))!.Now;
        await DoAsync(handler, new RecordCallback(CallbackOutcome.Reached, now, 60, "说明了情况"));
        await DoAsync(handler, new RecordVerification(VerificationOutcome.Substantiated, Branch.RectifyNow, "属实"));
        await DoAsync(handler, new RecordRectification("增开窗口", now));
        await DoAsync(handler, new SubmitFeedback(reply));
        await DoAsync(clerk, new JudgeFeedback(true));
        return no;

        async Task DoAsync(Actor actor, CaseCommand command)
        {
            var page = await desk.CaseAsync(no, actor);
            var result = await desk.ExecuteAsync(no, page!.Case.Seq, command, actor);
            Assert.True(result.Done, result.Refusal?.Text(Language.En));
        }
    }

    /// <summary>A token that opens the citizen's page of a case.</summary>
    public static async Task<string> TokenAsync(DeskHost host, string no)
    {
        var clerk = (await host.Services.GetRequiredService<Accounts>().FindAsync("intake"))!;
        var (slip, refusal) = await host.Services.GetRequiredService<RereviewLinks>().PrintAsync(no, clerk);
        Assert.Null(refusal);
        return slip!.Address.Split("/r/")[1];
    }
}
