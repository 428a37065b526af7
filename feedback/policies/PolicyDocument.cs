namespace QualityInsight.Feedback;

// The shape of a policy file. Everything is nullable so that what is missing can be named.

internal sealed class PolicyDocument
{
    public string? Id { get; set; }
    public string? ValidFrom { get; set; }
    public NameDocument? Name { get; set; }
    public List<string>? After { get; set; }
    public List<string>? Kinds { get; set; }
    public CalendarDocument? Calendar { get; set; }
    public IntakeDocument? Intake { get; set; }
    public LimitsDocument? Limits { get; set; }
    public CallbackDocument? Callback { get; set; }
    public ExtensionDocument? Extension { get; set; }
    public AppealDocument? Appeal { get; set; }
    public ReturnDocument? Return { get; set; }
    public FeedbackDocument? Feedback { get; set; }
    public CardsDocument? Cards { get; set; }
    public List<string>? Supervise { get; set; }
    public ReopenDocument? Reopen { get; set; }
    public CloseDocument? Close { get; set; }
    public Dictionary<string, double>? Targets { get; set; }

    internal sealed class NameDocument
    {
        public string? Zh { get; set; }
        public string? En { get; set; }
    }

    internal sealed class CalendarDocument
    {
        public string? Region { get; set; }
        public string? Zone { get; set; }
        public List<string>? OpenHours { get; set; }
        public bool? NaturalDaysRollOver { get; set; }
    }

    internal sealed class IntakeDocument
    {
        public List<int>? BadLevels { get; set; }
        public bool? RequiresText { get; set; }
        public string? Anonymous { get; set; }
        public bool? AutoDispatch { get; set; }
    }

    internal sealed class LimitsDocument
    {
        public LimitDocument? Dispatch { get; set; }
        public LimitDocument? Callback { get; set; }
        public LimitDocument? Verify { get; set; }
        public LimitDocument? RectifyGeneral { get; set; }
        public LimitDocument? RectifyComplex { get; set; }
        public LimitDocument? AppealWindow { get; set; }
        public LimitDocument? AppealDecision { get; set; }
        public LimitDocument? FeedbackReview { get; set; }
        public LimitDocument? Rereview { get; set; }
        public LimitDocument? Support { get; set; }
        public LimitDocument? Archive { get; set; }
    }

    internal sealed class LimitDocument
    {
        public int? Amount { get; set; }
        public string? Unit { get; set; }
        public string? From { get; set; }
    }

    internal sealed class CallbackDocument
    {
        public int? Attempts { get; set; }
        public int? Days { get; set; }
        public bool? AnonymousWaived { get; set; }
    }

    internal sealed class ExtensionDocument
    {
        public int? Max { get; set; }
        public int? Longest { get; set; }
    }

    internal sealed class AppealDocument
    {
        public int? Max { get; set; }
        public bool? LeaderEndorses { get; set; }
        public bool? StopsClock { get; set; }
    }

    internal sealed class ReturnDocument
    {
        public int? Max { get; set; }
    }

    internal sealed class FeedbackDocument
    {
        public bool? LeaderSigns { get; set; }
    }

    internal sealed class CardsDocument
    {
        public int? YellowDays { get; set; }
    }

    internal sealed class ReopenDocument
    {
        public int? Max { get; set; }
    }

    internal sealed class CloseDocument
    {
        public bool? WhenNotRated { get; set; }
    }
}
