using System.Text.Json.Serialization;

namespace QualityInsight.Reports.Mail;

/// <summary>Where a letter of a report stands (投递状态).</summary>
public enum LetterState
{
    /// <summary>待发送: not tried yet, or to be tried again.</summary>
    Waiting,

    /// <summary>已发送: a server took it.</summary>
    Sent,

    /// <summary>退信: a server took it and it came back.</summary>
    Bounced,

    /// <summary>发送失败: given up; somebody may have it sent again.</summary>
    Dead,
}

/// <summary>What a letter carries: which report, for whom.</summary>
/// <param name="Kind">Kind of report.</param>
/// <param name="Period">Its period.</param>
/// <param name="Org">The org it is for; null for the whole.</param>
/// <param name="Language">Tag of its language.</param>
/// <param name="Reader">Account of the reader; null for an address of the settings.</param>
public sealed record LetterTag(string Kind, string Period, string? Org, string Language, string? Reader);

/// <summary>One attempt to hand a letter over, or what came back of it.</summary>
/// <param name="AtUtc">When, UTC.</param>
/// <param name="What">In short: <c>sent</c>, <c>refused</c>, <c>given up</c>, <c>bounced</c>, <c>delayed</c>, <c>again</c>.</param>
/// <param name="Detail">What was said.</param>
public sealed record LetterEvent(DateTimeOffset AtUtc, string What, string? Detail);

/// <summary>A letter in the spool with all that became of it.</summary>
/// <param name="MessageId">Its id without angle brackets; the same report to the same reader has the same.</param>
/// <param name="To">The receiver's address.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Tag">Which report, for whom.</param>
/// <param name="CreatedUtc">When it was put in, UTC.</param>
public sealed record SpooledLetter(string MessageId, string To, string Subject, LetterTag Tag, DateTimeOffset CreatedUtc)
{
    /// <summary>Where it stands.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter))]
    public LetterState State { get; init; }

    /// <summary>Tries since it was put in, or since it was asked for again.</summary>
    public int Attempts { get; init; }

    /// <summary>How often it was asked for again.</summary>
    public int Again { get; init; }

    /// <summary>Not to be tried before, UTC.</summary>
    public DateTimeOffset NotBeforeUtc { get; init; }

    /// <summary>What happened, oldest first.</summary>
    public IReadOnlyList<LetterEvent> History { get; init; } = [];

    /// <summary>The id it goes out under: asked for again it is another message, or a mailbox would hide it as the same one.</summary>
    public string WireId => Again == 0 ? MessageId : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"r{Again}.{MessageId}");

    internal SpooledLetter Noted(DateTimeOffset at, string what, string? detail) => this with { History = [.. History, new(at, what, detail)] };
}
