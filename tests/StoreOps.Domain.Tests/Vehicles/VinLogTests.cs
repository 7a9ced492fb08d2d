using System.Reflection;
using System.Runtime.CompilerServices;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Tests.Vehicles;

/// <summary>No text that ends up in logs shows a serial number.</summary>
public class VinLogTests
{
    private const string Text = "1HGCM82633A004352";

    // A record writes its members into its text unless it says otherwise.
    [Fact]
    public void ToString_EveryTypeThatHoldsAVin_IsWrittenByHand()
    {
        var holders = typeof(Vin).Assembly.GetTypes()
            .Where(type => type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Any(field => field.FieldType == typeof(Vin) || field.FieldType == typeof(Vin?) || field.FieldType == typeof(VinChange)))
            .Where(type => type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null)
            .ToArray();
        Assert.Contains(typeof(DecodedVin), holders);
        Assert.Contains(typeof(Vehicle), holders);
        Assert.Contains(typeof(VinReading), holders);
        Assert.All(holders, type => Assert.Null(type.GetMethod("ToString", Type.EmptyTypes)!.GetCustomAttribute<CompilerGeneratedAttribute>()));
    }

    [Fact]
    public void ToString_OfWhatHoldsAVin_HidesTheSerialNumber()
    {
        var vin = Vin.Parse(Text);
        object[] texts =
        [
            new VinDecoder().Decode(vin), new Vehicle { Id = "1", Vin = vin }, new VinRepair().Read(Text), new VinRepair().Read("I" + Text),
            new VinRepair().Read("1HGCM82633AO04352").Candidates[0], vin.ToLogString(),
        ];
        Assert.All(texts, one => Assert.DoesNotContain("4352", one.ToString()!, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1HGCM82633AO04352")]
    [InlineData("1HGCM82633A0043521")]
    [InlineData("1HGCM82633A00#4352")]
    public void Parse_NoVin_MessageHidesTheSerialNumber(string text)
    {
        var error = Assert.Throws<FormatException>(() => Vin.Parse(text));
        Assert.DoesNotContain("435", error.ToString().Split("   at ")[0], StringComparison.Ordinal);
    }
}
