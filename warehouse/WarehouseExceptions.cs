namespace QualityInsight.Warehouse;

/// <summary>Something about the warehouse is not as it must be; the message says what, where, and what to do.</summary>
public class WarehouseException : Exception
{
    /// <summary>With a message for people.</summary>
    public WarehouseException(string message) : base(message)
    {
    }

    /// <summary>With a message for people and what lies under it.</summary>
    public WarehouseException(string message, Exception? inner) : base(message, inner)
    {
    }
}

/// <summary>Another process owns the warehouse. The message says who, since when, and what to open instead.</summary>
public sealed class WarehouseHeldException(string message, WarehouseOwner? owner) : WarehouseException(message)
{
    /// <summary>Who holds it, where it could be read.</summary>
    public WarehouseOwner? Owner { get; } = owner;
}

/// <summary>A query ran longer than its limit and was stopped.</summary>
public sealed class QueryTimeLimitException(TimeSpan limit, Exception? inner)
    : WarehouseException($"The query was stopped after its limit of {limit.TotalSeconds:0.###} s. Narrow it (a shorter period, fewer columns) or ask for a longer limit.", inner)
{
    /// <summary>The limit that was reached.</summary>
    public TimeSpan Limit { get; } = limit;
}
