using QualityInsight.Feedback;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Web.Words;

/// <summary>The pages of jobs: steps of the pipeline and their runs.</summary>
internal static class JobWords
{
    public static readonly Text Title = new("任务", "Jobs");
    public static readonly Text Sub = new("流水线的每一步：何时运行、上次结果、日志。时间为 {0}。", "Every step of the pipeline: when it runs, what came of it, its log. Times are {0}.");
    public static readonly Text NoScheduleTitle = new("这台服务器不按计划运行任务", "This server runs nothing by itself");
    public static readonly Text NoSchedule = new("以 --no-jobs 启动时没有计划；下面是以前的运行记录。", "It was started with --no-jobs. Earlier runs stand below.");
    public static readonly Text Step = new("步骤", "Step");
    public static readonly Text Next = new("下次运行", "Next run");
    public static readonly Text Last = new("上次运行", "Last run");
    public static readonly Text Outcome = new("结果", "Outcome");
    public static readonly Text Durations = new("最近用时", "Recent durations");
    public static readonly Text DurationsOf = new("最近 {0} 次用时，最长 {1}", "durations of the last {0} runs, longest {1}");
    public static readonly Text RunNow = new("立即运行", "Run now");
    public static readonly Text Pause = new("暂停", "Pause");
    public static readonly Text Resume = new("恢复", "Resume");
    public static readonly Text Stop = new("中止", "Stop");
    public static readonly Text StopAsked = new("{0} 已要求中止", "{0} asked it to stop");
    public static readonly Text Paused = new("已暂停", "Paused");
    public static readonly Text PausedBy = new("{0} 暂停", "by {0}");
    public static readonly Text WorkingDays = new("仅工作日", "working days only");
    public static readonly Text NotMadeUp = new("错过不补", "not made up when missed");
    public static readonly Text Runs = new("运行记录", "Runs");
    public static readonly Text Started = new("开始", "Began");
    public static readonly Text Took = new("用时", "Took");
    public static readonly Text Story = new(
        "这是演示数据：任务按本机时钟触发，页面上的时间已换算为演示时间，所以与计划表达式的钟点不同。",
        "These are a demo's data: steps begin by the machine's clock, and the times here are turned into the demo's, so they differ from the hours of the schedule.");
    public static readonly Text What = new("做了什么", "What it did");
    public static readonly Text By = new("由谁发起", "Asked by");
    public static readonly Text Schedule = new("计划", "schedule");
    public static readonly Text Server = new("服务器", "Server");
    public static readonly Text Scheduled = new("计划时间", "Firing of");
    public static readonly Text Log = new("日志", "Log");
    public static readonly Text NoLog = new("这次运行没有写日志。", "This run wrote no log.");
    public static readonly Text NoRuns = new("没有符合条件的运行记录", "No run fits");
    public static readonly Text NoRunsWhat = new("换一个步骤、结果或日期再看。", "Choose another step, outcome or date.");
    public static readonly Text RunOf = new("{0} 的一次运行", "A run of {0}");
    public static readonly Text Back = new("返回任务", "Back to jobs");
    public static readonly Text Silent = new("已 {0} 没有动静", "no sign of life for {0}");
    public static readonly Text Asked = new("已照办。", "Done.");
    public static readonly Text NotDone = new("没有这个步骤，或服务器不运行计划：未做任何更改。", "There is no such step, or this server runs no schedule: nothing was changed.");
    public static readonly Text Ended = new("这次运行已经结束，无需中止。", "This run has ended already.");
    public static readonly Text Done = new("完成", "Done");
    public static readonly Text Refused = new("被拒绝", "Refused");
    public static readonly Text Failed = new("失败", "Failed");
    public static readonly Text Cancelled = new("已中止", "Stopped");
    public static readonly Text Died = new("进程中断", "Died");
    public static readonly Text Running = new("运行中", "Running");
    public static readonly Text Never = new("还没有运行过", "never yet");

    /// <summary>An outcome's name; null is running.</summary>
    public static Text Of(string? outcome) => outcome switch
    {
        JobOutcome.Done => Done,
        JobOutcome.Refused => Refused,
        JobOutcome.Failed => Failed,
        JobOutcome.Cancelled => Cancelled,
        JobOutcome.Died => Died,
        null or JobRunQuery.Running => Running,
        _ => new(outcome, outcome),
    };

    /// <summary>A mark before it, so that it is not colour alone.</summary>
    public static string Sign(string? outcome) => outcome switch
    {
        JobOutcome.Done => "✓",
        JobOutcome.Cancelled => "□",
        null => "▶",
        _ => "▲",
    };
}
