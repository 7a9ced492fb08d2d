#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace StoreOps.Domain.Maintenance;

/// <summary>Eight rules side by side, each fact of theirs in a row: one compare serves all eight. A view of the facts of one vehicle.</summary>
internal readonly struct DueLane
{
    public const int Width = 8;

    /// <summary>The widest window, in kilometers and in days.</summary>
    public const int MaxWindow = ushort.MaxValue;

    /// <summary>There is no record: what is past its limit is unknown.</summary>
    public const int Unrecorded = 1 << 8;

    /// <summary>A fact that counts is not known: what is not due by the others is unknown.</summary>
    public const int HalfKnown = 1 << 9;

    /// <summary>Done elsewhere.</summary>
    public const int Elsewhere = 1 << 10;

    /// <summary>The status is the low bits of the flags, whatever the day.</summary>
    public const int Fixed = 1 << 11;

    // Half the largest number, so that no day or odometer taken from it overflows.
    private const int Never = int.MaxValue / 2;
    private const int StatusBits = 0xFF;
    private const int Rows = 5;
    private const int EarlyKilometers = 1 << 12;
    private const int EarlyDays = 1 << 13;

    /// <summary>How many facts eight rules have.</summary>
    public const int Size = Rows * Width;

    // Row by row: due kilometers, their windows, due days, their windows, flags. A window before and one after its limit share a number;
    // the third, early one is the one after or none. A fleet is as fast as memory brings it, so each byte of a vehicle counts.
    private readonly int[] _facts;
    private readonly int _from;

    public DueLane(int[] facts, int lane)
    {
        _facts = facts;
        _from = lane * Size;
    }

#if NET
    public static bool IsVectorized => Vector256.IsHardwareAccelerated;
#else
    public static bool IsVectorized => false;
#endif

    public void Set(int place, in DuePoint point, in DueWindow kilometers, in DueWindow days, int flags)
    {
        Put(0, place, Math.Min(point.Kilometers, Never));
        Put(1, place, Pack(kilometers));
        Put(2, place, Math.Min(point.Day, Never));
        Put(3, place, Pack(days));
        Put(4, place, flags | (kilometers.Early > 0 ? EarlyKilometers : 0) | (days.Early > 0 ? EarlyDays : 0));
    }

    public void Scalar(int today, int kilometers, Span<MaintenanceStatus> statuses)
    {
        for (var i = 0; i < statuses.Length; i++)
            statuses[i] = Of(i, today, kilometers);
    }

#if NET
    public void Vector(int today, int kilometers, Span<MaintenanceStatus> statuses)
    {
        ref var rows = ref MemoryMarshal.GetReference(_facts.AsSpan(_from, Size));
        var flags = Row(ref rows, 4);
        var kilometersLeft = Row(ref rows, 0) - Vector256.Create(kilometers);
        var daysLeft = Row(ref rows, 2) - Vector256.Create(today);
        var progress = Vector256.Min(
            Progress(kilometersLeft, Row(ref rows, 1), Has(flags, EarlyKilometers)), Progress(daysLeft, Row(ref rows, 3), Has(flags, EarlyDays)));
        var status = Vector256.Create((int)MaintenanceStatus.Ok) - progress;

        var unknown = Vector256.Create((int)MaintenanceStatus.Unknown);
        var due = Vector256.Create((int)MaintenanceStatus.Due);
        var isUnrecorded = Has(flags, Unrecorded);
        var isBefore = Vector256.Equals(status, due) & Vector256.GreaterThan(kilometersLeft, Vector256<int>.Zero) & Vector256.GreaterThan(daysLeft, Vector256<int>.Zero);
        var isPast = Vector256.GreaterThanOrEqual(status, due);
        var whenUnrecorded = Vector256.ConditionalSelect(isBefore, Vector256.Create((int)MaintenanceStatus.Upcoming), Vector256.ConditionalSelect(isPast, unknown, status));
        status = Vector256.ConditionalSelect(isUnrecorded, whenUnrecorded, status);
        status = Vector256.ConditionalSelect(Has(flags, HalfKnown) & ~isPast, unknown, status);
        var isTrusted = Vector256.Equals(status, Vector256.Create((int)MaintenanceStatus.Ok)) | (Vector256.Equals(status, unknown) & isUnrecorded);
        status = Vector256.ConditionalSelect(Has(flags, Elsewhere) & isTrusted, Vector256.Create((int)MaintenanceStatus.DoneElsewhere), status);
        status = Vector256.ConditionalSelect(Has(flags, Fixed), flags & Vector256.Create(StatusBits), status);
        status.StoreUnsafe(ref Unsafe.As<MaintenanceStatus, int>(ref MemoryMarshal.GetReference(statuses)));
    }

    // Each compare that holds is -1: their sum counts, downwards, how far the status has gone from Ok.
    private static Vector256<int> Progress(Vector256<int> left, Vector256<int> windows, Vector256<int> hasEarly)
    {
        var late = windows & Vector256.Create(MaxWindow);
        var early = late & hasEarly;
        return Vector256.LessThanOrEqual(left, Vector256.Max(Vector256.ShiftRightLogical(windows, 16), early))
            + Vector256.LessThanOrEqual(left, early)
            + Vector256.LessThan(left, Vector256<int>.Zero)
            + Vector256.LessThan(left, -late);
    }

    private static Vector256<int> Row(ref int rows, int row) => Vector256.LoadUnsafe(ref rows, (nuint)(row * Width));

    private static Vector256<int> Has(Vector256<int> flags, int flag) => Vector256.Equals(flags & Vector256.Create(flag), Vector256.Create(flag));
#else
    public void Vector(int today, int kilometers, Span<MaintenanceStatus> statuses) => Scalar(today, kilometers, statuses);
#endif

    private MaintenanceStatus Of(int place, int today, int kilometers)
    {
        var flags = At(4, place);
        if ((flags & Fixed) != 0)
            return (MaintenanceStatus)(flags & StatusBits);
        var kilometersLeft = At(0, place) - kilometers;
        var daysLeft = At(2, place) - today;
        var status = (MaintenanceStatus)Math.Max(
            (int)Unpack(At(1, place), (flags & EarlyKilometers) != 0).StatusOf(kilometersLeft), (int)Unpack(At(3, place), (flags & EarlyDays) != 0).StatusOf(daysLeft));
        var isPast = status >= MaintenanceStatus.Due;
        if ((flags & Unrecorded) != 0 && isPast)
            status = status == MaintenanceStatus.Due && kilometersLeft > 0 && daysLeft > 0 ? MaintenanceStatus.Upcoming : MaintenanceStatus.Unknown;
        if ((flags & HalfKnown) != 0 && !isPast)
            status = MaintenanceStatus.Unknown;
        var isTrusted = status == MaintenanceStatus.Ok || (status == MaintenanceStatus.Unknown && (flags & Unrecorded) != 0);
        return (flags & Elsewhere) != 0 && isTrusted ? MaintenanceStatus.DoneElsewhere : status;
    }

    private int At(int row, int place) => _facts[_from + (row * Width) + place];

    private void Put(int row, int place, int fact) => _facts[_from + (row * Width) + place] = fact;

    private static int Pack(in DueWindow window) => unchecked((Math.Min(window.Upcoming, MaxWindow) << 16) | Math.Min(window.Late, MaxWindow));

    private static DueWindow Unpack(int packed, bool hasEarly) =>
        new((int)unchecked((uint)packed >> 16), hasEarly ? packed & MaxWindow : 0, packed & MaxWindow);
}
