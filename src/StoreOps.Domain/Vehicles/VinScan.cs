using System.Collections.Immutable;

namespace StoreOps.Domain.Vehicles;

/// <summary>A text as a VIN is written: without separators, in capital ASCII, with I, O and Q read as the digits they look like.</summary>
internal readonly struct VinScan
{
    // A text much longer than a VIN is none; nobody waits for it to be read through.
    private const int MaxText = 64;

    private VinScan(string original, string characters, int firstUnreadable, int unreadable, bool isNotationChanged)
    {
        Original = original;
        Characters = characters;
        FirstUnreadable = firstUnreadable;
        IsNear = characters.Length is >= Vin.Length - 1 and <= Vin.Length + 1 && (unreadable == 0 || (unreadable == 1 && characters.Length == Vin.Length));
        IsNotationChanged = isNotationChanged;
    }

    /// <summary>Gets the characters with their I, O and Q.</summary>
    public string Original { get; }

    /// <summary>Gets the characters with 1 for I, and 0 for O and Q.</summary>
    public string Characters { get; }

    /// <summary>Gets the index of the first character that stands for none of a VIN; -1 when there is none.</summary>
    public int FirstUnreadable { get; }

    /// <summary>Gets a value indicating whether one repair can make it a VIN.</summary>
    public bool IsNear { get; }

    public bool IsNotationChanged { get; }

    public static VinScan Of(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length > MaxText)
            return new VinScan(string.Empty, string.Empty, -1, 0, isNotationChanged: false);
        Span<char> original = stackalloc char[MaxText];
        Span<char> read = stackalloc char[MaxText];
        var length = 0;
        var firstUnreadable = -1;
        var unreadable = 0;
        var isChanged = false;
        foreach (var raw in text)
        {
            var character = VinLookalikes.Fold(raw);
            isChanged |= raw >= 128;
            if (IsSeparator(character))
            {
                isChanged = true;
                continue;
            }

            if (character >= 128 || (VinAlphabet.Codes[character] == 0 && VinLookalikes.OfForbidden(character) is null))
            {
                if (unreadable++ == 0)
                    firstUnreadable = length;
            }

            original[length] = character;
            read[length++] = VinLookalikes.OfForbidden(character) is { } meant ? meant[0] : character;
        }

        return new VinScan(original.Slice(0, length).ToString(), read.Slice(0, length).ToString(), firstUnreadable, unreadable, isChanged);
    }

    /// <summary>Says what is wrong in the text without its separators: a VIN in groups of four has 17 characters, not 21.</summary>
    public VinProblem Problem(VinProblem otherwise)
    {
        if (Original.Length == 0)
            return otherwise;
        if (Original.Length != Vin.Length)
            return new VinProblem(VinProblemKind.Length, Original.Length, default);
        for (var i = 0; i < Original.Length; i++)
        {
            if (Original[i] >= 128 || VinAlphabet.Codes[Original[i]] == 0)
                return new VinProblem(VinProblemKind.Character, i + 1, Original[i]);
        }

        return otherwise;
    }

    /// <summary>Gives the changes that lead from the text to <see cref="Characters"/>, with one more.</summary>
    public ImmutableArray<VinChange> ChangesWith(VinChange? last)
    {
        var changes = ImmutableArray.CreateBuilder<VinChange>();
        if (IsNotationChanged)
            changes.Add(new VinChange(VinChangeKind.Notation, 0, default, default));
        var shift = 0;
        for (var i = 0; i < Original.Length; i++)
        {
            if (last is { Kind: VinChangeKind.Removed } removed && removed.Position == i + 1)
            {
                shift = -1;
                continue;
            }

            if (last is { Kind: VinChangeKind.Inserted } inserted && inserted.Position == i + 1)
                shift = 1;
            if (Original[i] != Characters[i] && !(last is { Kind: VinChangeKind.ForbiddenLetter } other && other.Position == i + 1))
                changes.Add(new VinChange(VinChangeKind.ForbiddenLetter, i + 1 + shift, Original[i], Characters[i]));
        }

        if (last is { } change)
            changes.Add(change);
        return changes.ToImmutable();
    }

    // Stars stand around the number on Chinese plates; dashes come from spreadsheets.
    private static bool IsSeparator(char character) => character is '-' or '_' or '.' or ',' or '*' or ':' or '/'
        or (>= '\u2010' and <= '\u2015') or '\u2212' or '\u200B' or '\uFEFF' || char.IsWhiteSpace(character);
}
