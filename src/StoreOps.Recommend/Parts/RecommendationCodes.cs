namespace StoreOps.Recommend.Parts;

/// <summary>The codes of reasons and of the steps of their evidence. A code never changes its meaning and is never used again for another.</summary>
public static class RecommendationCodes
{
    /// <summary>How often the item is sold at all. Actual: percent of orders; children: orders with it, orders learned from.</summary>
    public const string BaseRate = "base-rate";

    /// <summary>How much of its interval is used up. Actual: percent; required: 100; children: kilometers and days left.</summary>
    public const string IntervalUsed = "interval-used";

    /// <summary>Nobody recorded it and its first limit has passed: look at it. Children: kilometers and days left.</summary>
    public const string AskFirst = "ask-first";

    /// <summary>Another item cannot be serviced without it. Subject: that item.</summary>
    public const string RequiredBy = "required-by";

    /// <summary>The work overlaps with another item's. Subject: that item.</summary>
    public const string TogetherWith = "together-with";

    /// <summary>Often sold with another item. Subject: that item; actual: percent of its orders; children: orders with both, orders with it.</summary>
    public const string SoldWith = "sold-with";

    /// <summary>Evidence: a number of kilometers left; negative when they are passed.</summary>
    public const string KilometersLeft = "kilometers-left";

    /// <summary>Evidence: a number of days left; negative when they are passed.</summary>
    public const string DaysLeft = "days-left";

    /// <summary>Evidence: the number of orders learned from.</summary>
    public const string Orders = "orders";

    /// <summary>Evidence: the number of orders with the item that is the subject.</summary>
    public const string OrdersWithItem = "orders-with-item";

    /// <summary>Evidence: the number of orders with both items.</summary>
    public const string OrdersWithBoth = "orders-with-both";
}
