using System.Security.Cryptography;
using System.Text;
using QualityInsight.Feedback.Store;

namespace QualityInsight.Feedback;

/// <summary>One case lived through by simulated people: what they do next, and when.</summary>
internal sealed class DemoLife
{
    private readonly Policy _policy;
    private readonly WorkingCalendar _calendar;
    private readonly Random _random;
    private readonly double _slowness;
    private readonly List<(CaseEvent Event, Actor Actor, Role Role, DateTime At)> _story = [];
    private readonly Case _before;
    private DateTime _swept;

    private readonly int _seed;
    private readonly IReadOnlyList<(string Code, string? Name)> _units;

    internal DemoLife(Case @case, Policy policy, WorkingCalendar calendar, int seed, IReadOnlyList<(string Code, string? Name)> units)
    {
        (_seed, _units) = (seed, units);
        (_before, Case, _policy, _calendar, _swept) = (@case, @case, policy, calendar, @case.LastAt);
        _random = new(Mix(seed, $"{@case.Review!.Source}/{@case.Review.ReviewNo}"));
        // A unit is as it is: all its cases share how slow it is.
        var unit = new Random(Mix(seed, @case.Review.OrgCode ?? ""));
        _slowness = 0.5 + (1.6 * unit.NextDouble() * unit.NextDouble());
    }

    internal Case Case { get; private set; }

    /// <summary>Lives up to a moment: what people do, and between it what the daily deadline sweep finds.</summary>
    internal void Live(DateTime until)
    {
        var forgotten = Chance(0.03 * _slowness);
        while (Case.IsOpen)
        {
            var step = forgotten && Case.State == CaseState.Dispatched ? null : DemoScript.Next(this);
            if (step is null)
            {
                SweepTo(until);
                return;
            }
            var at = _calendar.AddOpenTime(Case.LastAt, TimeSpan.FromHours(step.OpenHours));
            SweepTo(at < until ? at : until);
            if (at > until || !Case.IsOpen)
                return;
            if (!Try(step.Actor, step.Command(at), at))
                break;
        }
        SweepTo(until);
    }

    internal IEnumerable<CaseEventRow> Rows(DateTime recordedUtc)
    {
        var @case = _before;
        foreach (var (e, actor, role, at) in _story)
        {
            var (after, rows) = CaseLedger.Prepare(@case, [e], actor.UserId, role, at, recordedUtc);
            @case = after;
            yield return rows[0];
        }
    }

    internal Policy Policy => _policy;

    /// <summary>A number from 0 up to 1 that belongs to the case and the question; asking it changes no other draw.</summary>
    internal double Lot(string about) => (uint)Mix(_seed, $"{Case.CaseNo}/{about}") / (uint.MaxValue + 1.0);

    /// <summary>A unit that could support this case, or null where there is none.</summary>
    internal (string Code, string? Name)? OtherUnit() =>
        _units.Where(u => u.Code != Case.OrgCode && u.Code != Case.Review!.AboutOrgCode).ToList() is { Count: > 0 } others ? others[(int)(Lot("unit") * others.Count)] : null;

    internal bool Chance(double probability) => _random.NextDouble() < probability;

    /// <summary>Open hours around a typical value, slower in slow units; a few take very long.</summary>
    internal double Hours(double typical) =>
        typical * _slowness * Math.Exp(0.7 * Normal()) * (Chance(0.04) ? 5 : 1);

    internal T Pick<T>(params ReadOnlySpan<(T Value, double Weight)> choices)
    {
        var total = 0.0;
        foreach (var (_, weight) in choices)
            total += weight;
        var at = _random.NextDouble() * total;
        foreach (var (value, weight) in choices)
            if ((at -= weight) < 0)
                return value;
        return choices[^1].Value;
    }

    private bool Try(Actor actor, CaseCommand command, DateTime at)
    {
        var situation = new Situation(Case, actor, _policy, _calendar, at);
        var decision = command.Decide(situation);
        foreach (var e in decision.Events)
        {
            _story.Add((e, actor, actor.ActingAs([.. command.Roles]), at));
            Case = Case.Apply(e, at, actor.UserId);
        }
        return decision.Refusal is null;
    }

    /// <summary>The sweep runs at the beginning of every working day.</summary>
    private void SweepTo(DateTime moment)
    {
        for (var day = DateOnly.FromDateTime(_swept).AddDays(1); Case.State != CaseState.Archived; day = day.AddDays(1))
        {
            var at = day.ToDateTime(_calendar.Hours.Opens);
            if (at > moment)
                return;
            _swept = at;
            if (_calendar.IsWorking(day))
                Try(Actor.System, new SweepDeadlines(), at);
        }
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private static int Mix(int seed, string text) =>
        BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed.ToString(System.Globalization.CultureInfo.InvariantCulture)}/{text}")));
}
