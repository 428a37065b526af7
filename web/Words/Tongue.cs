using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace QualityInsight.Web.Words;

/// <summary>The language of this request: zh-CN unless the reader's cookie says English.</summary>
internal sealed class Tongue
{
    /// <summary>The cookie that remembers the choice; it holds nothing but <c>zh-CN</c> or <c>en</c>.</summary>
    public const string Cookie = "qi-lang";

    /// <summary>Where a request that must not rest on cookies keeps its choice.</summary>
    public static readonly object Chosen = new();

    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public Tongue(IHttpContextAccessor http) => IsChinese = (http.HttpContext?.Items[Chosen] as string ?? http.HttpContext?.Request.Cookies[Cookie]) != "en";

    private Tongue(bool chinese) => IsChinese = chinese;

    /// <summary>A fixed language, for work outside a request.</summary>
    public static Tongue Of(bool chinese) => new(chinese);

    public bool IsChinese { get; }

    /// <summary>The value of the page's lang attribute.</summary>
    public string Lang => IsChinese ? "zh-CN" : "en";

    /// <summary>The same choice as the loop's texts name it.</summary>
    public Feedback.Language Language => IsChinese ? Feedback.Language.Zh : Feedback.Language.En;

    /// <summary>How numbers and dates are written on the screen.</summary>
    public CultureInfo Culture => IsChinese ? Chinese : English;

    /// <summary>The text in this language.</summary>
    public string this[Text text] => IsChinese ? text.Zh : text.En;

    /// <summary>The text in this language with its places filled in.</summary>
    public string this[Text text, params object?[] values] => string.Format(Culture, this[text], values);

    /// <summary>What stands between a name and its value.</summary>
    public string Colon => IsChinese ? "：" : ": ";

    /// <summary>One of two strings that come in both languages from elsewhere.</summary>
    public string Pick(string zh, string en) => IsChinese ? zh : en;
}
