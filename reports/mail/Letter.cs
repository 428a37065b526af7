namespace QualityInsight.Reports.Mail;

/// <summary>A mail to be handed over, whatever hands it over.</summary>
/// <param name="MessageId">Its unique id without angle brackets, for example <c>weekly-2026-W46-zh-7f3a@quality.local</c>.</param>
/// <param name="From">The sender's address, with or without a display name.</param>
/// <param name="To">One receiver: every receiver gets a letter of their own, so that nobody learns who else gets it.</param>
/// <param name="Subject">In any script.</param>
/// <param name="Text">The whole message in plain text.</param>
/// <param name="Html">The same as a page; pictures by <c>cid:</c>.</param>
/// <param name="Pictures">Pictures shown inside the page.</param>
/// <param name="Attachments">Files beside it.</param>
public sealed record Letter(
    string MessageId, string From, string To, string Subject, string Text, string Html,
    IReadOnlyList<LetterPart> Pictures, IReadOnlyList<LetterPart> Attachments);

/// <summary>A part of a letter.</summary>
/// <param name="Name">File name, and content id for a picture; ASCII.</param>
/// <param name="MediaType">For example <c>image/png</c>.</param>
/// <param name="Content">The bytes.</param>
public sealed record LetterPart(string Name, string MediaType, byte[] Content);
