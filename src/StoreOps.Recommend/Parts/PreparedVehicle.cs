using StoreOps.Recommend.Models;

namespace StoreOps.Recommend.Parts;

/// <summary>What a vehicle's history says for each part of one model: added up once, for a vehicle that is asked for more than once.</summary>
internal sealed class PreparedVehicle
{
    public PreparedVehicle(PartsModel model, PartHistory history)
    {
        Model = model;
        var view = model.View;
        var words = Bits.WordsFor(model.PartCount);
        var length = RelationSums.LengthFor(model.PartCount);
        var (sameVehicle, sequence) = (new uint[length], new uint[length]);
        RelationSums.AddHistory(view, history, sameVehicle);
        RelationSums.AddLastVisit(view, history, sequence);
        (Levels, FromSameVehicle, FromSequence) = (new uint[words * 64], new ulong[words], new ulong[words]);
        for (var word = 0; word < words; word++)
        {
            FromSameVehicle[word] = SumCount.Reaching(sameVehicle.AsSpan(word << 6, 64), view.Floors[0]);
            FromSequence[word] = SumCount.Reaching(sequence.AsSpan(word << 6, 64), view.Floors[1]);
        }

        for (var part = 0; part < Levels.Length; part++)
            Levels[part] = LevelRow.OfHistory(sameVehicle[part], sequence[part]);
    }

    public PartsModel Model { get; }

    /// <summary>Gets for each part the levels of same vehicle and sequence, as <see cref="SumLevels"/> says.</summary>
    public uint[] Levels { get; }

    /// <summary>Gets the set of the parts that vehicles with the same parts took often enough to make them candidates.</summary>
    public ulong[] FromSameVehicle { get; }

    /// <summary>Gets the set of the parts that follow the last visit often enough to make them candidates.</summary>
    public ulong[] FromSequence { get; }
}
