using System.Text.Json;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Cli;

/// <summary>Writes what a text says as a VIN, for machines.</summary>
internal static class VinJson
{
    public static string Of(VinReading reading, DecodedVin? decoded, List<WmiConflict> conflicts) => JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        if (decoded is { } known)
            Write(known, writer);
        else
            writer.WriteString("problem", reading.Problem.ToString());
        writer.WriteStartArray("candidates");
        foreach (var candidate in reading.Candidates)
        {
            writer.WriteStartObject();
            Write(candidate.Decoded, writer);
            writer.WriteStartArray("changes");
            foreach (var change in candidate.Changes)
                Write(change, writer);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("conflicts");
        foreach (var conflict in conflicts)
            writer.WriteStringValue(conflict.ToString());
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void Write(DecodedVin decoded, Utf8JsonWriter writer)
    {
        writer.WriteString("vin", decoded.Vin.ToString());
        writer.WriteString("wmi", decoded.Maker?.Wmi ?? decoded.Vin.MakerCode);
        writer.WriteString("manufacturer", decoded.Maker?.Manufacturer);
        writer.WriteString("make", decoded.Make);
        writer.WriteString("modelYearCertainty", decoded.ModelYear.Certainty.ToString());
        if (decoded.ModelYear.Certainty != ModelYearCertainty.NotEncoded)
            writer.WriteNumber("modelYear", decoded.ModelYear.Year);
        writer.WriteString("checkDigit", decoded.CheckDigit.ToString());
    }

    private static void Write(VinChange change, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", change.Kind.ToString());
        writer.WriteNumber("position", change.Position);
        if (change.From != default)
            writer.WriteString("from", change.From.ToString());
        if (change.To != default)
            writer.WriteString("to", change.To.ToString());
        writer.WriteEndObject();
    }
}
