using StoreOps.Domain.Monetary;

namespace StoreOps.Rules.Pricing;

/// <summary>Finds the combination of promotions that saves the customer most, exactly, by branch and bound in the order of application.</summary>
/// <remarks>
/// The bound is what each promotion still to decide would take off the untouched order: none of the effects takes more off a smaller amount,
/// and all of them together at most everything, so the bound never cuts off the best. Equal savings prefer fewer coupons, then fewer promotions, then the earlier in the order of application.
/// Work is bounded by a number of nodes, not by a clock: the same order gives the same quote everywhere.
/// </remarks>
internal sealed class CombinationSearch
{
    /// <summary>The largest number of promotions decided on; conflicts are kept as bits.</summary>
    public const int MaxCandidates = 64;

    /// <summary>The largest number of decisions tried.</summary>
    public const int MaxNodes = 200_000;

    private readonly int _maxNodes;
    private readonly Promotion[] _promotions;
    private readonly bool[] _selected;
    private readonly long[] _list;
    private readonly long[] _running;
    private readonly Money[] _shares;
    private readonly long[] _potential;
    private readonly ulong[] _conflicts;
    private readonly Currency _currency;
    private readonly RoundingPolicy _rounding;
    private readonly long _payable;
    private int _bestCoupons;
    private int _bestCount;

    public CombinationSearch(Promotion[] promotions, bool[] selected, long[] list, long[] start, Currency currency, RoundingPolicy rounding, int maxNodes = MaxNodes)
    {
        _maxNodes = maxNodes;
        _promotions = promotions;
        _selected = selected;
        _list = list;
        _currency = currency;
        _rounding = rounding;
        _shares = new Money[list.Length];
        _running = new long[list.Length * (promotions.Length + 1)];
        start.CopyTo(_running, 0);
        _payable = start.Sum();
        _conflicts = new ulong[promotions.Length];
        _potential = new long[promotions.Length + 1];
        for (var i = promotions.Length - 1; i >= 0; i--)
        {
            // Taken from what is left to pay instead of added up, which would go beyond 64 bits.
            var off = DiscountMath.Discount(promotions[i], SelectedBy(i), start, list, currency, rounding, out _);
            _potential[i] = off > _payable - _potential[i + 1] ? _payable : _potential[i + 1] + off;
            for (var j = 0; j < promotions.Length; j++)
            {
                if (j != i && !promotions[i].CombinesWithOther(promotions[j]))
                    _conflicts[i] |= 1UL << j;
            }
        }
    }

    /// <summary>Gets which promotions the best combination applies, one bit each.</summary>
    public ulong Best { get; private set; }

    /// <summary>Gets what the best combination takes off, in minor units; -1 before the search.</summary>
    public long BestDiscount { get; private set; } = -1;

    /// <summary>Gets how many complete combinations were compared.</summary>
    public int CombinationsTried { get; private set; }

    /// <summary>Gets how many decisions were tried.</summary>
    public int Nodes { get; private set; }

    /// <summary>Gets a value indicating whether every combination was compared or excluded by the bound.</summary>
    public bool IsProvenBest => Nodes <= _maxNodes;

    public void Run() => Decide(0, 0, 0, 0, 0);

    /// <summary>Returns which lines a promotion is about.</summary>
    public ReadOnlySpan<bool> SelectedBy(int promotion) => _selected.AsSpan(promotion * _list.Length, _list.Length);

    private void Decide(int index, ulong taken, long discount, int coupons, int count)
    {
        if (++Nodes > _maxNodes && BestDiscount >= 0)
            return;
        if (index == _promotions.Length)
        {
            CombinationsTried++;
            if (IsBetter(discount, coupons, count))
                (Best, BestDiscount, _bestCoupons, _bestCount) = (taken, discount, coupons, count);
            return;
        }

        var most = _potential[index] > _payable - discount ? _payable : discount + _potential[index];
        if (!IsBetter(most, coupons, count))
            return;

        var lines = _list.Length;
        var running = _running.AsSpan(index * lines, lines);
        var next = _running.AsSpan((index + 1) * lines, lines);
        var promotion = _promotions[index];
        if ((taken & _conflicts[index]) == 0 && HasRoom(promotion.Group, index, taken))
        {
            var off = DiscountMath.Discount(promotion, SelectedBy(index), running, _list, _currency, _rounding, out _);
            if (off > 0)
            {
                running.CopyTo(next);
                DiscountMath.TakeOff(off, _currency, SelectedBy(index), next, _shares);
                Decide(index + 1, taken | (1UL << index), discount + off, coupons + (promotion.IsCoupon ? 1 : 0), count + 1);
            }
        }

        running.CopyTo(next);
        Decide(index + 1, taken, discount, coupons, count);
    }

    private bool IsBetter(long discount, int coupons, int count) =>
        discount > BestDiscount
        || (discount == BestDiscount && (coupons < _bestCoupons || (coupons == _bestCoupons && count < _bestCount)));

    private bool HasRoom(PromotionGroup group, int index, ulong taken)
    {
        var room = group.Mode == GroupMode.Stack ? group.AtMost : 1;
        for (var i = 0; i < index; i++)
        {
            if ((taken & (1UL << i)) != 0 && _promotions[i].Group.Id == group.Id && --room == 0)
                return false;
        }

        return true;
    }
}
