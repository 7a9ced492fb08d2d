namespace StoreOps.Domain.Orders;

/// <summary>What a line of a work order sells.</summary>
public enum LineKind
{
    /// <summary>Work, by the job or by time. The default.</summary>
    Labor = 0,

    /// <summary>A part or a fluid.</summary>
    Part = 1,

    /// <summary>A package of services used later.</summary>
    Package = 2,

    /// <summary>Anything else, such as a fee; promotions on labor or parts do not touch it.</summary>
    Other = 3,
}
