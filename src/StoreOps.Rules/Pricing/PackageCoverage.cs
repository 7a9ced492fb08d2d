using StoreOps.Domain.Orders;

namespace StoreOps.Rules.Pricing;

/// <summary>Which lines of an order one use of a service covers.</summary>
internal static class PackageCoverage
{
    /// <summary>Marks the lines that a use covers: the work and the parts of all the service's items.</summary>
    /// <param name="service">The service.</param>
    /// <param name="lines">The lines of the order.</param>
    /// <param name="isOpen">Which lines nothing covers yet; the covered ones are closed.</param>
    /// <param name="covered">Receives the lines covered.</param>
    /// <returns>Whether the order has work or a part for every item of the service: a use is not spent on half of it.</returns>
    public static bool TryCover(ServiceDefinition service, ReadOnlySpan<WorkOrderLine> lines, Span<bool> isOpen, Span<bool> covered)
    {
        covered.Clear();
        foreach (var itemId in service.ItemIds)
        {
            var isThere = false;
            for (var i = 0; i < lines.Length; i++)
            {
                if (!isOpen[i] || lines[i].ItemId != itemId || lines[i].Kind is not (LineKind.Labor or LineKind.Part))
                    continue;
                covered[i] = true;
                isThere = true;
            }

            if (!isThere)
                return false;
        }

        for (var i = 0; i < lines.Length; i++)
            isOpen[i] &= !covered[i];
        return true;
    }
}
