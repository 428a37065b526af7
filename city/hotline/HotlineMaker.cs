using System.Globalization;

namespace QualityInsight.City;

/// <summary>Makes the hotline's orders: types and matters as bulletins report them, replies within working days, some late.</summary>
internal sealed class HotlineMaker(World world, Dice dice, TextMaker texts, DateTime lastMoment)
{
    private static readonly (string Type, double Share, int Days)[] Types =
        [("咨询", 47.1, 3), ("求助", 30.3, 5), ("建议", 11.5, 13), ("投诉", 6.8, 5), ("举报", 1.6, 13), ("表扬", 0.5, 5), ("其他", 2.2, 3)];

    private static readonly string[] Sources = ["电话", "电话", "电话", "电话", "微信小程序", "网站", "APP", "短信"];

    private static readonly string[] Replies =
    [
        "您好，经核实，您反映的问题已安排工作人员处理，现已办结，感谢您的监督。",
        "您好，已与您电话联系并说明办理流程，如有疑问请拨打窗口电话咨询。",
        "经现场查看，情况属实，已责令相关单位限期整改，我们将持续跟进。",
        "您好，您咨询的事项需携带身份证原件及复印件到窗口办理，也可在线申请，三个工作日内答复。",
        "经核查，您反映的情况部分属实，已对当事人员进行批评教育，并向您致歉。",
        "感谢您的建议，已转相关科室研究，将在下一步工作中统筹考虑。",
        "您好，因涉及多个部门，正在会商解决方案，处理结果将另行告知。",
        "您反映的情况与核查不符，已向您作出解释说明。",
    ];

    private static readonly Dictionary<string, string[]> Answering = new()
    {
        ["城乡建设"] = ["ZJ", "CG"],
        ["劳动和社会保障"] = ["RS", "YB"],
        ["卫生计生"] = ["WJ", "YB"],
        ["政法"] = ["GA", "SF"],
        ["教育文体"] = ["JY", "WL"],
        ["交通运输"] = ["JT"],
        ["商贸旅游"] = ["SC"],
        ["民政"] = ["MZ"],
        ["国土资源"] = ["ZR"],
        ["环境保护"] = ["HB"],
        ["农村农业"] = ["NY", "SL"],
        ["党务政务"] = ["SP"],
        ["纪检监察"] = ["SP"],
        ["其他"] = ["SP"],
    };

    private int _serial;

    public HotlineOrder On(DateOnly day)
    {
        var (type, _, days) = Type();
        var midnight = dice.Chance(0.003);
        var applied = day.ToDateTime(TimeOnly.MinValue) + (midnight ? TimeSpan.Zero : DayLoad.OnlineMoment(dice));
        var (text, category) = texts.Hotline(dice, type, dice.Pick(world.Items).Name, dice.Pick(world.Halls).Name);
        var key = dice.Pick(Answering[category]);
        var org = world.Orgs.First(o => o.AreaCode == "990100" && o.Keys.Contains(key));
        var from = WorkingDays.Add(day, 0);
        var due = WorkingDays.Add(from, days).ToDateTime(new TimeOnly(17, 30));
        var used = dice.Chance(type is "投诉" or "举报" ? 0.09 : 0.04) ? days + 1 + (int)dice.Exponential(5) : (int)(days * Math.Sqrt(dice.Unit()));
        var replied = WorkingDays.Add(from, used).ToDateTime(new TimeOnly(dice.Int(9, 17), dice.Int(0, 60), dice.Int(0, 60)));
        if (replied <= applied)
            replied = applied.AddMinutes(dice.Int(5, 90));
        var closed = replied.AddMinutes(dice.Int(5, 600));
        var address = dice.Chance(0.5) ? texts.Words.For("road", dice)! + dice.Int(1, 300) + "号" : texts.Words.For("estate", dice)!;
        var no = string.Create(CultureInfo.InvariantCulture, $"LL{day:yyMMdd}{++_serial:000000}");
        return new HotlineOrder(no, type, category, text, org, Person.Of(dice, texts.Words), dice.Pick(Sources), address, applied, due,
            replied <= lastMoment ? replied : null, closed <= lastMoment ? closed : null, replied <= lastMoment ? dice.Pick(Replies) : "");
    }

    private (string Type, double Share, int Days) Type()
    {
        var at = dice.Unit() * 100;
        foreach (var type in Types)
            if ((at -= type.Share) < 0)
                return type;
        return Types[0];
    }
}
