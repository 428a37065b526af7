namespace QualityInsight.City;

/// <summary>
/// Indicator codes (评价内容) people tick: the national list version 2, and version 1 that old rows still carry.
/// The first digit of a code is the star level.
/// </summary>
internal static class TagPicker
{
    private static readonly string[][] Good =
    [
        ["307", "308", "309", "310", "311", "312", "313", "314"],
        ["406", "407", "408", "409", "410", "411", "412", "413"],
        ["510", "511", "512", "513", "514", "515", "516", "517"],
    ];

    private static readonly string[][] GoodOld =
        [["301", "302", "303", "304", "305", "306"], ["401", "402", "404", "405"], ["501", "502", "503", "504", "505", "506", "507", "508"]];

    private static readonly Dictionary<string, (string[] One, string[] Two, string[] OneOld, string[] TwoOld)> Bad = new()
    {
        ["P01"] = (["110", "115"], ["209"], ["103"], []),
        ["P02"] = (["109"], ["210"], ["101", "104"], ["203"]),
        ["P03"] = (["111"], ["207", "208"], [], ["201", "202"]),
        ["P04"] = (["108"], [], ["107"], []),
        ["P05"] = (["112"], ["211"], ["102"], []),
        ["P06"] = (["113", "114"], [], ["105", "106"], ["204"]),
        ["P07"] = ([], ["212"], [], ["205", "206"]),
        ["P08"] = ([], ["213"], [], []),
        ["P09"] = (["115"], ["214"], [], []),
    };

    /// <summary>One or two codes of a level from 3 to 5.</summary>
    public static IReadOnlyList<string> ForGood(Dice dice, int level, bool old)
    {
        var from = (old ? GoodOld : Good)[level - 3];
        var first = dice.Pick(from);
        var second = dice.Pick(from);
        return dice.Chance(0.3) && second != first ? [first, second] : [first];
    }

    /// <summary>Codes of level 1 or 2 that say what the problems say; none where the list has no such code.</summary>
    public static IReadOnlyList<string> ForBad(Dice dice, int level, IReadOnlyList<string> problems, bool old)
    {
        var tags = new List<string>();
        foreach (var problem in problems)
            if (Bad.TryGetValue(problem, out var codes)
                && (old ? level == 1 ? codes.OneOld : codes.TwoOld : level == 1 ? codes.One : codes.Two) is { Length: > 0 } from)
                tags.Add(dice.Pick(from));
        return [.. tags.Distinct()];
    }
}
