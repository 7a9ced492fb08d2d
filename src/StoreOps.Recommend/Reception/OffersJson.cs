using System.Text.Json;

using StoreOps.Domain.Monetary;
using StoreOps.Recommend.Models;
using StoreOps.Recommend.Parts;

namespace StoreOps.Recommend.Reception;

/// <summary>Writes tags and offered parts for machines. Chances and terms are in whole thousandths, as all of a sheet.</summary>
internal static class OffersJson
{
    public static void Write(ReceptionSheet sheet, Utf8JsonWriter writer)
    {
        if (sheet.Tags is { } tags)
        {
            WriteNames(writer, "tags", tags.TagIds);
            WriteNames(writer, "segments", tags.SegmentIds);
        }

        writer.WriteString("offersRestOn", Words.Of(sheet.OfferBasis));
        if (sheet.Offers is not { } offers)
            return;
        writer.WriteStartObject("offers");
        if (offers.AutoAddFrom <= 1)
            writer.WriteNumber("autoAddFromPermille", Thousandths(offers.AutoAddFrom));
        writer.WriteNumber("autoAdded", offers.AutoAdded);
        if (offers.ExpectedPrecision is { } precision)
            writer.WriteNumber("expectedPrecisionPermille", Thousandths(precision));
        WriteDiagnostics(offers.Diagnostics, writer);
        writer.WriteStartArray("parts");
        foreach (var part in offers.Parts)
            WritePart(part, offers.Model, writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WritePart(OfferedPart part, PartsModel model, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("part", part.Id);
        if (part.Item is { } item)
            writer.WriteString("item", item.Id);
        writer.WriteNumber("chancePermille", Thousandths(part.Probability));
        writer.WriteBoolean("autoAdd", part.IsAutoAdded);
        writer.WriteString("fitment", Words.Of(part.Fitment));
        writer.WriteString("availability", Words.Of(part.Availability));
        if (part.Quantity is { } quantity)
            writer.WriteNumber("quantity", quantity);
        Amount(writer, "amount", part.Amount);
        Amount(writer, "labor", part.Labor);
        if (part.Planned is { } planned)
            writer.WriteString("planStatus", Words.Of(planned.Status));
        writer.WriteStartArray("sources");
        for (var source = PartSources.History; source <= PartSources.Usage; source = (PartSources)((int)source * 2))
        {
            if ((part.Sources & source) != PartSources.None)
                writer.WriteStringValue(Words.Of(source));
        }

        writer.WriteEndArray();
        writer.WriteStartArray("reasons");
        foreach (var reason in part.Reasons)
        {
            writer.WriteStartObject();
            writer.WriteString("signal", Words.Of(reason.Signal));
            writer.WriteNumber("logOddsThousandths", Thousandths(reason.Value));
            writer.WriteNumber("amount", reason.Amount);
            writer.WriteNumber("of", reason.Of);
            if (reason.With >= 0)
                writer.WriteString("with", model.PartId(reason.With));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteDiagnostics(in RecommendDiagnostics diagnostics, Utf8JsonWriter writer)
    {
        writer.WriteStartObject("diagnostics");
        writer.WriteNumber("considered", diagnostics.Considered);
        writer.WriteNumber("returned", diagnostics.Returned);
        writer.WriteNumber("onOrder", diagnostics.OnOrder);
        writer.WriteNumber("notFitting", diagnostics.NotFitting);
        writer.WriteNumber("noServiceRequired", diagnostics.NoServiceRequired);
        writer.WriteNumber("notAvailable", diagnostics.NotAvailable);
        writer.WriteNumber("forbidden", diagnostics.Forbidden);
        writer.WriteNumber("declined", diagnostics.Declined);
        writer.WriteNumber("belowCut", diagnostics.BelowCut);
        writer.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter writer, string name, IEnumerable<string> names)
    {
        writer.WriteStartArray(name);
        foreach (var one in names)
            writer.WriteStringValue(one);
        writer.WriteEndArray();
    }

    private static void Amount(Utf8JsonWriter writer, string name, Money? amount)
    {
        if (amount is { } known)
            writer.WriteNumber(name, known.Amount);
    }

    private static int Thousandths(double number) => (int)Math.Round(number * 1_000);
}
