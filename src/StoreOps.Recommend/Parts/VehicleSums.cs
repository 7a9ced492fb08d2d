using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>What a vehicle's history says for each part of one model: added up once, for a vehicle that is asked for more than once.</summary>
internal sealed class VehicleSums
{
    public VehicleSums(PartsModel model, PartHistory history)
    {
        Model = model;
        var length = Bits.WordsFor(model.PartCount) * 64;
        (SameVehicle, Sequence) = (new uint[length], new uint[length]);
        Add(model.View, history, SameVehicle, Sequence);
    }

    public PartsModel Model { get; }

    public uint[] SameVehicle { get; }

    public uint[] Sequence { get; }

    public static void Add(in ModelView model, PartHistory history, uint[] sameVehicle, uint[] sequence)
    {
        var (entries, standings) = (history.Entries, history.Levels.Parts);
        var parts = (uint)model.PartVisits.Length;
        for (var i = 0; i < entries.Length; i++)
        {
            if (unchecked((uint)entries[i].Part) < parts && standings[i].Share is > 0 and var share)
                AddUp(model.SameVehicleRows, model.SameVehiclePairs, entries[i].Part, sameVehicle, share);
        }

        foreach (var part in history.LastParts)
        {
            if (unchecked((uint)part) < parts)
                AddUp(model.SequenceRows, model.SequencePairs, part, sequence, 1);
        }
    }

    public static void AddUp(ReadOnlySpan<uint> rows, ReadOnlySpan<uint> pairs, int row, uint[] sums, uint factor)
    {
        foreach (var pair in Relation.RowOf(rows, pairs, row))
        {
            ref var sum = ref sums[(int)(pair & 0xFFFF)];
            sum = unchecked(sum + ((pair >> 16) * factor));
        }
    }
}
