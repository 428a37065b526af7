namespace QualityInsight.Feedback;

/// <summary>What a time limit is counted in (时限单位).</summary>
public enum TimeUnit
{
    /// <summary>工作日: public holidays and make-up days (调休) respected; ends at closing time.</summary>
    WorkingDay,
    /// <summary>自然日: ends at closing time; a last day that is off moves to the next working day (民法典 203 条) unless the policy says otherwise.</summary>
    NaturalDay,
    /// <summary>小时: by the clock, day and night.</summary>
    Hour,
    /// <summary>工作小时: only while the office is open.</summary>
    WorkingHour,
}
