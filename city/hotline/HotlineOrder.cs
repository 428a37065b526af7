namespace QualityInsight.City;

/// <summary>A hotline order (12345 工单).</summary>
internal sealed record HotlineOrder(string No, string Type, string Category, CityText Text, Org Org, Person Person, string Source,
    string Address, DateTime Applied, DateTime Due, DateTime? Replied, DateTime? Closed, string Reply);
