using System.Runtime.InteropServices;

using StoreOps.Recommend.Parts;

namespace StoreOps.Recommend.Models;

/// <summary>The sections of an open model as spans, for the time of one call.</summary>
internal readonly ref struct ModelView
{
    private readonly ReadOnlySpan<byte> _file;
    private readonly ReadOnlySpan<int> _places;

    /// <param name="file">The whole file.</param>
    /// <param name="places">Where each section starts and its length, as <see cref="PlacesOf"/> tells them.</param>
    public ModelView(ReadOnlySpan<byte> file, ReadOnlySpan<int> places)
    {
        _file = file;
        _places = places;
        PartLevels = Section(ModelSection.PartLevels);
        PartVisits = Numbers(ModelSection.PartVisits);
        SameVehicleRows = Numbers(ModelSection.SameVehicleRows);
        SameVehiclePairs = Numbers(ModelSection.SameVehiclePairs);
        SameVisitRows = Numbers(ModelSection.SameVisitRows);
        SameVisitPairs = Numbers(ModelSection.SameVisitPairs);
        SequenceRows = Numbers(ModelSection.SequenceRows);
        SequencePairs = Numbers(ModelSection.SequencePairs);
        SimilarRows = Numbers(ModelSection.SimilarRows);
        SimilarPairs = Numbers(ModelSection.SimilarPairs);
        UsageRows = Numbers(ModelSection.UsageRows);
        UsagePairs = Numbers(ModelSection.UsagePairs);
        Popular = Numbers(ModelSection.Popular);
        Season = Section(ModelSection.Season);
        Rhythm = Section(ModelSection.Rhythm);
        KilometersSince = Section(ModelSection.KilometersSince);
        MonthsSince = Section(ModelSection.MonthsSince);
        Intervals = MemoryMarshal.Cast<byte, int>(Section(ModelSection.Intervals));
        Categories = MemoryMarshal.Cast<byte, ushort>(Section(ModelSection.Categories));
        Tables = MemoryMarshal.Cast<byte, float>(Section(ModelSection.Tables));
        Intercepts = MemoryMarshal.Cast<byte, float>(Section(ModelSection.Intercepts));
        Floors = Numbers(ModelSection.Floors);
    }

    public ReadOnlySpan<byte> PartLevels { get; }

    public ReadOnlySpan<uint> PartVisits { get; }

    public ReadOnlySpan<uint> SameVehicleRows { get; }

    public ReadOnlySpan<uint> SameVehiclePairs { get; }

    public ReadOnlySpan<uint> SameVisitRows { get; }

    public ReadOnlySpan<uint> SameVisitPairs { get; }

    public ReadOnlySpan<uint> SequenceRows { get; }

    public ReadOnlySpan<uint> SequencePairs { get; }

    public ReadOnlySpan<uint> SimilarRows { get; }

    public ReadOnlySpan<uint> SimilarPairs { get; }

    public ReadOnlySpan<uint> UsageRows { get; }

    public ReadOnlySpan<uint> UsagePairs { get; }

    public ReadOnlySpan<uint> Popular { get; }

    public ReadOnlySpan<byte> Season { get; }

    public ReadOnlySpan<byte> Rhythm { get; }

    public ReadOnlySpan<byte> KilometersSince { get; }

    public ReadOnlySpan<byte> MonthsSince { get; }

    public ReadOnlySpan<int> Intervals { get; }

    public ReadOnlySpan<ushort> Categories { get; }

    public ReadOnlySpan<float> Tables { get; }

    public ReadOnlySpan<float> Intercepts { get; }

    public ReadOnlySpan<uint> Floors { get; }

    /// <summary>Returns what a level of a signal adds in a branch.</summary>
    public float Term(int branch, PartSignal signal, byte level) => Tables[(((branch * ModelLayout.Signals) + (int)signal) * SignalLevel.Count) + level];

    /// <summary>Returns the section's bytes. Its place was checked when the model was opened.</summary>
    public static ReadOnlySpan<byte> Section(ReadOnlySpan<byte> file, ModelSection section)
    {
        var entry = MemoryMarshal.Cast<byte, long>(file.Slice(ModelLayout.TableOffset + ((int)section * 16), 16));
        return file.Slice((int)entry[0], (int)entry[1]);
    }

    /// <summary>Returns where each section starts and its length: read once, so that a call need not.</summary>
    public static int[] PlacesOf(ReadOnlySpan<byte> file)
    {
        var places = new int[ModelLayout.Sections * 2];
        var entries = MemoryMarshal.Cast<byte, long>(file.Slice(ModelLayout.TableOffset, places.Length * sizeof(long)));
        for (var i = 0; i < places.Length; i++)
            places[i] = (int)entries[i];
        return places;
    }

    private ReadOnlySpan<byte> Section(ModelSection section) => _file.Slice(_places[(int)section * 2], _places[((int)section * 2) + 1]);

    private ReadOnlySpan<uint> Numbers(ModelSection section) => MemoryMarshal.Cast<byte, uint>(Section(section));
}
