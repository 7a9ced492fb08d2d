using System.Text.Json;

using StoreOps.Conformance;
using StoreOps.Conformance.Baskets;
using StoreOps.Conformance.Expressions;
using StoreOps.Conformance.Maintenance;
using StoreOps.Conformance.Pricing;
using StoreOps.Conformance.Vehicles;

// One line here, and one folder, for each kind of third-party case.
var kinds = new Dictionary<string, Func<string, TextWriter, ConformanceTally>>(StringComparer.Ordinal)
{
    ["cel"] = CelCases.Run,
    ["nextbasket"] = NextBasketCases.Run,
    ["odometer"] = OdometerCases.Run,
    ["pricing"] = PricingCases.Run,
    ["schedule"] = ScheduleCases.Run,
    ["vin"] = VinCases.Run,
};

if (args is ["kinds"])
{
    foreach (var kind in kinds.Keys.Order(StringComparer.Ordinal))
        Console.WriteLine(kind);
    return 0;
}

if (args.Length < 2 || !kinds.TryGetValue(args[0], out var run))
{
    Console.Error.WriteLine("usage: StoreOps.Conformance KIND FILE...   KIND is one of " + string.Join(' ', kinds.Keys.Order(StringComparer.Ordinal)));
    return 2;
}

var tally = default(ConformanceTally);
foreach (var path in args.Skip(1))
{
    try
    {
        tally += run(path, Console.Out);
    }
    catch (Exception error) when (error is IOException or JsonException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine(path + ": " + error.Message);
        return 2;
    }
}

Console.WriteLine(tally);
return tally.Failed > 0 ? 1 : 0;
