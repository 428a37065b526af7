using System.Globalization;
using Microsoft.AspNetCore.Http;
using QualityInsight.Feedback;

namespace QualityInsight.Web.Notices;

/// <summary>What a list of notices or messages is asked for, as it stands in the address; what cannot be read is left out.</summary>
internal sealed record NoticeAddress(NoticeKind? Kind, bool OnlyUnread, OutboxState State, string? Channel, bool OldestFirst, int Page)
{
    public static NoticeAddress Read(IQueryCollection query) => new(
        One<NoticeKind>(query["kind"]), query["unread"] == "1", One<OutboxState>(query["state"]) ?? OutboxState.Waiting,
        query["channel"].ToString() is Outbox.Sms or Outbox.Mail ? query["channel"].ToString() : null,
        query["sort"] == "when" && query["dir"] != "desc",
        int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 1_000_000 ? page : 1);

    private static T? One<T>(string? text) where T : struct, Enum =>
        Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;
}
