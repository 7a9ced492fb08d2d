using StoreOps.Domain.Parts;

namespace StoreOps.Recommend.Reception;

/// <summary>Refuses a shop's parts whose amounts are beyond reckoning, when the desk is opened and not while a customer waits.</summary>
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

    private static string Message(StockedPart stocked, decimal quantity) => FormattableString.Invariant(
        $"A line costs up to {MostMinorUnits} minor units; the part \"{stocked.Part.Id}\" was {stocked.UnitPrice} by {quantity}.");
}
