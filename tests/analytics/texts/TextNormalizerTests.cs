using QualityInsight.Analytics.Texts;

namespace QualityInsight.Analytics.Tests.Texts;

public class TextNormalizerTests
{
    [Theory]
    [InlineData("ＡＢｃ　１２", "abc 12")]
    [InlineData("辦事大廳態度後來變好", "办事大厅态度后来变好")]
    [InlineData("市 A1 区 的 物业", "市a1区的物业")]
    [InlineData("iPhone 14 Pro 很 好", "iphone 14 pro很好")]
    [InlineData("电话13812345678，跑了3趟，15天", "电话0000,跑了3趟,15天")]
    [InlineData("\t\n好！！！！！！\u200B哈哈哈哈哈哈", "好!!!哈哈哈")]
    [InlineData("", "")]
    public void One_written_form(string text, string expected) => Assert.Equal(expected, TextNormalizer.Normalize(text));

    [Fact]
    public void Normalising_twice_changes_nothing_more()
    {
        foreach (var text in new[] { "１２３４５６７ ａ b", "等了 2 小时！！！！", "後後後後後" })
            Assert.Equal(TextNormalizer.Normalize(text), TextNormalizer.Normalize(TextNormalizer.Normalize(text)));
    }

    [Theory]
    [InlineData("不是态度不好,是材料太多", "态度不好")]
    [InlineData("并非效率低", "效率低")]
    [InlineData("不是态度差就是看手机", "")]
    [InlineData("是不是态度不好", "")]
    [InlineData("这不是刁难人吗", "")]
    [InlineData("没有提供样表", "")]
    [InlineData("没有不耐烦,就是说错了", "不耐烦")]
    [InlineData("不是不耐烦而是业务不熟", "不耐烦")]
    public void Negation_reaches_to_the_end_of_its_clause(string text, string negated)
    {
        var marks = new byte[text.Length];
        NegationScope.Mark(text, marks);
        Assert.Equal(negated, string.Concat(text.Where((_, i) => marks[i] != 0)));
    }
}
