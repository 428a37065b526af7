using FsCheck;
using FsCheck.Fluent;

namespace QualityInsight.Ingest.Tests;

public sealed class TextMaskTests
{
    [Theory]
    [InlineData("请打13812345678找我", "请打138****5678找我")]
    [InlineData("电话１３８１２３４５６７８", "电话１３８****５６７８")]
    [InlineData("138-1234-5678", "138-****-5678")]
    [InlineData("138 1234 5678。", "138 **** 5678。")]
    [InlineData("1 3 8 1 2 3 4 5 6 7 8", "1 3 8 * * * * 5 6 7 8")]
    [InlineData("+8613812345678", "+861******5678")]
    [InlineData("身份证51160219900307123X", "身份证511***********123X")]
    [InlineData("身份证５１１６０２１９９００３０７１２３Ｘ", "身份证５１１***********１２３Ｘ")]
    [InlineData("旧证号511602900307123", "旧证号511********7123")]
    [InlineData("卡号6222 0212 3456 7890 123", "卡号622* **** **** ***0 123")]
    [InlineData("座机0826-2345678", "座机****-*****78")]
    [InlineData("(0731)88886666打不通", "(****)******66打不通")]
    [InlineData("联系电话：2345678", "联系电话：*****78")]
    [InlineData("车牌川X·A1234停在门口", "车牌川X·*****停在门口")]
    [InlineData("粤B12345D", "粤B******")]
    [InlineData("发到zhang.san@example.com", "发到z****.***@*******.***")]
    [InlineData("微信号abc_12345", "微信号a**_*****")]
    [InlineData("我叫张三丰，住在城北", "我叫张**，住在城北")]
    [InlineData("联系人：李四", "联系人：李*")]
    [InlineData("窗口王小明主任态度差", "窗口王**主任态度差")]
    [InlineData("数学老师叫欧阳嫦英，她", "数学老师叫欧***，她")]
    [InlineData("刘芳女士接待", "刘*女士接待")]
    [InlineData("家住人民路123号4栋2单元301室", "家住人民路***号*栋*单元***室")]
    [InlineData("美麓阳光a栋803业主", "美麓阳光*栋***业主")]
    public void Personal_data_is_hidden(string text, string expected)
    {
        Assert.Equal(expected, TextMask.Mask(text));
        Assert.Equal(expected, TextMask.Mask(expected));
    }

    [Theory]
    [InlineData("3号窗口排了2个小时，等了120分钟")]
    [InlineData("王主任很热情，张科长也不错")]
    [InlineData("2024年5月6日办理，费用1200元，文件号〔2019〕51号")]
    [InlineData("拨打12345热线，转4号线")]
    [InlineData("我叫停了这个项目，叫苦不迭")]
    [InlineData("三室两厅，2室1厅，面积89.5平米")]
    [InlineData("The request 18-00269879 was closed")]
    [InlineData("")]
    public void What_is_no_personal_data_stays(string text) => Assert.Same(text, TextMask.Mask(text));

    [Fact]
    public void Length_never_changes_and_no_mobile_number_survives()
    {
        var pieces = Gen.Elements("我叫", "张三", "13912345678", "１３９１２３４５６７８", "139 1234 5678", "的", "，", "电话", "511602199003071234", "abc", "路12号", "\n", "😀", "川A12345");
        var texts = Gen.ArrayOf(pieces).Select(p => string.Join("、", p));
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var masked = TextMask.Mask(text);
            return masked.Length == text.Length && TextMask.Mask(masked) == masked
                && !TextNormal.Narrow(masked).Contains("139123", StringComparison.Ordinal) && !masked.Contains("19900307", StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Hash_needs_the_key_and_ignores_how_a_phone_is_written()
    {
        var one = new PersonHasher(new byte[32]);
        var other = new PersonHasher([.. Enumerable.Repeat((byte)7, 32)]);
        Assert.Equal(one.Phone("138 1234-5678"), one.Phone("+86１３８12345678"));
        Assert.NotEqual(one.Phone("13812345678"), other.Phone("13812345678"));
        Assert.NotEqual(one.Phone("13812345678"), one.Id("13812345678"));
        Assert.Equal(one.Id("51160219900307123x"), one.Id(" 51160219900307123X"));
        Assert.Equal(32, one.Name("张三").Length);
    }

    [Fact]
    public void The_key_may_not_lie_in_the_data_folder()
    {
        using var folder = new Testing.TempFolder();
        var data = folder.File("data");
        Assert.Contains("lies in the data folder", Assert.Throws<ArgumentException>(() => PersonHasher.FromFile(Path.Combine(data, "person.key"), data)).Message, StringComparison.Ordinal);
        var first = PersonHasher.FromFile(folder.File("keys", "person.key"), data);
        Assert.Equal(first.Id("1"), PersonHasher.FromFile(folder.File("keys", "person.key"), data).Id("1"));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.File("keys", "person.key")));
    }
}
