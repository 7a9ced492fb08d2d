using System.CommandLine;
using System.Globalization;

using StoreOps.Cli.Localization;
using StoreOps.Cli.Offers;
using StoreOps.Domain;
using StoreOps.Domain.Monetary;
using StoreOps.Domain.Orders;
using StoreOps.Recommend.Parts;
using StoreOps.Recommend.Reception;
using StoreOps.Samples.Reception;

namespace StoreOps.Cli;

/// <summary>What a person types for the parts that a trained model offers to a car at the counter.</summary>
internal sealed class ReceiveOffers
{
    private readonly Option<string?> _model = new("--parts-model") { Description = "a model that \"storeops train\" wrote; that of the tool's example if neither --pack nor --parts is given" };
    private readonly Option<string?> _lines = new("--vehicle-lines") { Description = "CSV with the vehicle's past lines, with the columns of \"storeops train\"" };
    private readonly Option<string?> _vehicle = new("--vehicle") { Description = "the vehicle, as the file of lines names it" };
    private readonly Option<string[]> _found = new("--found") { Description = "items or parts that the inspection found worn" };
    private readonly Option<string[]> _declined = new("--declined") { Description = "items or parts that the customer refused lately" };
    private readonly Option<double?> _autoAdd = new("--auto-add") { Description = "from what chance on a line is added without being asked for" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _model, _lines, _vehicle, _found, _declined, _autoAdd })
            command.Options.Add(option);
    }

    /// <summary>Adds to an arrival what the vehicle took, what was found and what was refused.</summary>
    public Arrival Complete(ParseResult parsed, Arrival arrival, Language language, TextWriter error)
    {
        var (lines, vehicle) = (parsed.GetValue(_lines), parsed.GetValue(_vehicle));
        if (lines is null != vehicle is null)
            throw new InputException("--vehicle-lines and --vehicle go together; one was missing.");
        var past = lines is null ? null : ShopLines.Read(lines).Find(vehicle!);
        if (lines is not null && past is null)
            error.WriteLine(OfferText.UnknownVehicle(language, lines, vehicle!));
        return arrival with
        {
            FoundWorn = [.. parsed.GetValue(_found) ?? [], .. past?.FindingsOn(arrival.Date) ?? []],
            DeclinedItems = [.. parsed.GetValue(_declined) ?? []],
            Family = past is { Family.Length: > 0 } ? past.Family : null,
            CustomerTags = past?.UsageTags ?? [],
            PastOrders =
            [
                .. (past?.Visits(arrival.Date) ?? []).Select(visit => new WorkOrder
                {
                    Id = visit.Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
                    ShopId = arrival.Shop.Id,
                    VehicleId = vehicle!,
                    Date = visit.Date,
                    Odometer = visit.Kilometers is { } km ? Domain.Vehicles.Odometer.FromKilometers(km) : null,
                    Lines = [.. visit.Parts.Select(part => new WorkOrderLine { Id = part, Kind = LineKind.Part, ListAmount = Money.Zero(arrival.Shop.Currency), PartId = part })],
                }),
            ],
        };
    }

    /// <summary>Opens the model; null for none.</summary>
    public OpenModel? Open(ParseResult parsed, bool isExample)
    {
        var chance = parsed.GetValue(_autoAdd);
        if (chance is { } given && !(given is > 0 and <= 1))
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"--auto-add is above 0, up to 1; it was {given}."));
        if (parsed.GetValue(_model) is { } path)
        {
            var mapped = MappedFile.Open(path);
            try
            {
                return new OpenModel(new PartsRecommender(RecommendCommand.Opened(path, mapped, verifies: true)), With(PartOfferOptions.Default, chance), mapped);
            }
            catch
            {
                ((IDisposable)mapped).Dispose();
                throw;
            }
        }

        if (isExample)
        {
            var (recommender, options) = PastVisits.Learn();
            return new OpenModel(recommender, With(options, chance), null);
        }

        return chance is null ? null : throw new InputException("--auto-add needs --parts-model; it was missing.");
    }

    private static PartOfferOptions With(PartOfferOptions options, double? chance) =>
        chance is { } from ? options with { Policy = options.Policy with { AutoAddFrom = from } } : options;

    /// <summary>A model in use, with the memory that it reads.</summary>
    internal sealed record OpenModel(PartsRecommender Recommender, PartOfferOptions Options, MappedFile? Mapped) : IDisposable
    {
        public void Dispose() => ((IDisposable?)Mapped)?.Dispose();
    }
}
