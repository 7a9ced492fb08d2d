using System.Collections.Immutable;

namespace StoreOps.Domain.Vehicles;

/// <summary>Tries every single repair of one text and keeps what is allowed.</summary>
internal sealed class VinSearch
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";

    private readonly WmiCatalog _makers;
    private readonly VinContext _context;
    private readonly VinScan _scan;
    private readonly Dictionary<Vin, (int Rank, VinChange? Last)> _found = [];
    private readonly bool _isBaseDemanding;
    private readonly bool _isBaseMakerKnown;
    private readonly Vin? _base;

    public VinSearch(WmiCatalog makers, VinContext context, VinScan scan)
    {
        _makers = makers;
        _context = context;
        _scan = scan;
        if (!Vin.TryParse(scan.Characters.AsSpan(), out var vin))
            return;
        _base = vin;
        _isBaseMakerKnown = makers.Find(vin) is not null;
        _isBaseDemanding = CheckDigitRule.IsRequired(vin, context.Market) && !vin.HasValidCheckDigit;
    }

    public void Run()
    {
        switch (_scan.Characters.Length)
        {
            case Vin.Length - 1:
                TryInsertions();
                break;
            case Vin.Length + 1:
                TryRemovals();
                break;
            default:
                TryReplacements();
                break;
        }
    }

    public ImmutableArray<VinCandidate> Best(int most, VinDecoder decoder)
    {
        var best = _found.OrderBy(one => one.Value.Rank).ThenBy(one => one.Value.Last?.Position ?? 0).ThenBy(one => one.Key).Take(most);
        return [.. best.Select(one => new VinCandidate(decoder.Decode(one.Key, _context), _scan.ChangesWith(one.Value.Last)))];
    }

    private void TryReplacements()
    {
        if (_base is { } vin)
        {
            // The check digit, or a known maker where there is none, confirms the reading; then nothing further is sought.
            var isConfirmed = vin.HasValidCheckDigit || (!CheckDigitRule.IsRequired(vin, _context.Market) && _isBaseMakerKnown);
            if ((isConfirmed || !_isBaseDemanding) && (_scan.IsNotationChanged || _scan.Original != _scan.Characters))
                Keep(vin, null);
            if (vin.HasValidCheckDigit)
                return;
        }

        Span<char> text = stackalloc char[Vin.Length];
        _scan.Characters.AsSpan().CopyTo(text);
        for (var i = 0; i < Vin.Length; i++)
        {
            if (_scan.FirstUnreadable >= 0 && _scan.FirstUnreadable != i)
                continue;
            var before = text[i];
            foreach (var character in Alphabet)
            {
                if (character == before)
                    continue;
                text[i] = character;
                Try(text, new VinChange(KindOf(i, character), i + 1, _scan.Original[i], character));
            }

            text[i] = before;
        }

        if (_scan.FirstUnreadable >= 0)
            return;
        for (var i = 0; i + 1 < Vin.Length; i++)
        {
            if (text[i] == text[i + 1])
                continue;
            (text[i], text[i + 1]) = (text[i + 1], text[i]);
            Try(text, new VinChange(VinChangeKind.Transposed, i + 1, text[i + 1], text[i]));
            (text[i], text[i + 1]) = (text[i + 1], text[i]);
        }
    }

    private VinChangeKind KindOf(int index, char to)
    {
        if (VinLookalikes.OfForbidden(_scan.Original[index]) is { } meant)
            return meant.Contains(to) ? VinChangeKind.ForbiddenLetter : VinChangeKind.Replaced;
        return _scan.FirstUnreadable < 0 && VinLookalikes.Of(_scan.Original[index]).Contains(to)
            ? VinChangeKind.Lookalike
            : VinChangeKind.Replaced;
    }

    private void TryInsertions()
    {
        Span<char> text = stackalloc char[Vin.Length];
        var given = _scan.Characters.AsSpan();
        for (var i = 0; i < Vin.Length; i++)
        {
            given.Slice(0, i).CopyTo(text);
            given.Slice(i).CopyTo(text.Slice(i + 1));
            foreach (var character in Alphabet)
            {
                text[i] = character;
                Try(text, new VinChange(VinChangeKind.Inserted, i + 1, default, character));
            }
        }
    }

    private void TryRemovals()
    {
        Span<char> text = stackalloc char[Vin.Length];
        var given = _scan.Characters.AsSpan();
        for (var i = 0; i <= Vin.Length; i++)
        {
            given.Slice(0, i).CopyTo(text);
            given.Slice(i + 1).CopyTo(text.Slice(i));
            Try(text, new VinChange(VinChangeKind.Removed, i + 1, _scan.Original[i], default));
        }
    }

    private void Try(ReadOnlySpan<char> text, VinChange change)
    {
        if (Vin.TryParse(text, out var vin) && IsAllowed(vin, change))
            Keep(vin, change);
    }

    private bool IsAllowed(Vin vin, VinChange change)
    {
        var isRequired = CheckDigitRule.IsRequired(vin, _context.Market);
        var isMakerKnown = _makers.Find(vin) is not null;
        if (vin.HasValidCheckDigit)
        {
            if (_isBaseDemanding)
                return isRequired || isMakerKnown;

            // Nothing demands a repair of a car from a market without check digits: by chance one repair in eleven would look right.
            return isRequired && isMakerKnown && (!_isBaseMakerKnown || change.Kind is VinChangeKind.Lookalike or VinChangeKind.ForbiddenLetter);
        }

        if (isRequired || !isMakerKnown || _isBaseMakerKnown)
            return false;
        return change.Kind is VinChangeKind.Lookalike or VinChangeKind.ForbiddenLetter
            ? change.Position <= 3
            : change.Kind == VinChangeKind.Removed && IsDouble(change.Position - 1);
    }

    private bool IsDouble(int index) =>
        (index > 0 && _scan.Characters[index - 1] == _scan.Characters[index])
        || (index + 1 < _scan.Characters.Length && _scan.Characters[index + 1] == _scan.Characters[index]);

    private void Keep(Vin vin, VinChange? last)
    {
        var rank = RankOf(vin, last);
        if (!_found.TryGetValue(vin, out var known) || rank < known.Rank)
            _found[vin] = (rank, last);
    }

    private int RankOf(Vin vin, VinChange? last)
    {
        var maker = _makers.Find(vin);
        var isRequired = CheckDigitRule.IsRequired(vin, _context.Market);
        var rank = maker is null ? 100 : 0;
        if (isRequired && VinDecoder.YearOf(vin, maker, _context).Certainty == ModelYearCertainty.NotEncoded)
            rank += 50;

        // 49 CFR 565.15 (d) and GB 16735: the last four are digits.
        for (var position = 14; isRequired && position <= Vin.Length; position++)
        {
            if (vin[position] > '9')
            {
                rank += 25;
                break;
            }
        }

        return rank + (last is not { } change ? 0 : (2 * (int)change.Kind) - (IsLikelySlip(change) ? 1 : 0));
    }

    // A finger that strikes a key twice or once too few, and a barcode's leading I, which marks an import and is no part of the VIN.
    private bool IsLikelySlip(VinChange change) => change.Kind switch
    {
        VinChangeKind.Removed => IsDouble(change.Position - 1) || (change.Position == 1 && change.From == 'I'),
        VinChangeKind.Inserted => (change.Position > 1 && _scan.Characters[change.Position - 2] == change.To)
            || (change.Position <= _scan.Characters.Length && _scan.Characters[change.Position - 1] == change.To),
        _ => false,
    };
}
