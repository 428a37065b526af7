namespace QualityInsight.Feedback.Store;

/// <summary>Table <c>case</c>: which review a case answers.</summary>
public sealed class CaseRow
{
    /// <summary>Number.</summary>
    public required string CaseNo { get; set; }
    /// <summary>The review's feed; unique with <see cref="ReviewNo"/>.</summary>
    public required string ReviewSource { get; set; }
    /// <summary>The review's number.</summary>
    public required string ReviewNo { get; set; }
    /// <summary>The policy version it lives under.</summary>
    public required string PolicyHash { get; set; }
    /// <summary>Local.</summary>
    public DateTime OpenedAt { get; set; }
    /// <summary>UTC.</summary>
    public DateTime CreatedUtc { get; set; }
}

/// <summary>Table <c>case_event</c>: the truth.</summary>
public sealed class CaseEventRow
{
    /// <summary>Global order.</summary>
    public long Position { get; set; }
    /// <summary>The case.</summary>
    public required string CaseNo { get; set; }
    /// <summary>Order in the case.</summary>
    public int Seq { get; set; }
    /// <summary>The event's name.</summary>
    public required string EventType { get; set; }
    /// <summary>Effective, local.</summary>
    public DateTime At { get; set; }
    /// <summary>Written, UTC.</summary>
    public DateTime RecordedUtc { get; set; }
    /// <summary>Who.</summary>
    public required string ActorId { get; set; }
    /// <summary>In which role.</summary>
    public Role ActorRole { get; set; }
    /// <summary>State before.</summary>
    public CaseState? FromState { get; set; }
    /// <summary>State after.</summary>
    public CaseState ToState { get; set; }
    /// <summary>The deadline it set.</summary>
    public DateTime? DueAt { get; set; }
    /// <summary>The unit that has the case afterwards.</summary>
    public string? OrgCode { get; set; }
    /// <summary>JSON.</summary>
    public required string Data { get; set; }
}

/// <summary>Table <c>policy_version</c>.</summary>
public sealed class PolicyVersionRow
{
    /// <summary>Version.</summary>
    public required string Hash { get; set; }
    /// <summary>Policy.</summary>
    public required string Id { get; set; }
    /// <summary>In force from.</summary>
    public DateOnly ValidFrom { get; set; }
    /// <summary>Its text.</summary>
    public required string Yaml { get; set; }
    /// <summary>When it was activated, UTC.</summary>
    public DateTime ActivatedUtc { get; set; }
    /// <summary>By whom.</summary>
    public required string ActivatedBy { get; set; }
    /// <summary>Why; empty where none was given.</summary>
    public string Reason { get; set; } = "";
}

/// <summary>Table <c>calendar_year</c>: an announced year.</summary>
public sealed class CalendarYearRow
{
    /// <summary>Region; <c>CN</c> national.</summary>
    public required string Region { get; set; }
    /// <summary>Year.</summary>
    public int Year { get; set; }
    /// <summary>Addresses of the notices, one a line.</summary>
    public required string Papers { get; set; }
}

/// <summary>Table <c>calendar_day</c>: a special day.</summary>
public sealed class CalendarDayRow
{
    /// <summary>Region; <c>CN</c> national.</summary>
    public required string Region { get; set; }
    /// <summary>Day.</summary>
    public DateOnly Date { get; set; }
    /// <summary>The holiday.</summary>
    public required string Name { get; set; }
    /// <summary>Off, or worked.</summary>
    public bool IsOff { get; set; }
}

/// <summary>Table <c>org_unit</c>: units to dispatch to and to give scopes over.</summary>
public sealed class OrgUnitRow
{
    /// <summary>Code.</summary>
    public required string Code { get; set; }
    /// <summary>Name.</summary>
    public required string Name { get; set; }
    /// <summary>The unit above, or null.</summary>
    public string? ParentCode { get; set; }
}

/// <summary>Table <c>router_position</c>: how far a source was read.</summary>
public sealed class RouterPositionRow
{
    /// <summary>Which router.</summary>
    public required string Name { get; set; }
    /// <summary>The source's cursor.</summary>
    public required string Cursor { get; set; }
}

/// <summary>Table <c>user</c>.</summary>
public sealed class UserRow
{
    /// <summary>Account.</summary>
    public required string UserId { get; set; }
    /// <summary>As shown.</summary>
    public required string Name { get; set; }
    /// <summary>Home unit.</summary>
    public string? OrgCode { get; set; }
    /// <summary>Number the person is rated under.</summary>
    public string? StaffCode { get; set; }
    /// <summary>Language of the screen.</summary>
    public Language Language { get; set; }
    /// <summary>Scheme, rounds, salt and hash.</summary>
    public required string PasswordHash { get; set; }
    /// <summary>Wrong passwords in a row.</summary>
    public int FailedLogins { get; set; }
    /// <summary>Locked until, UTC.</summary>
    public DateTime? LockedUntilUtc { get; set; }
    /// <summary>May log in.</summary>
    public bool IsActive { get; set; }
    /// <summary>UTC.</summary>
    public DateTime CreatedUtc { get; set; }
    /// <summary>A session carries it; when it changes, all sessions of the account end.</summary>
    public string SessionStamp { get; set; } = "";
    /// <summary>The password was given by somebody else and only lets its owner set another.</summary>
    public bool MustChangePassword { get; set; }
}

/// <summary>Table <c>role</c>.</summary>
public sealed class RoleRow
{
    /// <summary>Account.</summary>
    public required string UserId { get; set; }
    /// <summary>Role.</summary>
    public Role Role { get; set; }
}

/// <summary>Table <c>scope</c>: a unit, with those below it, that an account sees; <c>*</c>: all.</summary>
public sealed class ScopeRow
{
    /// <summary>Account.</summary>
    public required string UserId { get; set; }
    /// <summary>Unit.</summary>
    public required string OrgCode { get; set; }
}

/// <summary>Table <c>person</c>: a citizen's contact data, encrypted.</summary>
public sealed class PersonRow
{
    /// <summary>Keyed hash.</summary>
    public required string PersonHash { get; set; }
    /// <summary>Name, sealed.</summary>
    public byte[]? NameCipher { get; set; }
    /// <summary>Telephone number, sealed.</summary>
    public byte[]? PhoneCipher { get; set; }
    /// <summary>Mail address, sealed.</summary>
    public byte[]? MailCipher { get; set; }
    /// <summary>UTC.</summary>
    public DateTime UpdatedUtc { get; set; }
}

/// <summary>Table <c>access_audit</c>: who looked at whom, and what for; each row carries the hash of the one before.</summary>
public sealed class AccessAuditRow
{
    /// <summary>Order, from 1.</summary>
    public long Seq { get; set; }
    /// <summary>UTC.</summary>
    public DateTime AtUtc { get; set; }
    /// <summary>Who.</summary>
    public required string UserId { get; set; }
    /// <summary>VIEW, EXPORT, FORWARD …</summary>
    public required string Action { get; set; }
    /// <summary>What of.</summary>
    public required string Subject { get; set; }
    /// <summary>What for.</summary>
    public required string Purpose { get; set; }
    /// <summary>Hash of the row before.</summary>
    public required string PreviousHash { get; set; }
    /// <summary>Hash of this row.</summary>
    public required string Hash { get; set; }
}
