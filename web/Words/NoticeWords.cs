namespace QualityInsight.Web.Words;

/// <summary>Notices, their settings, and the outbox.</summary>
internal static class NoticeWords
{
    public static readonly Text Title = new("消息", "Notices");
    public static readonly Text Bell = new("消息，{0} 条未读", "Notices, {0} unread");
    public static readonly Text Unread = new("{0} 条未读", "{0} unread");
    public static readonly Text Settings = new("消息设置", "Settings");
    public static readonly Text Kind = new("类别", "Kind");
    public static readonly Text What = new("内容", "Notice");
    public static readonly Text When = new("时间", "When");
    public static readonly Text State = new("状态", "State");
    public static readonly Text OnlyUnread = new("只看未读", "Unread only");
    public static readonly Text MarkRead = new("标为已读", "Mark as read");
    public static readonly Text MarkAll = new("全部标为已读", "Mark all as read");
    public static readonly Text IsRead = new("已读", "read");
    public static readonly Text IsUnread = new("未读", "unread");
    public static readonly Text EmptyTitle = new("没有消息", "No notices");
    public static readonly Text EmptyWhat = new("与您有关的分派、审批、到期和督办会出现在这里。", "What is assigned to you, waits for you, falls due or is supervised will appear here.");
    public static readonly Text EmptyFilter = new("没有消息符合筛选条件。", "No notice fits the filters.");

    public static readonly Text SettingsTitle = new("消息设置", "How you want to be told");
    public static readonly Text Mail = new("办公邮箱", "Office mail address");
    public static readonly Text MailHint = new("留空则不发邮件。邮件里只有工单编号和期限，没有群众信息。", "Empty: no mail. Mails hold case numbers and deadlines only, nothing about citizens.");
    public static readonly Text MailLanguage = new("邮件语言", "Language of mails");
    public static readonly Text Digest = new("每日摘要", "Daily summary");
    public static readonly Text NoDigest = new("不发送", "none");
    public static readonly Text QuietFrom = new("免打扰从", "Quiet from");
    public static readonly Text QuietUntil = new("到", "until");
    public static readonly Text QuietHint = new("免打扰时段和非工作日不发邮件，顺延到之后。", "In quiet hours and on days off mails wait until after.");
    public static readonly Text Ways = new("各类消息怎么通知", "Which notices, by which way");
    public static readonly Text InDesk = new("系统内", "In the desk");
    public static readonly Text ByMail = new("邮件", "By mail");
    public static readonly Text Save = new("保存", "Save");
    public static readonly Text Saved = new("已保存", "Saved");
    public static readonly Text WrongMail = new("邮箱地址不正确，没有保存。", "That is not a mail address; nothing was saved.");

    public static readonly Text Outbox = new("发件箱", "Outbox");
    public static readonly Text OutboxWhat = new("短信与邮件的发送情况。这里没有号码和地址，它们在发送时才读取。", "What became of messages. No numbers or addresses stand here: they are read when a message is sent.");
    public static readonly Text Channel = new("渠道", "Channel");
    public static readonly Text Sms = new("短信", "text message");
    public static readonly Text MailChannel = new("邮件", "mail");
    public static readonly Text Recipient = new("收件人", "To");
    public static readonly Text Citizen = new("{0} 的评价人", "citizen of {0}");
    public static readonly Text Subject = new("主题", "Subject");
    public static readonly Text Created = new("生成", "Made");
    public static readonly Text Attempts = new("已试", "Tries");
    public static readonly Text NextTry = new("下次发送", "Next try");
    public static readonly Text Ended = new("结束", "Ended");
    public static readonly Text LastError = new("原因", "Reason");
    public static readonly Text Retry = new("重新发送", "Try again");
    public static readonly Text Retried = new("已重新排队", "Queued again");
    public static readonly Text OutboxEmptyTitle = new("这里没有消息", "Nothing here");
    public static readonly Text OutboxEmpty = new("没有处于此状态的短信或邮件。", "No message is in this state.");
}
