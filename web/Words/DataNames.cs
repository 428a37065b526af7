using QualityInsight.Analytics;

namespace QualityInsight.Web.Words;

/// <summary>What the tables, the reasons of refusal and the integrity rules are called on the screen. An unknown code is shown as it is.</summary>
internal static class DataNames
{
    public static Text Entity(string code) => code switch
    {
        "area" => new("行政区划", "areas"),
        "org" => new("部门", "departments"),
        "hall" => new("大厅", "halls"),
        "hall_hours" => new("大厅开放时间", "hall hours"),
        "counter" => new("窗口", "counters"),
        "staff" => new("工作人员", "staff"),
        "service_item" => new("事项", "service items"),
        "ticket" => new("办件", "matters"),
        "ticket_step" => new("办理环节", "steps"),
        "ticket_suspension" => new("特别程序", "stops of the clock"),
        "visit" => new("排队号", "queue numbers"),
        "visit_ticket" => new("排队号与办件", "numbers and matters"),
        "review" => new("评价", "reviews"),
        "review_tag" => new("评价指标", "indicators ticked"),
        "batch" => new("批次", "loads"),
        _ => new(code, code),
    };

    public static Text Reason(string code) => code switch
    {
        "ended_before_started" => new("结束早于开始", "ended before it started"),
        "finished_before_started" => new("办结早于开始办理", "finished before it started"),
        "called_before_taken" => new("叫号早于取号", "called before the number was taken"),
        "closed_before_applied" => new("办结早于申请", "closed before applied for"),
        "number_rounded" => new("编号被表格软件改写", "number rounded by a spreadsheet"),
        "unmapped_code" => new("代码不在对照表中", "code not in the mapping"),
        "unknown_hall" => new("大厅未登记", "unknown hall"),
        "unknown_tag" => new("评价指标未登记", "unknown indicator"),
        "bad_time" => new("时间不合格式", "not a time"),
        "in_future" => new("时间在未来", "in the future"),
        "too_early" => new("时间过早", "too early"),
        "test_account" => new("测试账号", "test account"),
        "conflicting_resend" => new("重报内容冲突", "sent again with other values"),
        "field_count" => new("列数不符", "wrong number of columns"),
        "missing_value" => new("缺必填值", "required value missing"),
        "wrong_type" => new("类型不符", "wrong type"),
        "invalid_bytes" => new("编码错误", "bytes not in the encoding"),
        "broken_quotes" => new("引号不配对", "broken quotes"),
        "broken_json" => new("JSON 不完整", "broken JSON"),
        "placeholder_time" => new("占位时间", "placeholder time"),
        "tag_level_mismatch" => new("指标与星级不符", "indicator of another level"),
        _ => new(code, code),
    };

    public static Text Rule(string id) =>
        IntegrityRule.All.FirstOrDefault(r => r.Id == id) is { } rule ? new(rule.NameZh, rule.NameEn) : new(id, id);
}
