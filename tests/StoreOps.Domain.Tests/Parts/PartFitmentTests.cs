using StoreOps.Domain.Monetary;
using StoreOps.Domain.Parts;
using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Tests.Parts;

public class PartFitmentTests
{
    private static readonly Vehicle Passat = new() { Id = "v", Make = "Volkswagen", Model = "Passat", ModelYear = 2013, Powertrain = Powertrain.Petrol };

    [Theory]
    [InlineData("Volkswagen", "Passat", 2010, 2015, FitmentVerdict.Fits)]
    [InlineData("VOLKSWAGEN", "passat", 2013, 2013, FitmentVerdict.Fits)]
    [InlineData("Volkswagen", "Golf", 2010, 2015, FitmentVerdict.DoesNotFit)]
    [InlineData("Volkswagen", "Passat", 2014, 2015, FitmentVerdict.DoesNotFit)]
    [InlineData("Mazda", "Passat", 2010, 2015, FitmentVerdict.DoesNotFit)]
    public void Covers_KnownFacts_Decides(string make, string model, int from, int to, FitmentVerdict expected) =>
        Assert.Equal(expected, new PartApplication { Make = make, Models = [model], FromModelYear = from, ToModelYear = to }.Covers(Passat));

    [Fact]
    public void Covers_AFactNotKnown_IsUnknownUnlessAnotherFails()
    {
        var application = new PartApplication { Make = "Volkswagen", EngineCodes = ["EA888"] };
        Assert.Equal(FitmentVerdict.Unknown, application.Covers(Passat));
        Assert.Equal(FitmentVerdict.DoesNotFit, application.Covers(Passat with { Make = "Mazda" }));
        Assert.Equal(FitmentVerdict.Fits, application.Covers(Passat with { EngineCodes = ["ea888"] }));
        Assert.Equal(FitmentVerdict.Unknown, new PartApplication { Powertrains = [Powertrain.Petrol] }.Covers(new Vehicle { Id = "x" }));
    }

    [Fact]
    public void Fits_OneApplicationThatFits_DecidesWithItsQuantity()
    {
        var oil = Oil(
            new PartApplication { Make = "Volkswagen", EngineCodes = ["EA888"], Quantity = 5.7m },
            new PartApplication { Make = "Volkswagen", Models = ["Passat"], Quantity = 4.5m });
        Assert.Equal(FitmentVerdict.Fits, oil.Fits(Passat, out var quantity));
        Assert.Equal(4.5m, quantity);
    }

    [Fact]
    public void Fits_NoApplication_IsUnknownNotRefused()
    {
        Assert.Equal(FitmentVerdict.Unknown, Oil().Fits(Passat, out var quantity));
        Assert.Equal(0m, quantity);
    }

    [Theory]
    [InlineData(4, true, 4, Availability.OnShelf)]
    [InlineData(3, true, 4, Availability.OnOrder)]
    [InlineData(3, false, 4, Availability.NotAvailable)]
    public void AvailabilityOf_ComparesWithTheShelf(int onHand, bool isOrderable, int wanted, Availability expected) =>
        Assert.Equal(expected, new StockedPart(Oil(), Money.FromAmount(80m, Currency.Cny), onHand, isOrderable).AvailabilityOf(wanted));

    [Fact]
    public void PartsList_APartTwice_IsRefusedByName()
    {
        var part = new StockedPart(Oil(), Money.FromAmount(80m, Currency.Cny), 1);
        var error = Assert.Throws<ArgumentException>(() => new PartsList([part, part]));
        Assert.Contains("\"oil\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PartsList_AnUnknownSlotOrPart_IsEmptyNotAnError()
    {
        var list = new PartsList([new StockedPart(Oil(), Money.FromAmount(80m, Currency.Cny), 1)]);
        Assert.Single(list.ForSlot("engine-oil"));
        Assert.Empty(list.ForSlot("flux-capacitor"));
        Assert.NotNull(list.Find("oil"));
        Assert.Null(list.Find("other"));
    }

    private static Part Oil(params PartApplication[] applications) => new()
    {
        Id = "oil",
        Slot = "engine-oil",
        Brand = "Shell",
        Name = new LocalizedText("机油", "Engine oil"),
        Unit = PartUnit.Liter,
        Applications = [.. applications],
    };
}
