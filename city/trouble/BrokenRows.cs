namespace QualityInsight.City;

/// <summary>Planted: rows that must be refused, each with the one reason it must be refused for.</summary>
internal static class BrokenRows
{
    public static void Plan(FeedA a, FeedB b, FeedC c, FeedTable hotline)
    {
        National(a);
        Standard(b);
        HallSystem(c);
        Set(hotline, "unmapped_code", 40, "12345工单编号", ("12345工单类型", "催办"));
        Set(hotline, "bad_time", 40, "12345工单编号", ("12345受理时间", "上午九点"));
        Set(hotline, "missing_value", 24, null, ("12345工单编号", ""));
        Cut(hotline, 40, "12345工单编号");
    }

    private static void National(FeedA a)
    {
        Set(a.Matters, "unmapped_code", 48, "projectNo", ("proStatus", "9"));
        Set(a.Matters, "bad_time", 48, "projectNo", ("applyDate", "2026-13-45 08:00:00"));
        Set(a.Matters, "missing_value", 40, null, ("projectNo", ""));
        Set(a.Matters, "number_rounded", 60, null, ("projectNo", "9.90100E+18"));
        Set(a.Matters, "closed_before_applied", 48, "projectNo", ("resultDate", "2010-01-02 09:00:00"), ("acceptDate", ""));
        Set(a.Matters, "unknown_hall", 40, "projectNo", ("hallCode", "H99"));
        Set(a.Steps, "ended_before_started", 60, "projectNo", ("eventEndTime", "2010-01-02 09:00:00"));
        Set(a.Visits, "called_before_taken", 56, "queueNo", ("callTime", "2010-01-02 09:00:00"), ("startTime", ""), ("finishTime", ""));
        Set(a.Visits, "too_early", 40, "queueNo", ("takeTime", "1970-01-01 08:00:00"));
        Set(a.Visits, "unmapped_code", 40, "queueNo", ("queueStatus", "9"));
        Set(a.Reviews, "unmapped_code", 60, "assessId", ("satisfaction", "9"));
        Set(a.Reviews, "missing_value", 40, "assessId", ("satisfaction", ""));
        Set(a.Reviews, "unmapped_code", 40, "assessId", ("pf", "11"));
        Set(a.Reviews, "bad_time", 48, "assessId", ("assessTime", "待补"));
        Set(a.Reviews, "in_future", 48, "assessId", ("assessTime", "2046-05-06 10:00:00"));
        Set(a.Reviews, "conflicting_resend", 40, null, true, ("evalDetail", ""), ("writingEvaluation", "（后台补录）"));
        Set(a.Reviews, "test_account", 48, "assessId", ("proManager", "测试用户"));
        Set(a.Reviews, "invalid_bytes", 32, "assessId", ("writingEvaluation", "服务" + FeedFile.BadMark + "很好"));
        a.Reviews.Defects.Add(new Defect("field_count", 40, "assessId", cells => [.. cells, "多出一列"]));
    }

    private static void Standard(FeedB b)
    {
        Set(b.Matters, "bad_time", 40, "办件编号", ("申请时间", "46012.4067"));
        Set(b.Matters, "unmapped_code", 40, "办件编号", ("办件类型代码", "9"));
        Set(b.Matters, "missing_value", 32, null, ("办件编号", ""));
        Cut(b.Matters, 40, "办件编号");
        Set(b.Suspensions, "ended_before_started", 12, "办件编号", ("结束时间", "20100102T090000"));
        Set(b.Visits, "finished_before_started", 48, "排队号", ("叫号时间", "=取号时间"), ("开始办理时间", "=取号时间"), ("预约时间", ""), ("办理结束时间", "20100102T090000"));
        Set(b.Visits, "unknown_hall", 40, "排队号", ("大厅编号", "B"));
        Set(b.Visits, "missing_value", 32, null, ("排队号", ""));
        Set(b.Reviews, "unmapped_code", 60, "评价编号", ("满意度代码", "0"));
        Set(b.Reviews, "unmapped_code", 40, "评价编号", ("评价渠道", "意见箱"));
        Set(b.Reviews, "bad_time", 48, "评价编号", ("评价时间", "20260230T250000"));
        Set(b.Reviews, "number_rounded", 40, null, ("评价编号", "4.40102E+17"));
        Set(b.Reviews, "invalid_bytes", 32, "评价编号", ("文字评价", "窗口" + FeedFile.BadMark + "太慢"));
        Set(b.Reviews, "in_future", 32, "评价编号", ("评价时间", "20560101T080000"));
    }

    private static void HallSystem(FeedC c)
    {
        Set(c.Matters, "unmapped_code", 40, "EXE_ID", ("STATUS", "7"));
        Set(c.Matters, "closed_before_applied", 40, "EXE_ID", ("FINISH_TIME", "20100102090000"), ("REV_ENDTIME", ""));
        Set(c.Visits, "unmapped_code", 48, "TAKE_SN", ("CALL_STATUS", "9"));
        Set(c.Visits, "called_before_taken", 40, "TAKE_SN", ("CALLING_TIME", "20100102090000"), ("BEGIN_TIME", ""), ("OPER_TIME", ""));
        Set(c.Visits, "test_account", 32, "TAKE_SN", ("OPERATOR_ID", "超级管理员"));
        Set(c.Reviews, "unmapped_code", 60, "EVALUATE_UNID", ("EVALUATE", "7"));
        Set(c.Reviews, "bad_time", 40, "EVALUATE_UNID", ("EVALUATETIME", "0000-00-00"));
        Set(c.Reviews, "unknown_hall", 40, "EVALUATE_UNID", ("ROOM_NO", "B"));
        Cut(c.Reviews, 40, "EVALUATE_UNID");
    }

    private static void Set(FeedTable table, string reason, int atOne, string? key, params (string Column, string Value)[] values) =>
        Set(table, reason, atOne, key, false, values);

    /// <summary>Plans rows with some cells replaced; <c>=column</c> copies another cell.</summary>
    private static void Set(FeedTable table, string reason, int atOne, string? key, bool atEnd, params (string Column, string Value)[] values)
    {
        var at = values.Select(v => (Index: table.Index(v.Column), v.Value)).ToArray();
        table.Defects.Add(new Defect(reason, atOne, key, cells =>
        {
            foreach (var (index, value) in at)
                cells[index] = value.StartsWith('=') ? cells[table.Index(value[1..])] : value;
            return cells;
        }, atEnd));
    }

    private static void Cut(FeedTable table, int atOne, string key) =>
        table.Defects.Add(new Defect("field_count", atOne, key, cells => cells[..^2]));
}
