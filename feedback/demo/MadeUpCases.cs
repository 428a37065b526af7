using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>
/// Made-up cases in bulk, for benchmarks. Every history is one that the decisions gave: a few dozen cases a day are really
/// worked under the policy and calendar, and the others of that day are the same history with other numbers, words, units and people.
/// </summary>
public sealed class MadeUpCases
{
    private const int Shapes = 12;
    private const string Unit = "U", Worker = "w";

    private static readonly string[] First = ["排队", "等候", "取号后", "在窗口", "电话咨询时", "网上申报后", "上午去", "下午去", "第二次来", "带孩子来", "陪老人来", "请假过来"];
    private static readonly string[] Second = ["等了两个小时", "工作人员态度不好", "说材料不全", "系统出了故障", "窗口没有人", "被推到别的部门", "没有一次性告知", "收了额外的费用", "办事指南写得不清楚", "叫号叫过了头", "回答很不耐烦", "要求重复提交证明"];
    private static readonly string[] Third = ["，希望改进", "，白跑一趟", "，很失望", "，没有人解释", "，请给个说法", "，下次不来了", "，耽误了一整天", "，希望增开窗口"];
    private static readonly string[] Items = ["社保卡补办", "护照换发", "居住证签注", "不动产登记", "营业执照变更", "公积金提取", "医保备案", "户口迁移", "建筑许可", "食品经营许可"];
    private static readonly string[] Labels = ["P01", "P02", "P03", "P05", "P07", "P10"];

    private readonly Policy _policy;
    private readonly WorkingCalendar _calendar;
    private readonly Dictionary<(DateOnly, int, bool), Shape> _shapes = [];

    /// <summary>Under a policy and its calendar.</summary>
    public MadeUpCases(RuleBook rules, Policy policy) => (_policy, _calendar) = (policy, rules.CalendarOf(policy));

    /// <summary>Name of the n-th made-up unit.</summary>
    public static string UnitName(int unit) => $"临澜市第{unit + 1}局";

    /// <summary>Adds the n-th case of a day: ended, or somewhere on its way.</summary>
    /// <param name="load">Where to.</param>
    /// <param name="day">The day it was opened; a working day.</param>
    /// <param name="n">Chooses everything about it.</param>
    /// <param name="ended">It ended.</param>
    /// <param name="unit">Which unit.</param>
    /// <param name="worker">Account and name of its handler.</param>
    public void Add(BulkLoad load, DateOnly day, int n, bool ended, int unit, (string Id, string Name) worker)
    {
        var shape = Of(day, (n * 7) % Shapes, ended);
        var (caseNo, code) = (load.NextNumber(day), $"U{unit:D3}");
        var review = shape.Review with
        {
            ReviewNo = $"R{day:yyMMdd}{n:D7}",
            Level = 1 + (n % 3 == 0 ? 1 : 0),
            OrgCode = shape.Review.OrgCode is null ? null : code,
            OrgName = shape.Review.OrgCode is null ? null : UnitName(unit),
            HallCode = $"H{unit % 12}",
            HallName = $"第{(unit % 12) + 1}政务服务大厅",
            CounterCode = $"H{unit % 12}-{n % 30}",
            CounterName = $"{(n % 30) + 1}号窗口",
            ItemCode = $"I{(n / 3) % Items.Length}",
            ItemName = Items[(n / 3) % Items.Length],
            TicketNo = $"BJ{day:yyMMdd}{n / 2:D7}",
            TextMasked = n % 9 == 0 ? null : First[n % First.Length] + Second[(n / 5) % Second.Length] + Third[(n / 11) % Third.Length],
            Labels = [Labels[n % Labels.Length]],
            Channel = (n % 3) switch { 0 => "QR", 1 => "HALL_PAD", _ => "MOBILE" },
        };
        var rows = shape.Rows.Select(r => Stamp(r, shape, caseNo, code, UnitName(unit), review, worker)).ToList();
        var view = shape.View with
        {
            CaseNo = caseNo,
            ReviewNo = review.ReviewNo,
            Level = review.Level,
            OrgCode = shape.View.OrgCode is null ? null : code,
            OrgName = shape.View.OrgCode is null ? null : UnitName(unit),
            HallCode = review.HallCode,
            HallName = review.HallName,
            CounterCode = review.CounterCode,
            CounterName = review.CounterName,
            ItemCode = review.ItemCode,
            ItemName = review.ItemName,
            TicketNo = review.TicketNo,
            TextMasked = review.TextMasked,
            Labels = review.Labels[0],
            Channel = review.Channel,
            HandlerId = shape.View.HandlerId is null ? null : worker.Id,
            HandlerName = shape.View.HandlerId is null ? null : worker.Name,
        };
        load.Add(new()
        {
            CaseNo = caseNo,
            ReviewSource = review.Source,
            ReviewNo = review.ReviewNo,
            PolicyHash = _policy.Hash,
            OpenedAt = view.OpenedAt,
            CreatedUtc = rows[0].RecordedUtc,
        }, rows, view);
    }

    private static CaseEventRow Stamp(
        (CaseEventRow Row, CaseEvent Event) from, Shape shape, string caseNo, string org, string orgName, BadReview review, (string Id, string Name) worker)
    {
        var (row, e) = from;
        return new()
        {
            CaseNo = caseNo,
            Seq = row.Seq,
            EventType = row.EventType,
            At = row.At,
            RecordedUtc = row.RecordedUtc,
            ActorId = row.ActorId == Worker ? worker.Id : row.ActorId,
            ActorRole = row.ActorRole,
            FromState = row.FromState,
            ToState = row.ToState,
            DueAt = row.DueAt,
            OrgCode = row.OrgCode is null ? null : org,
            Data = e switch
            {
                CaseOpened x => EventCodec.Write(x with { Review = review }),
                CaseDispatched x => EventCodec.Write(x with { OrgCode = org, OrgName = orgName }),
                HandlerAssigned x => EventCodec.Write(x with { UserId = worker.Id, UserName = worker.Name }),
                _ => row.Data,
            },
        };
    }

    private Shape Of(DateOnly day, int number, bool ended)
    {
        if (!_shapes.TryGetValue((day, number, ended), out var shape))
            _shapes[(day, number, ended)] = shape = Work(day, number, ended);
        return shape;
    }

    /// <summary>Works one case by real commands, as far as its number says.</summary>
    private Shape Work(DateOnly day, int number, bool ended)
    {
        var at = day.ToDateTime(new(9, 5 + number));
        var steps = ended ? int.MaxValue : number;
        var review = new BadReview
        {
            Source = "bench",
            ReviewNo = "R",
            Level = 1,
            ReviewedAt = at,
            OrgCode = !ended && number == 0 ? null : Unit,
            OrgName = Unit,
            IsNamed = ended || number % 4 != 3,
            Tags = [new("2001", "排队时间长")],
        };
        var work = new Worked(_policy, _calendar, at);
        work.Take(OpenCase.Decide("X", review, _policy, _calendar, at, backfilled: false), Actor.System, Role.System);
        Actor handler = Of(Worker, Unit, Role.Handler), clerk = Of("clerk", "GOV", Role.IntakeClerk);
        (Actor, Func<Worked, CaseCommand>)[] way =
        [
            (handler, _ => new AcceptCase()),
            (handler, w => new RecordCallback(CallbackOutcome.Reached, w.Now, 95, "已与评价人联系，核对了当时的情况")),
            (handler, _ => number % 2 == 0
                ? new RecordVerification(VerificationOutcome.Substantiated, Branch.RectifyNow, "当日窗口只开了一个，情况属实")
                : new RecordVerification(VerificationOutcome.PartlySubstantiated, Branch.Explain, "已按规定一次性告知，告知方式不够清楚")),
            (handler, w => new RecordRectification("增开一个窗口，并调整了午间值班", w.Now)),
            (handler, _ => new SubmitFeedback("您反映的情况已核实，我们增开了窗口并向您致歉。感谢您的监督。")),
            (clerk, _ => new JudgeFeedback(true)),
            (Actor.Reviewer, _ => new RateRectification(number % 3 == 0 ? Satisfaction.Satisfied : Satisfaction.BasicallySatisfied)),
        ];
        foreach (var (actor, command) in way.Take(steps))
        {
            work.Now = work.Now.AddMinutes(37);
            if (!ended && work.Case.State == CaseState.FedBack)
                break;
            work.Try(actor, command(work));
        }
        if (!ended && number == 9)
            work.Try(Of("w2", Unit, Role.UnitLeader), new AddNote("请按期办结"));
        return ended && work.Case.IsOpen
            ? throw new InvalidOperationException($"The made-up case of {day} ({number}) did not end: it stands at {work.Case.State}.")
            : new(review, work.Rows, Projection.Of(work.Case));
    }

    private static Actor Of(string id, string org, Role role) => new(id, id, new HashSet<Role> { role }, org, OrgScope.All);

    private sealed record Shape(BadReview Review, IReadOnlyList<(CaseEventRow Row, CaseEvent Event)> Rows, CaseView View);

    private sealed class Worked(Policy policy, WorkingCalendar calendar, DateTime now)
    {
        public DateTime Now { get; set; } = now;

        public Case Case { get; private set; } = Case.Nothing("X");

        public List<(CaseEventRow, CaseEvent)> Rows { get; } = [];

        public void Try(Actor actor, CaseCommand command) =>
            Take(command.Decide(new(Case, actor, policy, calendar, Now)), actor, actor.ActingAs([.. command.Roles]));

        public void Take(Decision decision, Actor actor, Role role)
        {
            if (decision.Refusal is not null)
                return;
            var utc = TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(Now, DateTimeKind.Unspecified), policy.Zone);
            var (after, rows) = CaseLedger.Prepare(Case, decision.Events, actor.UserId, role, Now, utc);
            Rows.AddRange(rows.Zip(decision.Events));
            Case = after;
        }
    }
}
