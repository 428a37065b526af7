using System.Text;
using System.Text.RegularExpressions;

namespace QualityInsight.City;

/// <summary>
/// Makes texts from the hand-written templates: fills slots, joins two complaints, adds openings, slips and phone numbers.
/// A hall's name is empty where the matter was handled online; then no hall is spoken of.
/// </summary>
internal sealed partial class TextMaker
{
    private static readonly string[] Joints = ["，另外", "。还有，", "，而且", "。再说一个，", "，加上"];
    private static readonly (string Right, string Wrong)[] Slips = [.. Resource.Table("misspelt.txt").Select(r => (r[0], r[1]))];
    private static readonly Dictionary<string, string[]> Aliases = Resource.Table("alias.txt").ToDictionary(r => r[0], r => r[1].Split(';'));

    private readonly Dictionary<string, List<TextTemplate>> _problems = [];
    private readonly List<TextTemplate> _praise = TextTemplate.Read("praise.txt", null);
    private readonly List<TextTemplate> _neutral = TextTemplate.Read("neutral.txt", null);
    private readonly List<TextTemplate> _openings;
    private readonly List<TextTemplate> _closings;
    private readonly Dictionary<string, List<TextTemplate>> _hotline;

    public TextMaker()
    {
        foreach (var code in ProblemCodes)
            _problems[code] = TextTemplate.Read(code + ".txt", code);
        var frame = TextTemplate.Read("open.txt", null);
        _openings = [.. frame.Where(t => t.Style == "开头")];
        _closings = [.. frame.Where(t => t.Style == "结尾")];
        _hotline = TextTemplate.Read("hotline.txt", null).GroupBy(t => t.Style).ToDictionary(g => g.Key, g => g.ToList());
    }

    public static IReadOnlyList<string> ProblemCodes { get; } =
        ["P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "P09", "P10", "P11", "P12", "P13", "P99"];

    public Words Words { get; } = new();

    public IEnumerable<TextTemplate> AllTemplates =>
        _problems.Values.SelectMany(t => t).Concat(_praise).Concat(_neutral).Concat(_openings).Concat(_closings).Concat(_hotline.Values.SelectMany(t => t));

    /// <summary>A complaint about the first of the problems and, where there are two, both.</summary>
    public CityText Complaint(Dice dice, IReadOnlyList<string> problems, string item, string hall, bool? test = null)
    {
        var isTest = test ?? dice.Chance(0.25);
        bool Fits(TextTemplate t) => t.IsTest == isTest && (hall.Length > 0 || !t.Text.Contains("{h}", StringComparison.Ordinal));
        var used = new List<TextTemplate> { PickFor(dice, problems, Fits) };
        if (problems.Count > 1 && !used[0].Labels.Contains(problems[1]))
        {
            used[0] = Choose(dice, _problems[problems[0]], t => Fits(t) && t.Labels.Count == 1);
            used.Add(Choose(dice, _problems[problems[1]], t => Fits(t) && t.Labels.Count == 1));
        }
        var text = new StringBuilder();
        var spoken = used[0].Labels[0] != "P99";
        if (spoken && used[0].Text.Length > 8 && dice.Chance(0.18))
            Put(text, Choose(dice, _openings, Fits), used);
        text.Append(used[0].Text);
        if (problems.Count > 1 && used.Exists(t => t.Labels.Contains(problems[1]) && t != used[0]))
            TrimEnd(text).Append(dice.Pick(Joints)).Append(used[1].Text);
        if (spoken && used[0].Text.Length > 8 && dice.Chance(0.22))
            Put(EndSentence(text), Choose(dice, _closings, Fits), used);
        var labels = used.SelectMany(t => t.Labels).Distinct().Order(StringComparer.Ordinal).ToList();
        var polarity = !spoken ? used[0].Style == "误点" ? "POSITIVE" : "NEUTRAL" : "NEGATIVE";
        return Finish(dice, text, labels, polarity, used, item, hall, isTest, contact: spoken ? 0.07 : 0);
    }

    /// <summary>A text of somebody content.</summary>
    public CityText Praise(Dice dice, string item, string hall, bool? test = null) => Plain(dice, _praise, "POSITIVE", item, hall, test);

    /// <summary>A text of somebody neither pleased nor angry.</summary>
    public CityText Neutral(Dice dice, string item, string hall, bool? test = null) => Plain(dice, _neutral, "NEUTRAL", item, hall, test);

    /// <summary>A hotline order's text; the label is the matter it is about.</summary>
    public (CityText Text, string Matter) Hotline(Dice dice, string type, string item, string hall)
    {
        var template = dice.Pick(_hotline[type]);
        var text = Finish(dice, new StringBuilder(template.Text), [], type == "表扬" ? "POSITIVE" : type is "投诉" or "举报" ? "NEGATIVE" : "NEUTRAL",
            [template], item, hall, template.IsTest, contact: 0.2);
        return (text, template.Labels[0]);
    }

    private CityText Plain(Dice dice, List<TextTemplate> from, string polarity, string item, string hall, bool? test)
    {
        var isTest = test ?? dice.Chance(0.25);
        var template = Choose(dice, from, t => t.IsTest == isTest && (hall.Length > 0 || !t.Text.Contains("{h}", StringComparison.Ordinal)));
        return Finish(dice, new StringBuilder(template.Text), [], polarity, [template], item, hall, isTest, contact: 0.002);
    }

    private TextTemplate PickFor(Dice dice, IReadOnlyList<string> problems, Func<TextTemplate, bool> fits)
    {
        var own = _problems[problems[0]];
        if (problems.Count > 1)
        {
            var both = own.Where(t => fits(t) && t.Labels.Count == 2 && t.Labels.Contains(problems[1])).ToList();
            return both.Count > 0 && dice.Chance(0.5) ? dice.Pick(both) : Choose(dice, own, t => fits(t) && t.Labels.Count == 1);
        }
        return Choose(dice, own, t => fits(t) && (t.Labels.Count == 1 || dice.Chance(0.3)));
    }

    private static TextTemplate Choose(Dice dice, List<TextTemplate> from, Func<TextTemplate, bool> fits)
    {
        for (var tries = 0; tries < 200; tries++)
            if (dice.Pick(from) is var template && fits(template))
                return template;
        return from.First(fits);
    }

    private static void Put(StringBuilder text, TextTemplate frame, List<TextTemplate> used)
    {
        text.Append(frame.Text);
        used.Add(frame);
    }

    private static StringBuilder TrimEnd(StringBuilder text)
    {
        while (text.Length > 1 && "。，！？.".Contains(text[^1], StringComparison.Ordinal))
            text.Length--;
        return text;
    }

    private static StringBuilder EndSentence(StringBuilder text) =>
        "。！？!?…”".Contains(text[^1], StringComparison.Ordinal) ? text : text.Append('。');

    private CityText Finish(Dice dice, StringBuilder draft, IReadOnlyList<string> labels, string polarity, List<TextTemplate> used,
        string item, string hall, bool isTest, double contact)
    {
        var called = Aliases.TryGetValue(item, out var names) && dice.Chance(0.7) ? dice.Pick(names) : item.Split('（')[0];
        var text = Slot().Replace(draft.ToString(), m => m.Groups[1].Value switch
        {
            "i" => called,
            "h" => dice.Chance(0.5) ? hall : "政务大厅",
            "p" => Slot().Replace(Words.For("p", dice)!, Inner),
            var slot => Words.For(slot, dice) ?? throw new InvalidDataException($"No words for slot {{{slot}}} in {used[0].Id}."),
        });
        string Inner(Match m) => m.Groups[1].Value == "g" ? $"0{dice.Int(100, 999)}" : Words.For(m.Groups[1].Value, dice)!;
        text = Keyboard(dice, text);
        var writer = dice.Chance(contact) ? Person.Of(dice, Words) : null;
        var (hasPhone, hasIdentity, hasName) = (false, false, false);
        if (writer is not null)
        {
            hasPhone = true;
            hasName = dice.Chance(0.35);
            hasIdentity = dice.Chance(0.06);
            text = Sign(dice, text, writer, hasName, hasIdentity);
        }
        return new CityText(text, labels, polarity, used[0].Style, hasPhone, hasIdentity, hasName, isTest, [.. used.Select(t => t.Id)]);
    }

    private static string Keyboard(Dice dice, string text)
    {
        if (dice.Chance(0.06))
            for (var n = 0; n < 2; n++)
            {
                var (right, wrong) = dice.Pick(Slips);
                text = text.Replace(right, wrong, StringComparison.Ordinal);
            }
        if (text.Length > 3 && text[^1] == '。' && dice.Chance(0.4))
            text = text[..^1];
        if (text.Length > 6 && dice.Chance(0.04))
            text = text.Replace('，', ' ');
        if (text.Length > 3 && text[^1] == '！' && dice.Chance(0.25))
            text += "！！";
        return text;
    }

    private static string Sign(Dice dice, string text, Person writer, bool withName, bool withIdentity)
    {
        var phone = dice.Int(0, 6) switch
        {
            0 => $"{writer.Phone[..3]}-{writer.Phone[3..7]}-{writer.Phone[7..]}",
            1 => $"{writer.Phone[..3]} {writer.Phone[3..7]} {writer.Phone[7..]}",
            2 => string.Concat(writer.Phone.Select(c => (char)(c - '0' + '０'))),
            _ => writer.Phone,
        };
        var name = withName ? $"我叫{writer.Name}，" : "";
        var identity = withIdentity ? $"，身份证{writer.IdNo}" : "";
        text = text.TrimEnd('。', '，');
        var stop = "！？…”".Contains(text[^1], StringComparison.Ordinal) ? "" : "。";
        return text + stop + dice.Int(0, 3) switch
        {
            0 => $"{name}联系电话：{phone}{identity}",
            1 => $"{name}请回电{phone}{identity}。",
            _ => $"{name}我的手机{phone}{identity}",
        };
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Slot();
}
