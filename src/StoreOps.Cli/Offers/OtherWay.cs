using NodaTime;

using StoreOps.Domain.Vehicles;
using StoreOps.Recommend.Evaluation;
using StoreOps.Recommend.Models;
using StoreOps.Recommend.Parts;

namespace StoreOps.Cli.Offers;

/// <summary>Another way of choosing offers than the one that a log was made by.</summary>
internal static class OtherWay
{
    /// <summary>The first places alone: they are shown as they were, and the others not.</summary>
    public static Func<OfferRecord, double> FirstPlaces(int places) => offer => offer.Rank <= places ? offer.Propensity : 0;

    /// <summary>Whatever has a chance told from some chance on, always.</summary>
    public static Func<OfferRecord, double> FromChance(double chance) => offer => offer.Chance >= chance ? 1 : 0;

    /// <summary>The parts that a model ranks first for the vehicle of each call, always.</summary>
    /// <param name="model">The model.</param>
    /// <param name="calls">The calls by their ids; offers of others are made by no way that is known.</param>
    /// <param name="lines">What the vehicles took.</param>
    /// <param name="places">How many parts it shows.</param>
    public static Func<OfferRecord, double> ByModel(PartsModel model, IReadOnlyDictionary<string, OfferCall> calls, ShopLines lines, int places)
    {
        var (recommender, shown) = (new PartsRecommender(model), new Dictionary<(string, LocalDate), HashSet<string>>());
        return offer =>
        {
            if (!calls.TryGetValue(offer.QueryId, out var call))
                return 0;
            if (!shown.TryGetValue((offer.QueryId, offer.OfferedOn), out var parts))
                shown.Add((offer.QueryId, offer.OfferedOn), parts = Shown(recommender, call, lines.Find(call.Vehicle), offer.OfferedOn, places));
            return parts.Contains(offer.PartId) ? 1 : 0;
        };
    }

    private static HashSet<string> Shown(PartsRecommender recommender, OfferCall call, ShopVehicle? vehicle, LocalDate day, int places)
    {
        var model = recommender.Model;
        var family = vehicle is { Family.Length: > 0 } ? model.FindFamily(vehicle.Family) : -1;
        var results = new Recommendation[places];
        var count = recommender.Recommend(
            new RecommendQuery
            {
                Date = day,
                History = vehicle is null ? PartHistory.Empty : PartHistory.From(model, vehicle.Visits(day)),
                Kilometers = call.Kilometers,
                Family = family < 0 ? null : family,
                UsageTags = [.. (vehicle?.UsageTags ?? []).Select(model.FindTag).Where(tag => tag >= 0)],
                Lines = [.. call.OnOrder.Select(model.FindPart).Where(part => part >= 0)],
            },
            results);
        return [.. results.Take(count).Select(one => model.PartId(one.Part))];
    }
}

/// <summary>What an offer log does not hold of a call.</summary>
/// <param name="Vehicle">The vehicle.</param>
/// <param name="Kilometers">Its odometer; null when nobody read it.</param>
/// <param name="OnOrder">The parts that were on the order.</param>
internal sealed record OfferCall(string Vehicle, int? Kilometers, string[] OnOrder)
{
    /// <summary>Reads calls from CSV with the columns query, vehicle, km and on_order; parts are joined by ";".</summary>
    /// <exception cref="InputException">The file cannot be read; the message tells every line that is wrong.</exception>
    public static Dictionary<string, OfferCall> Read(string path)
    {
        var calls = new Dictionary<string, OfferCall>(StringComparer.Ordinal);
        CsvTable.Read(path, ["query", "vehicle"], ["km", "on_order"], row =>
        {
            var (query, call) = (row.Needed("query"), new OfferCall(row.Needed("vehicle"), row.Whole("km", 0, Odometer.MaxKilometers), row.List("on_order")));
            if (row.IsRowGood && !calls.TryAdd(query, call))
                row.Refuse($"a call stands once in a file; \"{query}\" was there before");
        });
        return calls;
    }
}
