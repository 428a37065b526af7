namespace QualityInsight.Reports;

/// <summary>The language a chart, report or mail is written in. Chinese is the default everywhere.</summary>
public enum ReportLanguage
{
    /// <summary>Simplified Chinese (zh-CN).</summary>
    Chinese,

    /// <summary>English.</summary>
    English,
}

/// <summary>Choosing words by language, beside the place where they are used.</summary>
public static class ReportLanguageWords
{
    /// <summary>The Chinese words for a Chinese reader, the English ones for an English reader.</summary>
    public static string Pick(this ReportLanguage language, string chinese, string english) =>
        language == ReportLanguage.English ? english : chinese;

    /// <summary>The BCP 47 tag for the <c>lang</c> attribute of a page: <c>zh-CN</c> or <c>en</c>.</summary>
    public static string Tag(this ReportLanguage language) => language.Pick("zh-CN", "en");
}
