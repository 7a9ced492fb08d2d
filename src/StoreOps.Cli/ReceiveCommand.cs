using System.CommandLine;
using System.Globalization;

using StoreOps.Cli.Localization;
using StoreOps.Cli.Packs;
using StoreOps.Domain;
using StoreOps.Domain.Monetary;
using StoreOps.Domain.Parts;
using StoreOps.Domain.Staffing;
using StoreOps.Recommend;
using StoreOps.Recommend.Localization;
using StoreOps.Recommend.Reception;
using StoreOps.Recommend.Training;
using StoreOps.Rules;
using StoreOps.Rules.Localization;

namespace StoreOps.Cli;

internal static class ReceiveCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var vehicle = new VehicleOptions();
        var offers = new ReceiveOffers();
        var packFile = new Option<string?>("--pack") { Description = "the rule pack; the tool's own example if not given" };
        var partsFile = new Option<string?>("--parts") { Description = "the parts as CSV; the tool's own example if not given" };
        var ordersFile = new Option<string?>("--orders") { Description = "past orders as CSV, to learn what is done together; the tool's own example if neither this nor --pack is given" };
        var json = new Option<bool>("--json") { Description = "for machines" };
        var lang = new Option<string>("--lang") { Description = "zh or en, the language of names and reasons", DefaultValueFactory = _ => "en" };
        lang.AcceptOnlyFromAmong("zh", "en");
        var command = new Command("receive", "Receives a car: what is due, parts, what else to offer, the price, with reasons.") { packFile, partsFile, ordersFile, json, lang };
        vehicle.AddTo(command);
        offers.AddTo(command);
        command.SetAction(parsed =>
        {
            var language = parsed.GetValue(lang) == "zh" ? Language.Chinese : Language.English;
            var isExample = parsed.GetValue(packFile) is null && parsed.GetValue(partsFile) is null;
            var pack = LoadPack(parsed.GetValue(packFile));
            using var parts = parsed.GetValue(partsFile) is { } path ? new MemoryStream(InputFile.Read(path)) : Example("parts.csv");
            if (parsed.GetValue(packFile) is null || parsed.GetValue(partsFile) is null)
                error.WriteLine("note: rules or parts are those of the tool's invented example shop.");
            var list = Named(parsed.GetValue(partsFile) ?? "parts.csv", () => PartsFile.Read(parts, pack.Currency));
            // The example's orders say nothing about another shop's customers.
            using var orders = parsed.GetValue(ordersFile) is { } ordersPath ? new MemoryStream(InputFile.Read(ordersPath))
                : parsed.GetValue(packFile) is null ? Example("orders.csv") : null;
            var counts = orders is null
                ? null
                : CoPurchaseCounts.Learn(Named(parsed.GetValue(ordersFile) ?? "orders.csv", () => OrdersFile.Read(orders, pack.Currency)), vehicle.Date(parsed)).Counts;
            var arrival = offers.Complete(
                parsed,
                new Arrival
                {
                    Shop = new Shop { Id = "shop", Name = new LocalizedText("Shop", "Shop"), TimeZone = pack.TimeZone, Currency = pack.Currency },
                    Date = vehicle.Date(parsed),
                    Vehicle = vehicle.Vehicle(parsed),
                    Odometer = vehicle.Odometer(parsed),
                    History = vehicle.History(parsed),
                    SevereUse = vehicle.SevereUse(parsed),
                },
                language,
                error);
            using var model = offers.Open(parsed, isExample);
            var sheet = Desk(pack, list, counts, model).Receive(arrival);
            if (parsed.GetValue(json))
                output.WriteLine(JsonText.Of(sheet.WriteTo));
            else
                Print(sheet, language, output);
            return StoreOpsTool.Done;
        });
        return command;
    }

    private static ReceptionDesk Desk(RulePack pack, PartsList parts, CoPurchaseCounts? counts, ReceiveOffers.OpenModel? model)
    {
        try
        {
            return new ReceptionDesk(pack, parts, counts, recommender: model?.Recommender, offers: model?.Options);
        }
        catch (ArgumentException problem)
        {
            throw new InputException(problem.Message);
        }
    }

    private static RulePack LoadPack(string? path)
    {
        // What it extends stands beside it.
        if (path is not null)
            return PackFiles.Load(path, []);
        using var example = Example("rulepack.jsonc");
        using var copy = new MemoryStream();
        example.CopyTo(copy);
        return RulePack.TryLoad(copy.ToArray(), out var pack, out var issues)
            ? pack
            : throw new InputException("rulepack.jsonc:" + Environment.NewLine + string.Join(Environment.NewLine, issues));
    }

    private static T Named<T>(string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException problem)
        {
            throw new InputException(file + ": " + problem.Message);
        }
    }

    private static Stream Example(string name) =>
        typeof(ReceiveCommand).Assembly.GetManifestResourceStream(name) ?? throw new System.Diagnostics.UnreachableException();

    private static void Print(ReceptionSheet sheet, Language language, TextWriter output)
    {
        output.WriteLine($"{sheet.Vehicle.Make ?? "?"} {sheet.Vehicle.Model} {sheet.Vehicle.ModelYear}  {sheet.Vin?.Vin.ToLogString()}  {sheet.Arrival.Odometer} ({sheet.Odometer.Verdict})  rules {sheet.Pack}");
        if (sheet.Odometer.IsDoubtful)
            output.WriteLine("! " + OdometerText.Prompt(sheet.Odometer, language));
        output.WriteLine($"schedule {sheet.Plan.Match.Schedule.Id} ({sheet.Plan.Match.Level})");
        foreach (var finding in sheet.Findings.Distinct())
            output.WriteLine($"! {finding.Kind}: {finding.Subject}");
        foreach (var line in sheet.Quote.Lines)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {line.Line.Name?.In(language),-36} {line.Line.Kind,-6} {line.Line.Quantity,5} {Show(line.Line.ListAmount),12} {Show(line.Payable),12}"));
        foreach (var service in sheet.Plan.AskFirst)
            output.WriteLine($"? {service.Component.Name.In(language)}: {service.Action}, no record");
        PrintOffers(sheet, language, output);
        foreach (var one in sheet.Recommendations)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"+ {one.Item.Name.In(language)}: {one.Action}, {one.Probability:0 %}"));
        output.WriteLine($"list {sheet.Quote.ListTotal}, to pay {sheet.Quote.Payable}{(sheet.Quote.IsProvenBest ? ", proven best" : string.Empty)}");
        foreach (var applied in sheet.Quote.Applied)
            output.WriteLine($"  - {applied.Amount} {applied.Name.In(language)}");
        foreach (var rejected in sheet.Quote.Rejected)
            output.WriteLine($"  not used: {rejected.Name.In(language)}: {EvidenceText.Gist(rejected.Evidence, language)}");
    }

    private static void PrintOffers(ReceptionSheet sheet, Language language, TextWriter output)
    {
        output.WriteLine("+ " + OfferedPartText.Basis(sheet.OfferBasis, language));
        if (sheet.Offers is not { } offers)
            return;
        foreach (var part in offers.Parts)
        {
            var price = part.Amount is { } amount ? " " + Show(amount) : string.Empty;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"+ {OfferedPartText.Name(part, language)}:{price} {part.Probability:0 %}{(part.IsAutoAdded ? " " + OfferText.AutoAdded(language) : string.Empty)}"));
            foreach (var reason in part.Reasons)
                output.WriteLine($"    {(reason.Value >= 0 ? '+' : '-')} {OfferedPartText.Sentence(reason, offers, language)}");
        }

        if (offers.ExpectedPrecision is { } precision)
            output.WriteLine(OfferText.Expected(language, offers.AutoAdded, precision));
    }

    private static string Show(Money amount) => amount.Amount.ToString(CultureInfo.InvariantCulture);
}
