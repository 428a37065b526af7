namespace QualityInsight.Feedback.Store;

/// <summary>Table <c>rereview_link</c>: a link by which the citizen may rate what was done in one round of one case. Of the token only the hash.</summary>
public sealed class RereviewLinkRow
{
    /// <summary>SHA-256 of the token, hex.</summary>
    public required string TokenHash { get; set; }
    /// <summary>The case.</summary>
    public required string CaseNo { get; set; }
    /// <summary>The round it is for; in another it opens nothing.</summary>
    public int Round { get; set; }
    /// <summary>How it went out: SMS, MAIL or PAPER.</summary>
    public required string Way { get; set; }
    /// <summary>Who had it made.</summary>
    public required string MadeBy { get; set; }
    /// <summary>UTC.</summary>
    public DateTime MadeUtc { get; set; }
}

/// <summary>Table <c>notice</c>: something one person should know, once by <see cref="DedupeKey"/>. Codes, no words and no personal data.</summary>
public sealed class NoticeRow
{
    /// <summary>Id.</summary>
    public long Id { get; set; }
    /// <summary>What makes it the same notice.</summary>
    public required string DedupeKey { get; set; }
    /// <summary>Whom it is for.</summary>
    public required string UserId { get; set; }
    /// <summary>Kind.</summary>
    public NoticeKind Kind { get; set; }
    /// <summary>The case.</summary>
    public required string CaseNo { get; set; }
    /// <summary>A code of what it is about: step, approval, decision.</summary>
    public string? Detail { get; set; }
    /// <summary>When it happened, local.</summary>
    public DateTime At { get; set; }
    /// <summary>The deadline it is about, local, or null.</summary>
    public DateTime? DueAt { get; set; }
    /// <summary>UTC.</summary>
    public DateTime CreatedUtc { get; set; }
    /// <summary>Shown in the desk; false where the person wants it by mail only.</summary>
    public bool InDesk { get; set; }
    /// <summary>Read, UTC.</summary>
    public DateTime? ReadUtc { get; set; }
}

/// <summary>Table <c>notice_setting</c>: how somebody wants to be told. Hours are local, 0–23.</summary>
public sealed class NoticeSettingRow
{
    /// <summary>Account.</summary>
    public required string UserId { get; set; }
    /// <summary>Office mail address, or null: no mail.</summary>
    public string? MailAddress { get; set; }
    /// <summary>Language of mails.</summary>
    public Language Language { get; set; }
    /// <summary>Hour of the daily summary, or null for none.</summary>
    public int? DigestHour { get; set; }
    /// <summary>No mail from this hour on …</summary>
    public int QuietFrom { get; set; }
    /// <summary>… until this one.</summary>
    public int QuietUntil { get; set; }
    /// <summary>The day of the last summary.</summary>
    public DateOnly? LastDigest { get; set; }
}

/// <summary>Table <c>notice_choice</c>: by which ways somebody wants one kind of notice.</summary>
public sealed class NoticeChoiceRow
{
    /// <summary>Account.</summary>
    public required string UserId { get; set; }
    /// <summary>Kind.</summary>
    public NoticeKind Kind { get; set; }
    /// <summary>In the desk.</summary>
    public bool InDesk { get; set; }
    /// <summary>By mail, at once.</summary>
    public bool ByMail { get; set; }
}
