using System.Globalization;

namespace QualityInsight.City;

/// <summary>
/// Decides who reviews and how: dissatisfaction follows what really happened to the person (lateness, waiting, a slow
/// counter), most people are content, and tags and words say what was wrong.
/// </summary>
internal sealed class ReviewMaker(Dice dice, TextMaker texts, DateTime lastMoment, DateOnly oldTagsUntil)
{
    private static readonly (string Code, double Counter, double Online)[] Usual =
    [
        ("P01", 9, 20), ("P02", 13, 11), ("P03", 13, 14), ("P04", 3, 3), ("P05", 3, 27), ("P06", 12, 6), ("P07", 9, 1),
        ("P08", 9, 1), ("P09", 20, 2), ("P10", 2, 2), ("P11", 6, 10), ("P12", 6, 0), ("P13", 1, 1), ("P99", 4, 6),
    ];

    private readonly Dictionary<char, int> _serials = [];

    public string NextNo(char feed)
    {
        var n = _serials[feed] = _serials.GetValueOrDefault(feed) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{(feed == 'A' ? "PJ" : feed == 'B' ? "HCP" : "EV")}{n:000000000}");
    }

    /// <summary>The review of a matter, or null when nobody rates it.</summary>
    public Review? Of(Matter matter)
    {
        if (matter.Closed is not { } closed)
            return null;
        var atDevice = matter.Way == Way.Counter && matter.Item.Immediate;
        if (!dice.Chance(matter.Way != Way.Counter ? 0.48 : atDevice ? 0.70 : 0.56))
            return null;
        var onSite = matter.Visit is { } visit && (atDevice || dice.Chance(0.62));
        var at = onSite ? matter.Visit!.Finished!.Value.AddSeconds(dice.Int(8, 90)) : Later(closed);
        return at > lastMoment ? null : Make(matter, matter.Visit, matter.Item, onSite, at);
    }

    /// <summary>The review of a visit without a matter, or null.</summary>
    public Review? Of(Visit visit)
    {
        if (!visit.Served || visit.Matters.Count > 0 || !dice.Chance(0.13))
            return null;
        return Make(null, visit, visit.Item, onSite: true, visit.Finished!.Value.AddSeconds(dice.Int(8, 90)));
    }

    /// <summary>A second review of the same matter (追评), some days after a bad one; mostly milder.</summary>
    public Review? FollowUp(Review bad)
    {
        var at = bad.At.AddDays(dice.Int(3, 21)).AddMinutes(dice.Int(-200, 200));
        if (bad.Matter is null || !bad.IsBad || !dice.Chance(0.07) || at > lastMoment)
            return null;
        var level = dice.Unit() switch { < 0.5 => 5, < 0.75 => 4, < 0.88 => 3, _ => bad.Level };
        return Again(bad, level, at, level >= 4 && dice.Chance(0.5) ? texts.Praise(dice, bad.Item!.Name, HallName(bad)) : null);
    }

    /// <summary>A second review of the same matter with the given outcome.</summary>
    public Review Again(Review first, int level, DateTime at, CityText? text) => new()
    {
        Feed = first.Feed,
        No = NextNo(first.Feed),
        Seq = 2,
        Matter = first.Matter,
        Visit = first.Visit,
        Item = first.Item,
        Org = first.Org,
        Hall = first.Hall,
        Counter = first.Counter,
        Staff = first.Staff,
        Channel = Channel.Mobile,
        Level = level,
        At = at,
        Text = text,
        Person = first.Person,
        Named = first.Named,
    };

    private Review Make(Matter? matter, Visit? visit, Item item, bool onSite, DateTime at)
    {
        var feed = matter?.Feed ?? visit!.Hall.Feed;
        var old = feed == 'C' && DateOnly.FromDateTime(at) < oldTagsUntil;
        var hallName = visit?.Hall.Name ?? "";
        var straight = visit?.Counter is { StraightLine: true };
        var (level, problems) = straight ? (5, []) : Feel(matter, visit, matter?.Way is null or Way.Counter);
        IReadOnlyList<string> tags = [];
        CityText? text = null;
        if (level <= 2)
        {
            if (dice.Chance(0.72))
                text = texts.Complaint(dice, problems, item.Name, hallName);
            if (problems[0] != "P99" && (text is null || dice.Chance(0.5)))
                tags = TagPicker.ForBad(dice, level, text is { Labels.Count: > 0 } ? text.Labels : problems, old);
        }
        else if (!straight)
        {
            if (dice.Chance(level == 5 ? 0.46 : 0.36))
                tags = TagPicker.ForGood(dice, level, old);
            if (dice.Chance(level == 3 ? 0.2 : 0.11))
                text = level == 3 ? texts.Neutral(dice, item.Name, hallName) : texts.Praise(dice, item.Name, hallName);
        }
        var named = dice.Chance(level <= 2 ? 0.68 : 0.74);
        return new Review
        {
            Feed = feed,
            No = NextNo(feed),
            Matter = matter,
            Visit = visit,
            Item = item,
            Org = item.Org,
            Hall = visit?.Hall,
            Counter = visit?.Counter?.Code,
            Staff = matter?.Staff ?? visit?.Counter?.Staff,
            Device = onSite ? visit!.Counter!.Device : null,
            Channel = ChannelOf(feed, onSite),
            Level = level,
            Tags = tags,
            Text = text,
            At = at,
            Named = named,
            Person = matter?.Person ?? visit!.Person,
        };
    }

    /// <summary>The level, and what went wrong where it is bad.</summary>
    private (int Level, IReadOnlyList<string> Problems) Feel(Matter? matter, Visit? visit, bool counter)
    {
        var minutes = (visit?.WaitSeconds ?? 0) / 60;
        var late = matter?.IsLate ?? false;
        var slow = visit?.Counter is { Slowness: > 1 };
        var bad = 0.0072 + (late ? 0.10 : 0) + (minutes > 60 ? 0.05 : minutes > 30 ? 0.016 : 0) + (slow ? 0.012 : 0);
        if (!dice.Chance(bad))
            return (dice.Unit() switch { < 0.945 => 5, < 0.985 => 4, _ => 3 }, []);
        var first = late && dice.Chance(0.85) ? "P01"
            : minutes > 30 && dice.Chance(0.7) ? "P07"
            : slow && dice.Chance(0.6) ? dice.Chance(0.5) ? "P08" : "P01"
            : One(counter);
        var second = dice.Chance(0.2) ? One(counter) : first;
        return (dice.Chance(0.55) ? 1 : 2, first == second || first == "P99" || second == "P99" ? [first] : [first, second]);
    }

    private string One(bool counter)
    {
        var at = dice.Unit() * Usual.Sum(u => counter ? u.Counter : u.Online);
        foreach (var u in Usual)
            if ((at -= counter ? u.Counter : u.Online) < 0)
                return u.Code;
        return "P99";
    }

    private Channel ChannelOf(char feed, bool onSite)
    {
        if (onSite)
            return feed == 'C' ? dice.Chance(0.85) ? Channel.Terminal : Channel.Pad : dice.Chance(0.8) ? Channel.Pad : Channel.Terminal;
        return dice.Unit() switch { < 0.62 => Channel.Mobile, < 0.80 => Channel.Qr, < 0.93 => Channel.Pc, _ => Channel.Sms };
    }

    private DateTime Later(DateTime closed)
    {
        var at = closed.AddMinutes(dice.Exponential(dice.Chance(0.5) ? 90 : 2600) + 1);
        return new DateTime(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond));
    }

    private static string HallName(Review review) => review.Hall?.Name ?? "";
}
