namespace QualityInsight.Ingest.Tests;

/// <summary>Small profiles for tests.</summary>
internal static class Feeds
{
    internal const string ReviewFields = """
              review_no: 编号
              channel: {column: 渠道, map: {"1": PC, "2": MOBILE, "3": QR, "4": HALL_PAD, "7": SYSTEM_DEFAULT}}
              reviewed_at: 评价时间
              level: 满意度
              body: {column: 文字评价, optional: true}
              tags: {column: 评价内容, optional: true}
              person_name: {column: 姓名, optional: true}
              person_phone: {column: 手机, optional: true}
        """;

    internal static Profile Reviews(string direction = "five_is_best", string more = "", string top = "") => ProfileCatalog.Parse("test-reviews", $$"""
        profile: test-reviews
        title: 测试评价
        source: test
        {{top}}
        outputs:
          - entity: review
            satisfaction: {{direction}}
            fields:
        {{ReviewFields}}
        {{more}}
        """);

    internal static Profile Tickets(string more = "", string fields = "", string top = "") => ProfileCatalog.Parse("test-tickets", $$$"""
        profile: test-tickets
        title: 测试办件
        source: test
        {{{top}}}
        outputs:
          - entity: ticket
            fields:
              ticket_no: 办件编号
              status: {column: 状态, map: {"1": OPEN, "3": CLOSED}}
              applied_at: 申请时间
              closed_at: 办结时间
        {{{fields}}}
        {{{more}}}
        """);

    internal static Profile Visits(string more = "", string fields = "") => ProfileCatalog.Parse("test-visits", $$$"""
        profile: test-visits
        title: 测试排队
        source: test
        outputs:
          - entity: visit
            fields:
              hall_code: {const: H1}
              number: 号码
              visit_date: {date_of: taken_at}
              outcome: {column: 状态, map: {"0": WAITING, "1": SERVED, "2": NO_SHOW}}
              taken_at: 取号
              appointment_at: {column: 预约, optional: true}
              called_at: {column: 叫号, optional: true}
              started_at: {column: 开始, optional: true}
              finished_at: {column: 完成, optional: true}
        {{{fields}}}
        {{{more}}}
        """);
}
