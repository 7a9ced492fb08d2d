using StoreOps.Testing.Workshops;

using Xunit.Abstractions;

namespace StoreOps.Recommend.Tests.Workshops;

/// <summary>The made-up workshop does what it says: otherwise nothing measured on it would mean anything.</summary>
public sealed class WorkshopTests(ITestOutputHelper output)
{
    private static readonly Workshop Shop = new(new WorkshopOptions(7));

    [Fact]
    public void Vehicle_OfAnyShop_IsTheSameHoweverManyThereAre()
    {
        var again = new Workshop(new WorkshopOptions(7));
        Assert.Equal(Text(Shop.Vehicles(50).Last()), Text(again.Vehicle(49)));
        Assert.NotEqual(Text(Shop.Vehicle(49)), Text(new Workshop(new WorkshopOptions(8)).Vehicle(49)));
    }

    [Theory]
    [InlineData("front-brake-pads")]
    [InlineData("tires")]
    [InlineData("spark-plugs")]
    public void Hazard_FittedToWhatWasSeen_IsTheTruth(string name)
    {
        var category = Shop.FindCategory(name);
        var (fit, orders) = (new WeibullFit(), 0);
        foreach (var vehicle in Shop.Vehicles(int.MaxValue).TakeWhile(_ => orders < 20_000))
        {
            var (last, before) = (0.0, 0.0);
            var wear = Shop.WearOf(vehicle, category);
            foreach (var visit in vehicle.Visits)
            {
                orders += visit.Taken.Count > 0 ? 1 : 0;
                var isWorn = visit.Taken.Any(part => Shop.CategoryOf(part) == category);
                if (last > 0 && (!vehicle.IsElectric || Shop.Categories[category].FitsElectric))
                    fit.Add((before - last) * wear, (visit.Kilometers - last) * wear, isWorn);
                if (isWorn)
                    last = visit.Kilometers;
                before = visit.Kilometers;
            }
        }

        var (shape, scale) = fit.Solve();
        var truth = Shop.Categories[category];
        output.WriteLine($"{name}: {orders} orders, {fit.Worn} worn, shape {shape:F3} of {truth.Shape}, scale {scale:F0} of {truth.ScaleKilometers}");
        Assert.InRange(shape / truth.Shape, 0.95, 1.05);
        Assert.InRange(scale / truth.ScaleKilometers, 0.95, 1.05);
    }

    [Fact]
    public void Chances_OverManyVisits_AreWhatHappens()
    {
        var (expected, spread, taken) = (new double[Shop.PartCount], new double[Shop.PartCount], new int[Shop.PartCount]);
        foreach (var vehicle in Shop.Vehicles(4_000))
        {
            foreach (var visit in vehicle.Visits)
            {
                for (var part = 0; part < expected.Length; part++)
                {
                    var chance = Shop.ChanceOf(vehicle, visit, part);
                    expected[part] += chance;
                    spread[part] += chance * (1 - chance);
                }

                foreach (var part in visit.Taken)
                    taken[part]++;
            }
        }

        for (var part = 0; part < expected.Length; part++)
            Assert.True(Math.Abs(taken[part] - expected[part]) < (5 * Math.Sqrt(spread[part])) + 1, $"{Shop.PartId(part)}: {taken[part]} taken, {expected[part]:F1} expected");
    }

    [Fact]
    public void Visits_OfAYear_HaveSeasonsAndOrdersLikeAShops()
    {
        var battery = Shop.FindCategory("battery");
        var (visits, orders, lines, repeats) = (new int[13], 0, 0, 0);
        var batteries = new int[13];
        foreach (var vehicle in Shop.Vehicles(4_000))
        {
            var before = new HashSet<int>();
            foreach (var visit in vehicle.Visits)
            {
                visits[visit.Month]++;
                batteries[visit.Month] += visit.Taken.Count(part => Shop.CategoryOf(part) == battery);
                orders += visit.Taken.Count > 0 ? 1 : 0;
                lines += visit.Taken.Count;
                repeats += visit.Taken.Count(before.Contains);
                before.UnionWith(visit.Taken);
                Assert.All(visit.Taken, part => Assert.True(Shop.Fits(vehicle, part)));
            }
        }

        output.WriteLine($"{Shop.PartCount} parts, {orders} orders, {(double)lines / orders:F2} lines an order, {100.0 * repeats / lines:F1} % of lines taken before");
        Assert.InRange((double)lines / orders, 1.3, 6);
        Assert.True((double)batteries[1] / visits[1] > 1.5 * batteries[7] / visits[7]);
    }

    private static string Text(WorkshopVehicle vehicle) =>
        vehicle.Family + " " + vehicle.IsOutdoor + " " + string.Join(';', vehicle.Visits.Select(visit => visit.Day + " " + visit.NotedKilometers + " " + string.Join(',', visit.Noted)));
}
