using System.Text.RegularExpressions;

namespace QualityInsight.Ingest;

/// <summary>
/// Finds Chinese names where a word announces one (我叫…, 联系人：…) or a title follows one (…女士, …主任).
/// Surnames are the common ones; a surname with a title alone (王主任) is no name.
/// </summary>
internal static class NameFinder
{
    private const string Compound = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|夏侯|司徒|端木|南宫";

    private const string Surnames =
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝";

    // Characters that do not stand in given names but often follow a surname's character in running text.
    private const string NotGiven =
        "的了是在我你他她它们和与及因对从把被也都就还又有去来到于已没要想不这那等说向请住电手身号月日年个位副总经中课任职区县市镇乡村街路校院局厅处科所站点本该各每某些其几多少做何使用";

    private static readonly string GivenOne = $"[\\u4e00-\\u9fff-[{NotGiven}]]";

    private static readonly Regex Announced = new(
        $"(?:我叫|名叫|姓名|名字叫|联系人|投诉人|举报人|申请人|当事人|经办人|负责人|法定代表人|法人代表|本人叫|叫做)(?:名?[是为叫])?[:：\\s]{{0,3}}(?<name>(?:{Compound}|[{Surnames}]){GivenOne}{{1,2}})",
        RegexOptions.CultureInvariant | RegexOptions.Compiled);

    private static readonly Regex Called = new(
        $"叫(?<name>(?:{Compound}|[{Surnames}]){GivenOne}{{2}}|[{Surnames}]{GivenOne}(?=[，。,.；;！!？?、\\s]|$))",
        RegexOptions.CultureInvariant | RegexOptions.Compiled);

    private static readonly Regex Titled = new(
        $"(?<name>(?:{Compound}|[{Surnames}]){GivenOne}{{1,2}})(?=先生|女士|小姐|同志|师傅|老师|主任|科长|局长|处长|所长|站长|院长|校长|厅长|镇长|区长|县长|书记|经理|医生|护士|警官|法官|律师|大姐|大哥|大爷|大妈|阿姨|叔叔|同学)",
        RegexOptions.CultureInvariant | RegexOptions.Compiled);

    /// <summary>Places and lengths of the names; a name's first character is its surname's.</summary>
    internal static IEnumerable<(int Start, int Length)> Find(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u4e00', '\u9fff')) yield break;
        foreach (var what in new[] { Announced, Called, Titled })
            for (var m = what.Match(text); m.Success; m = m.NextMatch())
                yield return (m.Groups["name"].Index, m.Groups["name"].Length);
    }
}
