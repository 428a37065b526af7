namespace QualityInsight.Web.Words;

/// <summary>The form by which a clerk takes a matter down.</summary>
internal static class RegisterWords
{
    public static readonly Text Title = new("登记", "Take down");
    public static readonly Text Heading = new("登记诉求", "Take a matter down");
    public static readonly Text Intro = new(
        "群众在窗口、电话或来信中提出的咨询、求助、投诉、举报、建议、表扬和办不成事，在这里登记立案。差评只能由群众自己作出，不能代填。",
        "Questions, requests for help, complaints, reports, suggestions, praise and what could not get done, as told at the counter, by telephone or by letter. A bad review is given by citizens themselves and cannot be filled in for them.");
    public static readonly Text Kind = new("类别", "Kind");
    public static readonly Text Channel = new("来源", "How it came");
    public static readonly Text Words = new("群众原话", "What the citizen said");
    public static readonly Text WordsHint = new(
        "姓名、电话、证件号等在保存时自动遮盖。", "Names, telephone and identity numbers are masked when it is saved.");
    public static readonly Text Unit = new("承办单位（不清楚可不填，由预审决定）", "Responsible unit (leave empty where unclear; screening decides)");
    public static readonly Text About = new("被举报单位（仅举报；不会转给该单位）", "Unit reported (reports only; it never gets the case)");
    public static readonly Text Hall = new("大厅", "Hall");
    public static readonly Text Item = new("事项", "Item");
    public static readonly Text Contact = new("联系方式（可不填）", "Contact (optional)");
    public static readonly Text ContactHint = new(
        "留了电话的，加密保存，答复后可请本人评价；不留的按匿名办理。", "With a telephone number, which is kept encrypted, the citizen can be told and asked to rate; without one the matter is anonymous.");
    public static readonly Text Name = new("姓名", "Name");
    public static readonly Text Phone = new("电话", "Telephone");
    public static readonly Text Save = new("登记立案", "Take it down");
    public static readonly Text PhoneWrong = new("电话应为 7 至 15 位数字", "A telephone number has 7 to 15 digits");
    public static readonly Text NameAlone = new("只有姓名无法联系，请补充电话，或不填姓名", "A name alone reaches nobody: add a telephone number or leave the name out");
    public static readonly Text NoVault = new("本系统未配置联系方式加密，不能保存电话；请不填联系方式", "Contacts cannot be kept on this system (no key): leave them out");
    public static readonly Text OutOfScope = new("所选单位不在您的数据范围内", "The unit is outside your scope");
    public static readonly Text AboutOnlyReports = new("只有举报才填被举报单位", "Only a report names a unit reported");
}
