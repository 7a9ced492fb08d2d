using NodaTime;

using StoreOps.Recommend.Models;
using StoreOps.Recommend.Parts;

namespace StoreOps.Recommend.Training;

/// <summary>Looks at the last visit of each vehicle as the model would have before it: who were the candidates, and which were taken.</summary>
internal sealed class RowGatherer
{
    /// <summary>Vehicles are worked on in so many parts, whatever the number of threads.</summary>
    private const int Chunks = 64;

    private static readonly LocalDate Epoch = new(1970, 1, 1);

    private readonly OrderLog _log;
    private readonly int[] _visits;
    private readonly PartsModel _model;
    private readonly RecommendTrainerOptions _options;
    private readonly CancellationToken _cancellation;

    public RowGatherer(OrderLog log, int[] visits, PartsModel model, RecommendTrainerOptions options, CancellationToken cancellation) =>
        (_log, _visits, _model, _options, _cancellation) = (log, visits, model, options, cancellation);

    /// <summary>Returns what each relation's sum has to reach, so that it makes the wanted number of parts candidates in an average call.</summary>
    public uint[] Floors()
    {
        // A few thousand vehicles tell it as well as all.
        var every = Math.Max(1, _log.Vehicles / 4_096);
        var counts = new long[Chunks][];
        var calls = new long[Chunks * 2];
        EachChunk((chunk, vehicles, scratch) =>
        {
            var own = counts[chunk] = new long[3 * SignalLevel.Count];
            foreach (var vehicle in vehicles)
            {
                if (vehicle % every != 0)
                    continue;
                Ask(vehicle, scratch, (lines, _, _, _) =>
                {
                    calls[(chunk * 2) + (lines.Length > 0 ? 1 : 0)]++;
                    for (var part = 0; part < scratch.Parts; part++)
                    {
                        if ((scratch.SameVehicle[part] | scratch.Sequence[part] | scratch.SameVisit[part]) == 0 || scratch.Marks[part].HistoryPlace > 0)
                            continue;
                        own[SignalLevel.Of(scratch.SameVehicle[part] >> SignalReader.SumShift)]++;
                        own[SignalLevel.Count + SignalLevel.Of(scratch.Sequence[part] >> SignalReader.WeightShift)]++;
                        own[(2 * SignalLevel.Count) + SignalLevel.Of(scratch.SameVisit[part] >> SignalReader.WeightShift)]++;
                    }

                    scratch.ForgetSums();
                });
            }
        });
        var (closed, open) = (0L, 0L);
        for (var chunk = 0; chunk < Chunks; chunk++)
            (closed, open) = (closed + calls[chunk * 2], open + calls[(chunk * 2) + 1]);
        var floors = new uint[3];
        for (var relation = 0; relation < floors.Length; relation++)
        {
            var wanted = (relation == 2 ? open : closed + open) * _options.CandidatesPerRelation;
            var level = SignalLevel.Highest;
            for (var above = 0L; level > 1; level--)
            {
                foreach (var count in counts)
                    above += count[(relation * SignalLevel.Count) + level];
                if (above > wanted)
                    break;
            }

            floors[relation] = SignalLevel.LeastOf(level) << (relation == 0 ? SignalReader.SumShift : SignalReader.WeightShift);
        }

        return floors;
    }

    /// <summary>Returns the candidates of both branches, those of vehicles to fit on apart from those to set right on.</summary>
    public (RowSet[] Fitting, RowSet[] Calibrating) Gather(uint[] floors)
    {
        var share = (double)_options.FittingOrders / (Math.Max(1, _log.Vehicles) * (_options.LearnsFromOpenOrders ? 2 : 1));
        var parts = new RowSet[Chunks][];
        EachChunk((chunk, vehicles, scratch) =>
        {
            var own = parts[chunk] = [new(), new(), new(), new()];
            foreach (var vehicle in vehicles)
            {
                if (ChanceOf(vehicle, 3) >= share)
                    continue;
                var set = ChanceOf(vehicle, 1) < _options.CalibrationShare ? 2 : 0;
                Ask(vehicle, scratch, (lines, taken, day, km) => Rows(vehicle, lines, taken, day, km, scratch, floors, own.AsSpan(set, 2)));
            }
        });
        var joined = new RowSet[] { new(), new(), new(), new() };
        foreach (var part in parts)
        {
            for (var i = 0; i < joined.Length; i++)
                joined[i].Add(part[i]);
        }

        return ([joined[0], joined[1]], [joined[2], joined[3]]);
    }

    private void Rows(int vehicle, int[] lines, ReadOnlySpan<int> taken, int day, int kilometers, Scratch scratch, uint[] floors, Span<RowSet> sets)
    {
        var model = _model.View;
        var reader = new SignalReader(model, QueryOf(vehicle, lines, day, kilometers), scratch);
        CandidateBits.Find(scratch, floors);
        for (var word = 0; word < scratch.Candidates.Length; word++)
        {
            for (var bits = scratch.Candidates[word]; bits != 0; bits &= bits - 1)
            {
                var part = (word << 6) + Bits.First(bits);
                var levels = sets[SignalReader.BranchOf(scratch, part)].Add(taken.BinarySearch(part) >= 0);
                reader.Read(part, levels);
                // A line is asked for as if it were not written yet: what is missing from an order that is being written says nothing against it.
                if (scratch.IsOnOrder(part))
                    levels[(int)PartSignal.OrderSize] = (byte)SignalLevel.Of((uint)lines.Length - 1);
            }
        }
    }

    // A number from 0 to below 1 that hangs on the vehicle's id alone.
    private double ChanceOf(int vehicle, ulong salt) => (StableHash.Mix(unchecked(_log.Hashes[vehicle] + salt)) >> 40) / (double)(1 << 24);

    private delegate void Asked(int[] lines, ReadOnlySpan<int> taken, int day, int kilometers);

    // Once before the order has a line, and once with about half of its lines, chosen by a hash.
    private void Ask(int vehicle, Scratch scratch, Asked asked)
    {
        if (_visits[vehicle] == LengthOf(vehicle))
            return;
        var visit = _log.VisitStarts[vehicle] + _visits[vehicle];
        var taken = _log.PartsOf(visit);
        var (day, km) = (_log.Days[visit], _log.Kilometers[visit]);
        One([], taken);
        if (!_options.LearnsFromOpenOrders || taken.Length < 2)
            return;
        var lines = new List<int>();
        foreach (var part in taken)
        {
            if ((StableHash.Mix(unchecked(_log.Hashes[vehicle] + (ulong)part + 2)) & 1) == 0)
                lines.Add(part);
        }

        if (lines.Count > 0 && lines.Count < taken.Length)
            One([.. lines], taken);

        void One(int[] lines, ReadOnlySpan<int> taken)
        {
            CandidateCollector.Collect(_model.View, QueryOf(vehicle, lines, day, km), scratch);
            asked(lines, taken, day, km);
        }
    }

    private RecommendQuery QueryOf(int vehicle, int[] lines, int day, int kilometers) => new()
    {
        Date = Epoch.PlusDays(day),
        History = HistoryOf(vehicle),
        Kilometers = kilometers < 0 ? null : kilometers,
        Family = _log.FamilyOf[vehicle] < 0 ? null : _log.FamilyOf[vehicle],
        UsageTags = _log.TagsOf[vehicle],
        Lines = lines,
        Findings = _log.FindingsOf[_log.VisitStarts[vehicle] + _visits[vehicle]],
    };

    private PartHistory HistoryOf(int vehicle)
    {
        var history = PartHistory.Empty;
        for (var visit = _log.VisitStarts[vehicle]; visit < _log.VisitStarts[vehicle] + _visits[vehicle]; visit++)
            history = history.WithDay(_log.Days[visit], _log.Kilometers[visit], _log.PartsOf(visit));
        return history;
    }

    private int LengthOf(int vehicle) => _log.VisitStarts[vehicle + 1] - _log.VisitStarts[vehicle];

    private void EachChunk(Action<int, IEnumerable<int>, Scratch> body)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = _options.Threads, CancellationToken = _cancellation };
        Parallel.For(0, Chunks, options, () => new Scratch(_model), (chunk, _, scratch) =>
        {
            var from = (int)((long)_log.Vehicles * chunk / Chunks);
            body(chunk, Enumerable.Range(from, (int)((long)_log.Vehicles * (chunk + 1) / Chunks) - from), scratch);
            return scratch;
        }, static _ => { });
    }
}
