using System.Collections.Immutable;
using System.Globalization;

using NodaTime;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Conformance.Vehicles;

/// <summary>Replays odometer logs: forecasts at every reading, corrupts readings, and counts what the gate catches.</summary>
/// <remarks>
/// Truth at a later day is interpolated between the trusted readings of the whole log. Simple methods are given the same trusted readings up
/// to the day of the forecast, so that the table compares the forecast alone; what typos do is measured apart.
/// </remarks>
internal static class OdometerCases
{
    private const int Seed = 20_261_123;
    private static readonly int[] Horizons = [30, 90, 180, 365];
    private static readonly string[] Methods = ["last", "last two", "first-last", "storeops"];

    public static ConformanceTally Run(string path, TextWriter output)
    {
        var vehicles = OdometerFile.Read(path, output, out var bad);
        var replay = new Replay(new Random(Seed));
        foreach (var readings in vehicles.Values)
            replay.Add([.. readings]);
        output.WriteLine(Line($"{vehicles.Count} vehicles, {vehicles.Values.Sum(one => one.Count)} readings, {replay.Quarantined} in quarantine, {bad} rows not readable"));
        var tally = new ConformanceTally(0, 0, bad);
        output.WriteLine("days ahead   method        forecasts   mean km   median km");
        foreach (var horizon in Horizons)
        {
            foreach (var method in Methods)
            {
                var errors = replay.Errors(horizon, method);
                output.WriteLine(Line($"{horizon,10}   {method,-10} {errors.Count,12} {Mean(errors),9:0} {Median(errors),11:0}"));
            }
        }

        foreach (var horizon in Horizons)
        {
            var (ours, two, first) = (replay.Errors(horizon, "storeops"), replay.Errors(horizon, "last two"), replay.Errors(horizon, "first-last"));
            var better = Math.Min(Mean(two), Mean(first));
            tally += Aim(output, $"{horizon} days ahead, mean error against the better baseline", ours.Count, Mean(ours), double.NegativeInfinity, better * 1.05, "km");
        }

        foreach (var (slip, (caught, tried)) in replay.Slips)
            output.WriteLine(Line($"newest reading, {slip}: {caught} of {tried} caught"));
        output.WriteLine(Line($"newest reading mistyped: error 90 days ahead after the gate {Mean(replay.Newest):0} km mean, {Median(replay.Newest):0} km median"));
        output.WriteLine(Line($"older reading mistyped: error 90 days ahead {Mean(replay.Older):0} km mean, {Median(replay.Older):0} km median; last two {Mean(replay.OlderLastTwo):0} km mean, {Median(replay.OlderLastTwo):0} km median"));
        output.WriteLine(Line($"meant reading among the repairs offered: {replay.Repaired} of {replay.Caught} caught"));
        tally += Aim(output, "typos of 1,000 km and more caught", replay.Typos, Share(replay.Caught, replay.Typos), 93, 100, "%");
        tally += Aim(output, "false alarms on trusted readings", replay.Clean, Share(replay.Alarms, replay.Clean), 0, 2, "%");
        return tally + Aim(output, "truth within the 80 % interval", replay.Forecasts, Share(replay.Covered, replay.Forecasts), 78, 88, "%");
    }

    private static ConformanceTally Aim(TextWriter output, string name, int cases, double figure, double least, double most, string unit)
    {
        var isMet = figure >= least && figure <= most;
        var verdict = cases == 0 ? "skipped, no case" : isMet ? "passed" : "failed";
        var range = double.IsNegativeInfinity(least) ? Line($"at most {most:0.##}") : Line($"{least:0.##} to {most:0.##}");
        output.WriteLine(Line($"{name}: {verdict}: {figure:0.##} {unit} over {cases} cases; the aim is {range} {unit}"));
        return cases == 0 ? ConformanceTally.OneSkipped : isMet ? ConformanceTally.OnePassed : ConformanceTally.OneFailed;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static double Share(int part, int whole) => whole == 0 ? 0 : part * 100d / whole;

    private static double Mean(List<double> errors) => errors.Count == 0 ? 0 : errors.Average();

    private static double Median(List<double> errors) => errors.Count == 0 ? 0 : errors.Order().ElementAt(errors.Count / 2);

    private sealed class Replay(Random random)
    {
        private readonly Dictionary<(int, string), List<double>> _errors = [];

        public int Quarantined { get; private set; }

        public int Forecasts { get; private set; }

        public int Covered { get; private set; }

        public int Clean { get; private set; }

        public int Alarms { get; private set; }

        public int Typos { get; private set; }

        public int Caught { get; private set; }

        public int Repaired { get; private set; }

        public SortedDictionary<string, (int Caught, int Tried)> Slips { get; } = new(StringComparer.Ordinal);

        public List<double> Newest { get; } = [];

        public List<double> Older { get; } = [];

        public List<double> OlderLastTwo { get; } = [];

        public List<double> Errors(int horizon, string method) =>
            _errors.TryGetValue((horizon, method), out var errors) ? errors : _errors[(horizon, method)] = [];

        public void Add(ImmutableArray<OdometerReading> readings)
        {
            var whole = OdometerLog.From(readings);
            Quarantined += whole.Quarantined.Length;
            var trusted = whole.ToTrusted();
            for (var i = 0; i < trusted.Length; i++)
            {
                var before = trusted[..i];
                var log = OdometerLog.From(trusted[..(i + 1)]);
                if (i > 0)
                    Forecast(whole, log, trusted, i);
                if (i < 2)
                    continue;
                var known = OdometerLog.From(before);
                Clean++;
                Alarms += OdometerJudge.Judge(trusted[i], known).IsDoubtful ? 1 : 0;
                foreach (var (slip, kilometers) in Corrupt(trusted[i].Odometer.Kilometers))
                    MistypeNewest(whole, known, trusted[i], slip, kilometers);
                foreach (var (_, kilometers) in Corrupt(trusted[i / 2].Odometer.Kilometers))
                    MistypeOlder(whole, trusted[..(i + 1)], i / 2, kilometers);
            }
        }

        private void Forecast(OdometerLog whole, OdometerLog log, ImmutableArray<OdometerReading> trusted, int i)
        {
            foreach (var horizon in Horizons)
            {
                var date = trusted[i].Date.PlusDays(horizon);
                if (date > whole.LastTrusted!.Value.Date)
                    break;
                double truth = whole.Estimate(date)!.Value.Expected.Kilometers;
                var estimate = log.Estimate(date)!.Value;
                Errors(horizon, "storeops").Add(Math.Abs(estimate.Expected.Kilometers - truth));
                Errors(horizon, "last").Add(Math.Abs(trusted[i].Odometer.Kilometers - truth));
                Errors(horizon, "last two").Add(Math.Abs(Line(trusted[i - 1], trusted[i], date) - truth));
                Errors(horizon, "first-last").Add(Math.Abs(Line(trusted[0], trusted[i], date) - truth));
                Forecasts++;
                Covered += truth >= estimate.Low.Kilometers && truth <= estimate.High.Kilometers ? 1 : 0;
            }
        }

        private void MistypeNewest(OdometerLog whole, OdometerLog known, OdometerReading meant, string slip, int kilometers)
        {
            var typo = meant with { Odometer = Odometer.FromKilometers(kilometers) };
            var judged = OdometerJudge.Judge(typo, known);
            Typos++;
            var (caught, tried) = Slips.GetValueOrDefault(slip);
            Slips[slip] = (caught + (judged.IsDoubtful ? 1 : 0), tried + 1);
            Caught += judged.IsDoubtful ? 1 : 0;
            Repaired += judged.IsDoubtful && judged.Repairs.Any(one => one.Odometer == meant.Odometer) ? 1 : 0;
            var date = meant.Date.PlusDays(90);
            if (date <= whole.LastTrusted!.Value.Date)
                Newest.Add(Math.Abs((judged.IsDoubtful ? known : known.With(typo)).Estimate(date)!.Value.Expected.Kilometers - whole.Estimate(date)!.Value.Expected.Kilometers));
        }

        private void MistypeOlder(OdometerLog whole, ImmutableArray<OdometerReading> trusted, int at, int kilometers)
        {
            var date = trusted[^1].Date.PlusDays(90);
            if (date > whole.LastTrusted!.Value.Date)
                return;
            var dirty = trusted.SetItem(at, trusted[at] with { Odometer = Odometer.FromKilometers(kilometers) });
            double truth = whole.Estimate(date)!.Value.Expected.Kilometers;
            Older.Add(Math.Abs(OdometerLog.From(dirty).Estimate(date)!.Value.Expected.Kilometers - truth));
            OlderLastTwo.Add(Math.Abs(Line(dirty[^2], dirty[^1], date) - truth));
        }

        // The four slips of a typist, where they move the reading by 1,000 km or more and the odometer can show the outcome.
        private IEnumerable<(string Slip, int Kilometers)> Corrupt(int kilometers)
        {
            var digits = kilometers.ToString(CultureInfo.InvariantCulture);
            var at = random.Next(digits.Length);
            var swap = random.Next(Math.Max(1, digits.Length - 1));
            var digit = (char)('0' + random.Next(10));
            (string Slip, string Text)[] slips =
            [
                ("extra digit", digits.Insert(at, digit.ToString())),
                ("dropped digit", digits.Remove(at, 1)),
                ("transposition", digits.Length < 2 ? digits : digits.Remove(swap, 1).Insert(swap + 1, digits[swap].ToString())),
                ("wrong digit", digits.Remove(at, 1).Insert(at, digit.ToString())),
            ];
            foreach (var (slip, text) in slips)
            {
                if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) && typed <= Odometer.MaxKilometers && Math.Abs(typed - kilometers) >= 1_000)
                    yield return (slip, typed);
            }
        }

        private static double Line(OdometerReading from, OdometerReading to, LocalDate date)
        {
            var days = Period.DaysBetween(from.Date, to.Date);
            return to.Odometer.Kilometers + (days == 0 ? 0 : to.Odometer.KilometersSince(from.Odometer) / (double)days * Period.DaysBetween(to.Date, date));
        }
    }
}
