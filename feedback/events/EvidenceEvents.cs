namespace QualityInsight.Feedback;

/// <summary>A file was added to the case (附件、佐证材料).</summary>
/// <param name="ContentHash">SHA-256 of the content, lower-case hex: the file's only name.</param>
/// <param name="MediaType">Type as its content says.</param>
/// <param name="Bytes">Size.</param>
/// <param name="FileName">The name it came under, cleaned; for show only.</param>
public sealed record EvidenceAdded(string ContentHash, string MediaType, long Bytes, [property: FreeText] string FileName) : CaseEvent;

/// <summary>A file is no longer shown; it stays where it lies.</summary>
/// <param name="ContentHash">Which.</param>
/// <param name="Reason">Why.</param>
public sealed record EvidenceRemoved(string ContentHash, [property: FreeText] string Reason) : CaseEvent;
