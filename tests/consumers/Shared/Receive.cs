using System;
using System.IO;
using System.Text.Json;
using StoreOps.Domain.Vehicles;

// What every consumer prints: the same bytes on every runtime, or one of the shipped assemblies behaves differently there.
internal static class Receive
{
    private static int Main()
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output))
        {
            var then = Odometer.FromKilometers(48_000);
            var now = Odometer.FromMiles(38_051);
            json.WriteStartObject();
            json.WriteString("odometer", now.ToString());
            json.WriteNumber("miles", now.ToMiles());
            json.WriteNumber("kilometersSinceService", now.KilometersSince(then));
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
        using var standardOutput = Console.OpenStandardOutput();
        output.WriteTo(standardOutput);
        return 0;
    }
}
