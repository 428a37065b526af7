namespace QualityInsight.Feedback.Store;

/// <summary>Table <c>outbox</c>: messages to send, each once by <see cref="DedupeKey"/>.</summary>
public sealed class OutboxRow
{
    /// <summary>Id.</summary>
    public long Id { get; set; }
    /// <summary>What makes it the same message.</summary>
    public required string DedupeKey { get; set; }
    /// <summary>Kind.</summary>
    public required string Kind { get; set; }
    /// <summary>To whom: <c>user:ID</c>, or <c>case:NO</c> for the citizen of a case. The address is looked up when it is sent.</summary>
    public required string Recipient { get; set; }
    /// <summary>By which way: MAIL or SMS.</summary>
    public required string Channel { get; set; }
    /// <summary>The case it is about, or null.</summary>
    public string? CaseNo { get; set; }
    /// <summary>The round of that case; the message is withdrawn when the case is past it.</summary>
    public int? Round { get; set; }
    /// <summary>Subject.</summary>
    public required string Subject { get; set; }
    /// <summary>Text; <c>{link}</c> stands for a link made when it is sent.</summary>
    public required string Body { get; set; }
    /// <summary>UTC.</summary>
    public DateTime CreatedUtc { get; set; }
    /// <summary>Not to be sent before, UTC.</summary>
    public DateTime? NotBeforeUtc { get; set; }
    /// <summary>Tries so far.</summary>
    public int Attempts { get; set; }
    /// <summary>Sent, UTC.</summary>
    public DateTime? SentUtc { get; set; }
    /// <summary>Given up, UTC.</summary>
    public DateTime? DeadUtc { get; set; }
    /// <summary>Withdrawn before it was sent, UTC: the citizen rated meanwhile, or nobody could be written to.</summary>
    public DateTime? WithdrawnUtc { get; set; }
    /// <summary>What went wrong last.</summary>
    public string? LastError { get; set; }
}

/// <summary>Table <c>delivery</c>: a report that was delivered, once a period, recipient and channel.</summary>
public sealed class DeliveryRow
{
    /// <summary>Id.</summary>
    public long Id { get; set; }
    /// <summary>Which report.</summary>
    public required string Report { get; set; }
    /// <summary>Which period, for example <c>2026-W46</c>.</summary>
    public required string Period { get; set; }
    /// <summary>To whom.</summary>
    public required string Recipient { get; set; }
    /// <summary>How.</summary>
    public required string Channel { get; set; }
    /// <summary>UTC.</summary>
    public DateTime AtUtc { get; set; }
    /// <summary>What came of it.</summary>
    public required string Outcome { get; set; }
    /// <summary>Details.</summary>
    public string? Detail { get; set; }
}

/// <summary>Table <c>label_decision</c>: a person's word on a predicted label; becomes training data.</summary>
public sealed class LabelDecisionRow
{
    /// <summary>Id.</summary>
    public long Id { get; set; }
    /// <summary>review or ticket.</summary>
    public required string Subject { get; set; }
    /// <summary>Feed.</summary>
    public required string Source { get; set; }
    /// <summary>Number.</summary>
    public required string SubjectNo { get; set; }
    /// <summary>PROBLEM or MATTER.</summary>
    public required string Axis { get; set; }
    /// <summary>Label.</summary>
    public required string Label { get; set; }
    /// <summary>It is right.</summary>
    public bool IsRight { get; set; }
    /// <summary>Who said so.</summary>
    public required string DecidedBy { get; set; }
    /// <summary>UTC.</summary>
    public DateTime DecidedUtc { get; set; }
}

/// <summary>Table <c>attachment</c>: evidence, known by the hash of its content; never by the name it came under.</summary>
public sealed class AttachmentRow
{
    /// <summary>The case.</summary>
    public required string CaseNo { get; set; }
    /// <summary>SHA-256, hex.</summary>
    public required string ContentHash { get; set; }
    /// <summary>The name it came under, for show only.</summary>
    public required string FileName { get; set; }
    /// <summary>Checked type.</summary>
    public required string MediaType { get; set; }
    /// <summary>Size.</summary>
    public long Bytes { get; set; }
    /// <summary>By whom.</summary>
    public required string UploadedBy { get; set; }
    /// <summary>UTC.</summary>
    public DateTime UploadedUtc { get; set; }
}
