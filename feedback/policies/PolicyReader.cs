using System.Globalization;

namespace QualityInsight.Feedback;

/// <summary>Turns a policy document into a policy, collecting every fault before it gives up.</summary>
internal sealed class PolicyReader(string origin, PolicyDocument document)
{
    private readonly List<string> _faults = [];

    internal Policy Read(string yaml, string hash)
    {
        var intake = document.Intake ?? new();
        var calendar = document.Calendar ?? new();
        var limits = document.Limits ?? new();
        var policy = new Policy
        {
            Id = Text("id", document.Id),
            Hash = hash,
            Yaml = yaml,
            ValidFrom = Day("valid_from", document.ValidFrom),
            NameZh = Text("name.zh", document.Name?.Zh),
            NameEn = Text("name.en", document.Name?.En),
            After = document.After ?? Missing<List<string>>("after", []),
            Kinds = (document.Kinds ?? [CaseKind.BadReview.Code()]).Select(k => Code<CaseKind>("kinds", k)).ToHashSet(),
            Region = Text("calendar.region", calendar.Region),
            Zone = Zone(calendar.Zone),
            OpenHours = Hours(calendar.OpenHours),
            NaturalDaysRollOver = Flag("calendar.natural_days_roll_over", calendar.NaturalDaysRollOver),
            BadLevels = Levels(intake.BadLevels),
            RequiresText = Flag("intake.requires_text", intake.RequiresText),
            Anonymous = Code<AnonymousMode>("intake.anonymous", intake.Anonymous),
            AutoDispatch = Flag("intake.auto_dispatch", intake.AutoDispatch),
            Dispatch = Limit("dispatch", limits.Dispatch, CountFrom.Reviewed, CountFrom.Registered),
            Callback = Limit("callback", limits.Callback, CountFrom.Reviewed, CountFrom.Registered, CountFrom.Dispatched),
            Verify = Limit("verify", limits.Verify, CountFrom.Reviewed, CountFrom.Registered, CountFrom.Dispatched, CountFrom.CalledBack),
            RectifyGeneral = Limit("rectify_general", limits.RectifyGeneral, CountFrom.Reviewed, CountFrom.Registered, CountFrom.Dispatched, CountFrom.CalledBack, CountFrom.Verified),
            RectifyComplex = Limit("rectify_complex", limits.RectifyComplex, CountFrom.Reviewed, CountFrom.Registered, CountFrom.Dispatched, CountFrom.CalledBack, CountFrom.Verified),
            AppealWindow = Limit("appeal_window", limits.AppealWindow, CountFrom.Dispatched, CountFrom.CalledBack, CountFrom.Verified),
            AppealDecision = Limit("appeal_decision", limits.AppealDecision, CountFrom.StepBegan),
            FeedbackReview = Limit("feedback_review", limits.FeedbackReview, CountFrom.StepBegan),
            Rereview = Limit("rereview", limits.Rereview, CountFrom.StepBegan),
            Support = limits.Support is null ? Policy.UsualSupport : Limit("support", limits.Support, CountFrom.StepBegan),
            Archive = Limit("archive", limits.Archive, CountFrom.StepBegan),
            CallbackAttempts = Number("callback.attempts", document.Callback?.Attempts, 1, 20),
            CallbackDays = Number("callback.days", document.Callback?.Days, 1, 20),
            WaivesAnonymousCall = document.Callback?.AnonymousWaived ?? true,
            MaxExtensions = Number("extension.max", document.Extension?.Max, 0, 10),
            MaxExtensionAmount = Number("extension.longest", document.Extension?.Longest, 0, 365),
            MaxAppeals = Number("appeal.max", document.Appeal?.Max, 0, 10),
            AppealNeedsLeader = Flag("appeal.leader_endorses", document.Appeal?.LeaderEndorses),
            AppealStopsClock = Flag("appeal.stops_clock", document.Appeal?.StopsClock),
            MaxReturns = Number("return.max", document.Return?.Max, 0, 10),
            LeaderSignsFeedback = Flag("feedback.leader_signs", document.Feedback?.LeaderSigns),
            YellowCardDays = document.Cards is null ? null : Number("cards.yellow_days", document.Cards.YellowDays, 1, 30),
            Supervise = (document.Supervise ?? Missing<List<string>>("supervise", [])).Select(s => Code<SupervisionTrigger>("supervise", s)).ToHashSet(),
            MaxReopens = Number("reopen.max", document.Reopen?.Max, 0, 10),
            AutoClose = Flag("close.when_not_rated", document.Close?.WhenNotRated),
            Targets = document.Targets ?? Missing<Dictionary<string, double>>("targets", []),
        };
        if (policy.CallbackDays > policy.CallbackAttempts)
            _faults.Add($"callback.days: {policy.CallbackDays} days cannot be reached with {policy.CallbackAttempts} attempts.");
        if (policy.RectifyComplex.Unit != policy.RectifyGeneral.Unit)
            _faults.Add("limits: rectify_general and rectify_complex must be counted in the same unit, extensions too.");
        if (policy.RectifyComplex.Amount < policy.RectifyGeneral.Amount)
            _faults.Add("limits.rectify_complex: shorter than rectify_general.");
        if (policy.Kinds.Any(k => k.IsAnswered()) && (policy.RectifyGeneral.From == CountFrom.Verified || policy.RectifyComplex.From == CountFrom.Verified))
            _faults.Add("limits: rectify_general and rectify_complex cannot be counted from VERIFIED for kinds that are answered without verification.");
        if (policy.Kinds.Count == 0)
            _faults.Add("kinds: with no kind it would be in force for nothing; leave the key out for bad reviews.");
        return _faults.Count == 0
            ? policy
            : throw new PolicyException(string.Join("\n", _faults.Select(f => $"{origin}: {f}")));
    }

    private string Text(string key, string? value) => string.IsNullOrWhiteSpace(value) ? Missing(key, "") : value;

    private bool Flag(string key, bool? value) => value ?? Missing(key, false);

    private int Number(string key, int? value, int low, int high)
    {
        var n = value ?? Missing(key, low);
        if (n < low || n > high)
            _faults.Add(string.Create(CultureInfo.InvariantCulture, $"{key}: {n} is not between {low} and {high}."));
        return n;
    }

    private DateOnly Day(string key, string? value)
    {
        if (DateOnly.TryParseExact(value ?? Missing(key, "2020-01-01"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        _faults.Add($"{key}: '{value}' is not a day; write 2026-01-01.");
        return default;
    }

    private TimeZoneInfo Zone(string? id)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(id ?? Missing("calendar.zone", "UTC"), out var zone))
            return zone;
        _faults.Add($"calendar.zone: this machine knows no zone '{id}'.");
        return TimeZoneInfo.Utc;
    }

    private OpenHours Hours(List<string>? periods)
    {
        try
        {
            return OpenHours.Parse(periods ?? Missing<List<string>>("calendar.open_hours", ["09:00-17:00"]));
        }
        catch (FormatException e)
        {
            _faults.Add($"calendar.open_hours: {e.Message}");
            return OpenHours.Parse(["09:00-17:00"]);
        }
    }

    private HashSet<int> Levels(List<int>? levels)
    {
        var set = (levels ?? Missing<List<int>>("intake.bad_levels", [])).ToHashSet();
        if (set.Any(l => l is < 1 or > 5))
            _faults.Add("intake.bad_levels: levels are 1–5, 5 best.");
        if (levels is { Count: 0 })
            _faults.Add("intake.bad_levels: with no level nothing would ever become a case.");
        return set;
    }

    private TimeLimit Limit(string name, PolicyDocument.LimitDocument? limit, params CountFrom[] allowed)
    {
        var key = $"limits.{name}";
        if (limit is null)
            return Missing(key, new TimeLimit(1, TimeUnit.WorkingDay, allowed[0]));
        var from = limit.From is null && allowed.Length == 1 ? allowed[0] : Code<CountFrom>($"{key}.from", limit.From);
        if (!allowed.Contains(from))
            _faults.Add($"{key}.from: {from.Code()} cannot begin this step; allowed: {string.Join(", ", allowed.Select(a => a.Code()))}.");
        return new(Number($"{key}.amount", limit.Amount, 0, 3650), Code<TimeUnit>($"{key}.unit", limit.Unit), from);
    }

    private T Code<T>(string key, string? code) where T : struct, Enum
    {
        if (code is null)
            return Missing<T>(key, default);
        try
        {
            return Codes.Parse<T>(code);
        }
        catch (FormatException e)
        {
            _faults.Add($"{key}: {e.Message}");
            return default;
        }
    }

    private T Missing<T>(string key, T instead)
    {
        _faults.Add($"{key}: missing.");
        return instead;
    }
}
