// A parts counter: while lines are added to an order, the five parts most worth offering are shown with their reasons.
using System.Diagnostics;
using System.Globalization;
using System.Text;

using StoreOps.Domain;
using StoreOps.Recommend.Localization;
using StoreOps.Recommend.Parts;
using StoreOps.Recommend.Training;
using StoreOps.Samples.PartsCounter;

const int Shown = 5;
const int ReasonsEach = 3;
const int Calls = 501;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var vehicles = new InventedShop().Past().ToList();

// Once a night: learn from the shop's past and keep trained.Model.File.
var clock = Stopwatch.StartNew();
var trained = RecommendTrainer.Fit(vehicles, parts: InventedShop.Catalog);
var model = trained.Model;
Say($"{model.Vehicles:#,0} vehicles, {model.Visits:#,0} visits, {model.Lines:#,0} lines: trained in {clock.ElapsedMilliseconds:#,0} ms, a file of {model.File.Length / 1024:#,0} KiB");

// Once at the start of the program: safe for all counters at once.
var recommender = new PartsRecommender(model);

// For each car that comes in: what it had, its family and its odometer.
var car = vehicles.Find(vehicle => vehicle.Visits.Length > 6 && vehicle.Family == "passat-330")!;
var history = PartHistory.From(model, car.Visits).PreparedFor(model);
var kilometers = car.Visits.Max(visit => visit.Kilometers ?? 0) + 9_000;
Say($"{car.Id}, {car.Family}, {kilometers:#,0} km, {history.Visits} visits; the last took {string.Join(", ", car.Visits[^1].Parts)}");

var results = new Recommendation[Shown];
var reasons = new PartReason[Shown * ReasonsEach];
var order = new List<int>();
foreach (var line in new[] { null, "engine-oil", "oil-filter", "pads-front" })
{
    if (line is not null)
        order.Add(model.FindPart(line));
    var (count, microseconds) = Ask();
    Say($"");
    Say($"== {(order.Count == 0 ? "新工单 / new order" : "+ " + InventedShop.NameOf(line!, Language.Chinese) + " / " + line)}  ({microseconds:0.0} us)");
    for (var i = 0; i < count; i++)
        Show(i);
}

return 0;

(int Count, double Microseconds) Ask()
{
    var query = new RecommendQuery
    {
        Date = InventedShop.Today,
        History = history,
        Kilometers = kilometers,
        Family = model.FindFamily(car.Family),
        Lines = order.ToArray(),
    };
    // The median of many calls: the first ones also compile the code.
    var (count, took) = (0, new double[Calls]);
    for (var call = 0; call < Calls; call++)
    {
        var start = Stopwatch.GetTimestamp();
        count = recommender.Recommend(query, results, reasons, out _);
        took[call] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }

    Array.Sort(took);
    return (count, took[Calls / 2]);
}

void Show(int place)
{
    var (result, id) = (results[place], model.PartId(results[place].Part));
    Say($"{place + 1}. {InventedShop.NameOf(id, Language.Chinese)} / {InventedShop.NameOf(id, Language.English)}  {result.Probability * 100:0} %");
    for (var i = 0; i < result.Reasons; i++)
    {
        var reason = reasons[(place * ReasonsEach) + i];
        foreach (var language in new[] { Language.Chinese, Language.English })
        {
            var sign = reason.Value >= 0 ? '+' : '-';
            Say($"     {sign} {PartReasonText.Sentence(reason, model, language, part => InventedShop.NameOf(part, language))}");
        }
    }
}

static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
