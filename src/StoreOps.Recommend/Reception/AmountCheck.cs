using StoreOps.Domain.Parts;
using StoreOps.Rules.Pricing;

namespace StoreOps.Recommend.Reception;

/// <summary>Refuses parts and work whose amounts are beyond reckoning, when the desk is opened and not while a customer waits.</summary>
internal static class AmountCheck
{
    /// <summary>The greatest amount of a line, in minor units: a thousand such lines still add up in 64 bits.</summary>
    public const long MostMinorUnits = 1_000_000_000_000_000;

    public static void OfParts(PartsList parts)
    {
        foreach (var stocked in parts.All)
        {
            var price = stocked.UnitPrice.MinorUnits;
            if (price > MostMinorUnits)
                throw new ArgumentException(Message(stocked, 1m), nameof(parts));
            foreach (var application in stocked.Part.Applications)
            {
                if (price > 0 && application.Quantity > MostMinorUnits / price)
                    throw new ArgumentException(Message(stocked, application.Quantity), nameof(parts));
            }
        }
    }

    public static void OfLabor(IEnumerable<LaborRate> rates)
    {
        foreach (var rate in rates)
        {
            if (rate.Price.MinorUnits > MostMinorUnits)
                throw new ArgumentException(FormattableString.Invariant($"A line costs up to {MostMinorUnits} minor units; the work on \"{rate.ItemId}\" was {rate.Price}."), nameof(rates));
        }
    }

    private static string Message(StockedPart stocked, decimal quantity) => FormattableString.Invariant(
        $"A line costs up to {MostMinorUnits} minor units; the part \"{stocked.Part.Id}\" was {stocked.UnitPrice} by {quantity}.");
}
