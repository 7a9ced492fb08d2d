using System.Collections.Immutable;
using System.Text.Json;

using NodaTime;
using NodaTime.Text;

using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Monetary;
using StoreOps.Domain.Vehicles;
using StoreOps.Rules.Brands;
using StoreOps.Rules.FollowUps;
using StoreOps.Rules.Lifecycle;
using StoreOps.Rules.Pricing;

namespace StoreOps.Recommend.Reception;

/// <summary>Writes a reception sheet for machines. Probabilities are written in whole thousandths, so that no runtime formats them its own way.</summary>
internal static class ReceptionJson
{
    public static void Write(ReceptionSheet sheet, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("rulePack", sheet.Pack.Id);
        writer.WriteString("rulePackVersion", sheet.Pack.Version);
        writer.WriteString("contentHash", sheet.Pack.ContentHash);
        writer.WriteString("date", Day(sheet.Arrival.Date));
        WriteVehicle(sheet, writer);
        WriteOdometer(sheet.Odometer, writer);
        WriteLifecycle(sheet.Lifecycle, writer);
        WritePlan(sheet.Plan, writer);
        WriteArray(writer, "order", sheet.Services, service => WriteService(service, writer));
        OffersJson.Write(sheet, writer);
        WriteArray(writer, "recommendations", sheet.Recommendations, one =>
        {
            writer.WriteString("item", one.Item.Id);
            writer.WriteString("action", Words.Of(one.Action));
            writer.WriteNumber("probabilityPermille", (int)Math.Round(one.Probability * 1_000));
            WriteArray(writer, "reasons", one.Reasons, reason =>
            {
                writer.WriteString("code", reason.Code);
                writer.WritePropertyName("evidence");
                reason.Evidence.WriteTo(writer);
            });
        });
        WriteQuote(sheet.Quote, writer);
        WriteArray(writer, "commissions", sheet.Commissions.Entries, entry =>
        {
            writer.WriteString("employee", entry.EmployeeId);
            writer.WriteString("plan", entry.PlanId);
            writer.WriteString("rule", entry.RuleId);
            writer.WriteString("line", entry.LineId);
            Amount(writer, "amount", entry.Amount);
        });
        WriteArray(writer, "followUps", sheet.FollowUps?.Tasks ?? [], (FollowUpTask task) =>
        {
            writer.WriteString("date", Day(task.Date));
            writer.WriteString("rule", task.RuleId);
            writer.WriteString("topic", Words.Of(task.Topic));
            writer.WriteString("subject", task.SubjectId);
        });
        WriteArray(writer, "findings", sheet.Findings, finding =>
        {
            writer.WriteString("kind", Words.Of(finding.Kind));
            writer.WriteString("subject", finding.Subject);
        });
        writer.WriteEndObject();
    }

    private static void WriteVehicle(ReceptionSheet sheet, Utf8JsonWriter writer)
    {
        var vehicle = sheet.Vehicle;
        writer.WriteStartObject("vehicle");
        writer.WriteString("id", vehicle.Id);
        if (sheet.Vin is { } vin)
        {
            writer.WriteString("vin", vin.Vin.ToLogString());
            writer.WriteString("manufacturer", vin.Maker?.Manufacturer);
            writer.WriteString("checkDigit", Words.Of(vin.CheckDigit));
            writer.WriteString("modelYearCertainty", Words.Of(vin.ModelYear.Certainty));
        }

        writer.WriteString("make", vehicle.Make);
        writer.WriteString("model", vehicle.Model);
        Number(writer, "modelYear", vehicle.ModelYear);
        writer.WriteString("powertrain", Words.Of(vehicle.Powertrain));
        writer.WriteEndObject();
    }

    private static void WriteOdometer(OdometerAssessment odometer, Utf8JsonWriter writer)
    {
        writer.WriteStartObject("odometer");
        writer.WriteNumber("kilometers", odometer.Reading.Odometer.Kilometers);
        writer.WriteString("verdict", Words.Of(odometer.Verdict));
        Number(writer, "expectedFromKilometers", odometer.ExpectedFrom?.Kilometers);
        Number(writer, "expectedToKilometers", odometer.ExpectedTo?.Kilometers);
        Number(writer, "metersPerDay", odometer.MetersPerDay);
        writer.WriteNumber("setAside", odometer.SetAside.Length);
        writer.WriteStartArray("didYouMeanKilometers");
        foreach (var repair in odometer.Repairs)
            writer.WriteNumberValue(repair.Odometer.Kilometers);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteLifecycle(LifecycleAssessment? lifecycle, Utf8JsonWriter writer)
    {
        if (lifecycle is null)
        {
            writer.WriteNull("customer");
            return;
        }

        writer.WriteStartObject("customer");
        writer.WriteString("state", Words.Of(lifecycle.State));
        writer.WriteString("churnWarning", Words.Of(lifecycle.Warning));
        writer.WriteNumber("visits", lifecycle.Visits);
        if (lifecycle.NextTransitionOn is { } on)
        {
            writer.WriteString("nextTransitionOn", Day(on));
            writer.WriteString("nextState", Words.Of(lifecycle.NextState!.Value));
        }

        writer.WritePropertyName("evidence");
        lifecycle.Evidence.WriteTo(writer);
        writer.WriteEndObject();
    }

    private static void WritePlan(MaintenancePlan plan, Utf8JsonWriter writer)
    {
        writer.WriteStartObject("maintenance");
        writer.WriteString("schedule", plan.Match.Schedule.Id);
        writer.WriteString("match", Words.Of(plan.Match.Level));
        writer.WriteString("confidence", Words.Of(plan.Match.Schedule.Confidence));
        WriteArray(writer, "services", plan.Services, service =>
        {
            writer.WriteString("component", service.Component.Id);
            writer.WriteString("action", Words.Of(service.Action));
            writer.WriteString("status", Words.Of(service.Status));
            writer.WriteString("reason", Words.Of(service.Due.Reason));
            if (service.Due.Governing != GoverningLimit.None)
                writer.WriteString("governing", Words.Of(service.Due.Governing));
            Number(writer, "kilometersLeft", service.Due.KilometersLeft);
            Number(writer, "daysLeft", service.Due.DaysLeft);
        });
        writer.WriteEndObject();
    }

    private static void WriteService(ReceivedService service, Utf8JsonWriter writer)
    {
        writer.WriteString("item", service.ItemId);
        writer.WriteString("action", Words.Of(service.Action));
        WriteArray(writer, "parts", service.Parts, (PartChoice choice) =>
        {
            writer.WriteString("slot", choice.Slot);
            writer.WriteString("part", choice.Chosen?.Stocked.Part.Id);
            if (choice.Chosen is { } offer)
            {
                writer.WriteString("availability", Words.Of(offer.Availability));
                writer.WriteString("fitment", Words.Of(offer.Fitment));
            }

            writer.WritePropertyName("evidence");
            choice.Evidence.WriteTo(writer);
        });
    }

    private static void WriteQuote(Quote quote, Utf8JsonWriter writer)
    {
        writer.WriteStartObject("quote");
        writer.WriteString("currency", quote.Payable.Currency.Code);
        Amount(writer, "list", quote.ListTotal);
        Amount(writer, "payable", quote.Payable);
        writer.WriteBoolean("provenBest", quote.IsProvenBest);
        writer.WriteNumber("combinations", quote.CombinationsTried);
        WriteArray(writer, "lines", quote.Lines, line =>
        {
            writer.WriteString("id", line.Line.Id);
            writer.WriteString("kind", Words.Of(line.Line.Kind));
            writer.WriteString("item", line.Line.ItemId);
            if (line.Line.PartId is { } part)
                writer.WriteString("part", part);
            writer.WriteNumber("quantity", line.Line.Quantity);
            Amount(writer, "list", line.Line.ListAmount);
            Amount(writer, "payable", line.Payable);
        });
        WriteArray(writer, "applied", quote.Applied, applied =>
        {
            writer.WriteString("rule", applied.RuleId);
            writer.WriteString("kind", Words.Of(applied.Kind));
            Amount(writer, "amount", applied.Amount);
            writer.WritePropertyName("evidence");
            applied.Evidence.WriteTo(writer);
        });
        WriteArray(writer, "rejected", quote.Rejected, rejected =>
        {
            writer.WriteString("rule", rejected.RuleId);
            writer.WriteString("kind", Words.Of(rejected.Kind));
            writer.WritePropertyName("evidence");
            rejected.Evidence.WriteTo(writer);
        });
        WriteArray(writer, "packageOffers", quote.PackageOffers, offer =>
        {
            writer.WriteString("package", offer.Package.Id);
            Amount(writer, "price", offer.Package.Price);
            Amount(writer, "coveredToday", offer.CoveredToday);
            Amount(writer, "payableToday", offer.PayableToday);
            writer.WriteNumber("usesLeft", offer.UsesLeft);
            Amount(writer, "valueLeft", offer.ValueLeft);
        });
        writer.WriteEndObject();
    }

    private static void WriteArray<T>(Utf8JsonWriter writer, string name, ImmutableArray<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Amount(Utf8JsonWriter writer, string name, Money amount) => writer.WriteNumber(name, amount.Amount);

    private static void Number(Utf8JsonWriter writer, string name, int? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, number);
    }

    private static string Day(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
