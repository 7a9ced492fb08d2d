using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

using StoreOps.Domain;

namespace StoreOps.Recommend.Models;

/// <summary>Looks whether bytes are a model file that can be read without surprise.</summary>
internal static class ModelCheck
{
    public static ImmutableArray<LoadIssue> Header(ReadOnlySpan<byte> file)
    {
        if (!BitConverter.IsLittleEndian)
            return [Issue(ModelCodes.NotAModel, "header", "Model files are little-endian; this processor is not.")];
        if (file.Length < ModelLayout.HeaderLength || MemoryMarshal.Read<ulong>(file) != ModelLayout.Magic)
            return [Issue(ModelCodes.NotAModel, "header", "The bytes do not start as a model file does.")];
        if (MemoryMarshal.Read<uint>(file[8..]) is var version && version != ModelLayout.Version)
            return [Issue(ModelCodes.Version, "header", Text($"The version was {version}; this library reads {ModelLayout.Version}."))];
        if (MemoryMarshal.Read<uint>(file[12..]) is var sections && sections != ModelLayout.Sections)
            return [Issue(ModelCodes.Version, "header", Text($"The file had {sections} sections; version 1 has {ModelLayout.Sections}."))];
        if (MemoryMarshal.Read<long>(file[16..]) is var length && length != file.Length)
            return [Issue(ModelCodes.Length, "header", Text($"The file says {length} bytes; there were {file.Length}."))];
        return Sections(file);
    }

    public static ImmutableArray<LoadIssue> Content(ReadOnlySpan<byte> file)
    {
        if (!FileHash.IsRight(file))
            return [Issue(ModelCodes.Damaged, "header.hash", "The content does not match the hash in the header: the file was damaged or altered.")];
        var issues = ImmutableArray.CreateBuilder<LoadIssue>();
        References(file, issues);
        return issues.ToImmutable();
    }

    private static ImmutableArray<LoadIssue> Sections(ReadOnlySpan<byte> file)
    {
        var issues = ImmutableArray.CreateBuilder<LoadIssue>();
        var entries = MemoryMarshal.Cast<byte, long>(file.Slice(ModelLayout.TableOffset, ModelLayout.Sections * 16));
        for (var i = 0; i < ModelLayout.Sections; i++)
        {
            var (offset, length) = (entries[i * 2], entries[(i * 2) + 1]);
            if (offset < ModelLayout.HeaderLength || offset % ModelLayout.Alignment != 0 || length < 0 || offset > file.Length || length > file.Length - offset)
                issues.Add(Issue(ModelCodes.Section, Name((ModelSection)i), Text($"The section was at {offset} with {length} bytes, in a file of {file.Length}.")));
        }

        if (issues.Count > 0)
            return issues.ToImmutable();
        var facts = MemoryMarshal.Cast<byte, long>(ModelView.Section(file, ModelSection.Facts));
        if (facts.Length != ModelLayout.Facts)
            return [Issue(ModelCodes.Section, Name(ModelSection.Facts), Text($"The section held {facts.Length} numbers; it holds {ModelLayout.Facts}."))];
        for (var fact = ModelFact.Parts; fact <= ModelFact.Categories; fact++)
        {
            if (facts[(int)fact] is < 0 or > ModelLayout.MaxParts)
                return [Issue(ModelCodes.Section, Name(ModelSection.Facts), Text($"The number of {fact} was {facts[(int)fact]}; it is from 0 to {ModelLayout.MaxParts}."))];
        }

        for (var fact = ModelFact.FirstDay; fact <= ModelFact.LastDay; fact++)
        {
            // Days of the years 1 to 9999.
            if (facts[(int)fact] is < DayNumber.First or > DayNumber.Last)
                return [Issue(ModelCodes.Section, Name(ModelSection.Facts), Text($"The {fact} was {facts[(int)fact]}; it is from {DayNumber.First} to {DayNumber.Last}."))];
        }

        var (parts, families, tags) = (facts[(int)ModelFact.Parts], facts[(int)ModelFact.Families], facts[(int)ModelFact.Tags]);
        Expect(file, ModelSection.PartLevels, parts * ModelLayout.LevelsOfPart, issues);
        Expect(file, ModelSection.PartVisits, parts * 4, issues);
        Expect(file, ModelSection.Categories, parts * 2, issues);
        Expect(file, ModelSection.Intervals, parts * 8, issues);
        Expect(file, ModelSection.Season, parts * ModelLayout.Months, issues);
        Expect(file, ModelSection.Rhythm, ModelLayout.RhythmTimes * ModelLayout.RhythmGaps, issues);
        Expect(file, ModelSection.KilometersSince, parts * ModelLayout.SinceSteps, issues);
        Expect(file, ModelSection.MonthsSince, parts * ModelLayout.SinceSteps, issues);
        Expect(file, ModelSection.SameVehicleRows, (parts + 1) * 4, issues);
        Expect(file, ModelSection.SameVisitRows, (parts + 1) * 4, issues);
        Expect(file, ModelSection.SequenceRows, (parts + 1) * 4, issues);
        Expect(file, ModelSection.SimilarRows, (((families + 1) * ModelLayout.Bands) + 1) * 4, issues);
        Expect(file, ModelSection.UsageRows, (tags + 1) * 4, issues);
        Expect(file, ModelSection.Tables, ModelLayout.Branches * ModelLayout.Signals * Parts.SignalLevel.Count * 4, issues);
        Expect(file, ModelSection.Intercepts, ModelLayout.Branches * 4, issues);
        Expect(file, ModelSection.Floors, 3 * 4, issues);
        return issues.ToImmutable();
    }

    private static void Expect(ReadOnlySpan<byte> file, ModelSection section, long length, ImmutableArray<LoadIssue>.Builder issues)
    {
        var was = ModelView.Section(file, section).Length;
        if (was != length)
            issues.Add(Issue(ModelCodes.Section, Name(section), Text($"The section had {was} bytes; for what the file says it has {length}.")));
    }

    private static void References(ReadOnlySpan<byte> file, ImmutableArray<LoadIssue>.Builder issues)
    {
        var facts = MemoryMarshal.Cast<byte, long>(ModelView.Section(file, ModelSection.Facts));
        var parts = (uint)facts[(int)ModelFact.Parts];
        for (var i = 0; i < 4; i++)
        {
            if (!ModelNames.IsWhole(ModelView.Section(file, ModelSection.PartNames + i), facts[i]))
                issues.Add(Issue(ModelCodes.Reference, Name(ModelSection.PartNames + i), Text($"The section does not hold {facts[i]} names in their order.")));
        }

        for (var section = ModelSection.SameVehicleRows; section <= ModelSection.UsageRows; section += 2)
            Relation(file, section, parts, issues);
        foreach (var part in MemoryMarshal.Cast<byte, uint>(ModelView.Section(file, ModelSection.Popular)))
        {
            if (part >= parts)
                issues.Add(Issue(ModelCodes.Reference, Name(ModelSection.Popular), Text($"Part {part} was named; there are {parts}.")));
        }

        foreach (var category in MemoryMarshal.Cast<byte, ushort>(ModelView.Section(file, ModelSection.Categories)))
        {
            if (category != ushort.MaxValue && category >= facts[(int)ModelFact.Categories])
                issues.Add(Issue(ModelCodes.Reference, Name(ModelSection.Categories), Text($"Category {category} was named; there are {facts[(int)ModelFact.Categories]}.")));
        }

        Finite(file, ModelSection.Tables, issues);
        Finite(file, ModelSection.Intercepts, issues);
    }

    private static void Relation(ReadOnlySpan<byte> file, ModelSection section, uint parts, ImmutableArray<LoadIssue>.Builder issues)
    {
        var rows = MemoryMarshal.Cast<byte, uint>(ModelView.Section(file, section));
        var pairs = MemoryMarshal.Cast<byte, uint>(ModelView.Section(file, section + 1));
        var isOrdered = rows[0] == 0 && rows[^1] == pairs.Length;
        for (var i = 1; i < rows.Length && isOrdered; i++)
            isOrdered = rows[i] >= rows[i - 1];
        if (!isOrdered)
            issues.Add(Issue(ModelCodes.Reference, Name(section), "The rows do not follow one another to the end of their pairs."));
        for (var row = 1; row < rows.Length && isOrdered; row++)
        {
            for (var i = (int)rows[row - 1]; i < (int)rows[row]; i++)
            {
                if ((pairs[i] & 0xFFFF) < parts && (i == (int)rows[row - 1] || (pairs[i] & 0xFFFF) > (pairs[i - 1] & 0xFFFF)))
                    continue;
                issues.Add(Issue(ModelCodes.Reference, Text($"{Name(section + 1)}[{i}]"), Text($"The pair names part {pairs[i] & 0xFFFF}; a row names parts below {parts}, each once, in their order.")));
                return;
            }
        }
    }

    private static void Finite(ReadOnlySpan<byte> file, ModelSection section, ImmutableArray<LoadIssue>.Builder issues)
    {
        var numbers = MemoryMarshal.Cast<byte, float>(ModelView.Section(file, section));
        for (var i = 0; i < numbers.Length; i++)
        {
            if (numbers[i] is >= -1_000f and <= 1_000f)
                continue;
            issues.Add(Issue(ModelCodes.NotANumber, Text($"{Name(section)}[{i}]"), Text($"The weight was {numbers[i]}; it is from -1000 to 1000.")));
            return;
        }
    }

    private static string Name(ModelSection section) => section.ToString();

    private static LoadIssue Issue(string code, string place, string detail) => new(code, "$." + place, detail);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
