using System.Collections.Immutable;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Recommend.Reception;

/// <summary>Completes a vehicle by what its VIN tells, and reports where host and VIN differ. The host's word is kept.</summary>
internal static class Identification
{
    public static Vehicle Complete(Arrival arrival, VinDecoder decoder, ImmutableArray<ReceptionFinding>.Builder findings, out DecodedVin? decoded)
    {
        var vehicle = arrival.Vehicle;
        decoded = null;
        if (vehicle.Vin is not { } vin)
            return WithMarket(vehicle, arrival);

        var known = decoder.Decode(vin, new VinContext(vehicle.Market ?? arrival.Shop.Market, vehicle.FirstRegistration, arrival.Date));
        decoded = known;
        if (known.CheckDigit == CheckDigitVerdict.Invalid)
            findings.Add(new ReceptionFinding(ReceptionFindingKind.CheckDigitWrong, vin.ExpectedCheckDigit.ToString()));
        if (known.Maker is null)
            findings.Add(new ReceptionFinding(ReceptionFindingKind.MakerUnknown, vin.Wmi));
        else if (vehicle.Make is { } make && !known.Maker.Makes.IsEmpty && !known.Maker.Makes.Contains(make, StringComparer.OrdinalIgnoreCase))
            findings.Add(new ReceptionFinding(ReceptionFindingKind.MakeDiffers, known.Make!));
        return WithMarket(known.Complete(vehicle), arrival);
    }

    private static Vehicle WithMarket(Vehicle vehicle, Arrival arrival) =>
        vehicle.Market is null && arrival.Shop.Market is { } market ? vehicle with { Market = market } : vehicle;
}
