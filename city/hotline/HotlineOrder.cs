namespace QualityInsight.City;

/// <summary>A hotline order (12345 工单).</summary>
internal sealed record HotlineOrder(string No, string Type, string Category, CityText Text, Org Org, Person Person, string Source,
    string Address, DateTime Applied, DateTime Due, DateTime? Replied, DateTime? Closed, string Reply)
{
    /// <summary>Passed to a department (派单); null where the hotline answered at once (every fifth question).</summary>
    public DateTime? Dispatched => Type == "咨询" && Own("dispatch").Chance(0.22) ? null : Before(Replied, Applied.AddMinutes(Own("dispatch").Int(4, 180)));

    /// <summary>Signed for by the department (签收), mostly within the day.</summary>
    public DateTime? Signed => Dispatched is { } sent ? Before(Replied, sent.AddHours(Own("sign").Chance(0.93) ? 20 * Own("signed").Unit() : 24 + Own("signed").Exponential(20))) : null;

    /// <summary>The citizen was first called (首次联系).</summary>
    public DateTime? Contacted => Before(Replied, (Signed ?? Applied).AddHours(Own("contact").Exponential(7)));

    /// <summary>Times the department sent it back (退单).</summary>
    public int Returns => Dispatched is null ? 0 : Own("return").Unit() switch { < 0.94 => 0, < 0.99 => 1, _ => 2 };

    /// <summary>The callback after closing (回访): when, reached, solved, satisfied; null where nobody called.</summary>
    public HotlineCallback? Callback(DateTime lastMoment)
    {
        var dice = Own("callback");
        if (Closed is not { } closed || !dice.Chance(0.55))
            return null;
        var at = closed.AddHours(6 + (40 * dice.Unit()));
        if (at > lastMoment)
            return null;
        var late = Replied > Due;
        var valid = dice.Chance(0.78);
        var solved = valid && dice.Chance(late ? 0.7 : 0.91);
        var satisfied = !valid ? "" : dice.Unit() switch { < 0.62 => "满意", < 0.83 => "基本满意", < 0.88 => "理解", _ => solved && dice.Chance(0.6) ? "基本满意" : "不满意" };
        return new HotlineCallback(new DateTime(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond)), valid, solved, satisfied);
    }

    // Told by the order's number, so that other draws of the city stay as they are.
    private Dice Own(string purpose) => Dice.Of(0, purpose + No);

    private DateTime Before(DateTime? end, DateTime at)
    {
        var early = end is { } e && at > e ? e : at;
        return new DateTime(early.Ticks - (early.Ticks % TimeSpan.TicksPerSecond));
    }
}

/// <summary>A callback to the author of an order (回访).</summary>
internal sealed record HotlineCallback(DateTime At, bool Valid, bool Solved, string Satisfied);
