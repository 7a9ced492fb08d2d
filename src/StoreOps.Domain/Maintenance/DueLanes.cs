#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace StoreOps.Domain.Maintenance;

/// <summary>The rules of one vehicle side by side in short numbers, each edge of theirs in a row: one compare serves sixteen rules.</summary>
/// <remarks>
/// Places are counted from a base near today's and end at ±32,767. An edge beyond is put to the end: as long as today lies between the ends, it
/// is passed or not as before. <see cref="DuePoints"/> asks <see cref="DueFacts"/> where today does not.
/// </remarks>
internal readonly struct DueLanes
{
    public const int Width = 16;

    private const int UsualRows = 7;
    private const int AllRows = 9;
    private const int StatusRow = 6;

    // Block by block, row by row: upcoming, point and late of the kilometers, the same of the days, the statuses; where a maker has its own
    // window before a point, also where it is due by kilometers and by days. A fleet is as fast as memory brings it: each byte counts.
    private readonly short[] _rows;
    private readonly int _rowsOfBlock;
    private readonly int _count;

    public DueLanes(DueFacts[] facts, int baseDay, int baseKilometers)
    {
        _count = facts.Length;
        _rowsOfBlock = Array.Exists(facts, HasEarly) ? AllRows : UsualRows;
        var blocks = (_count + Width - 1) / Width;
        _rows = new short[blocks * _rowsOfBlock * Width];
        for (var block = 0; block < blocks; block++)
        {
            for (var lane = 0; lane < Math.Min(Width, _count); lane++)
                Set(block * _rowsOfBlock * Width + lane, facts[First(block) + lane], baseDay, baseKilometers);
        }
    }

    public static bool IsVectorized => Vector256.IsHardwareAccelerated;

    // The last block ends with the last rule: what two blocks share is answered twice, which costs less than a rest.
    private int First(int block) => Math.Max(0, Math.Min(block * Width, _count - Width));

    private static bool HasEarly(DueFacts facts) =>
        !facts.IsFixed && facts.IsRecorded && (facts.Kilometers.Due != facts.Kilometers.Point || facts.Days.Due != facts.Days.Point);

    private void Set(int at, in DueFacts facts, int baseDay, int baseKilometers)
    {
        SetEdges(at, facts, facts.Kilometers, baseKilometers, early: UsualRows);
        SetEdges(at + (3 * Width), facts, facts.Days, baseDay, early: UsualRows + 1 - 3);
        _rows[at + (StatusRow * Width)] = Statuses(facts);
    }

    // Without a record nobody can have missed what is not at its limit yet; at the limit it is unknown, and stays so.
    private void SetEdges(int at, in DueFacts facts, in DueEdges edges, int from, int early)
    {
        var due = facts.IsRecorded ? edges.Due : edges.Point;
        var upcoming = facts.IsHalfKnown ? edges.Due : edges.Upcoming;
        _rows[at] = Short(upcoming - from);
        _rows[at + Width] = Short(edges.Point - from);
        _rows[at + (2 * Width)] = Short(edges.Late - from);
        if (_rowsOfBlock == AllRows)
            _rows[at + (early * Width)] = Short(due - from);
    }

    // Four bits each: the status before all edges, what changes it at the first and again at the second, and whether it goes on past them.
    private static short Statuses(in DueFacts facts)
    {
        if (facts.IsFixed)
            return (short)facts.FixedStatus;
        var elsewhere = facts.IsElsewhere ? MaintenanceStatus.DoneElsewhere : MaintenanceStatus.Ok;
        var unknown = facts is { IsElsewhere: true, IsRecorded: false } ? MaintenanceStatus.DoneElsewhere : MaintenanceStatus.Unknown;
        var first = (int)(facts.IsHalfKnown ? unknown : elsewhere);
        const int Upcoming = (int)MaintenanceStatus.Upcoming;
        var past = (int)(facts.IsRecorded ? MaintenanceStatus.Due : unknown);
        return unchecked((short)(first | ((first ^ Upcoming) << 4) | ((Upcoming ^ past) << 8) | (facts.IsRecorded ? 0xF000 : 0)));
    }

    private static short Short(long place) => (short)Math.Max(short.MinValue, Math.Min(short.MaxValue, place));

    /// <summary>Tells the statuses at a place between the ends, so many from the base.</summary>
    public void Statuses(int day, int kilometers, Span<MaintenanceStatus> statuses)
    {
        if (_count < Width)
        {
            Few(day, kilometers, statuses);
            return;
        }

        ref var rows = ref MemoryMarshal.GetArrayDataReference(_rows);
        ref var first = ref Unsafe.As<MaintenanceStatus, int>(ref MemoryMarshal.GetReference(statuses.Slice(0, _count)));
        var (today, here) = (Vector256.Create((short)day), Vector256.Create((short)kilometers));
        for (int from = 0, last = _count - Width; ; from += Width)
        {
            Block(ref rows, today, here, ref Unsafe.Add(ref first, Math.Min(from, last)));
            if (from >= last)
                return;
            rows = ref Unsafe.Add(ref rows, _rowsOfBlock * Width);
        }
    }

    private void Few(int day, int kilometers, Span<MaintenanceStatus> statuses)
    {
        Span<MaintenanceStatus> all = stackalloc MaintenanceStatus[Width];
        Block(
            ref MemoryMarshal.GetArrayDataReference(_rows),
            Vector256.Create((short)day),
            Vector256.Create((short)kilometers),
            ref Unsafe.As<MaintenanceStatus, int>(ref MemoryMarshal.GetReference(all)));
        all.Slice(0, _count).CopyTo(statuses);
    }

    // A compare that holds is -1 in its lane, all bits set: it is a mask, and it counts.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Block(ref short rows, Vector256<short> today, Vector256<short> here, ref int statuses)
    {
        var (tomorrow, ahead) = (today + Vector256<short>.One, here + Vector256<short>.One);
        var (pointKilometers, pointDay) = (Row(ref rows, 1), Row(ref rows, 4));
        var (dueKilometers, dueDay) = _rowsOfBlock == UsualRows ? (pointKilometers, pointDay) : (Row(ref rows, UsualRows), Row(ref rows, UsualRows + 1));
        var isUpcoming = Vector256.GreaterThan(ahead, Row(ref rows, 0)) | Vector256.GreaterThan(tomorrow, Row(ref rows, 3));
        var isDue = Vector256.GreaterThan(ahead, dueKilometers) | Vector256.GreaterThan(tomorrow, dueDay);
        var isPast = Vector256.GreaterThan(here, pointKilometers) | Vector256.GreaterThan(today, pointDay);
        var isLate = Vector256.GreaterThan(here, Row(ref rows, 2)) | Vector256.GreaterThan(today, Row(ref rows, 5));

        var packed = Row(ref rows, StatusRow);
        var four = Vector256.Create((short)0xF);
        var status = (packed & four)
            ^ (Vector256.ShiftRightLogical(packed, 4) & four & isUpcoming)
            ^ (Vector256.ShiftRightLogical(packed, 8) & four & isDue);
        status -= (isPast + isLate) & Vector256.ShiftRightArithmetic(packed, 12);
        var (low, high) = Vector256.Widen(status);
        low.StoreUnsafe(ref statuses);
        high.StoreUnsafe(ref statuses, (nuint)Vector256<int>.Count);
    }

    private static Vector256<short> Row(ref short rows, int row) => Vector256.LoadUnsafe(ref rows, (nuint)(row * Width));
}
#endif
