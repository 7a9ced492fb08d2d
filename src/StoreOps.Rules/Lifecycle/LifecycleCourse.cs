using NodaTime;

namespace StoreOps.Rules.Lifecycle;

/// <summary>
/// How the state runs from the last visit on without another: fresh, then at risk, dormant and lost from given idle days on.
/// </summary>
/// <remarks>A later stage wins over an earlier one that begins on the same day or after it. The default never changes.</remarks>
internal readonly record struct LifecycleCourse(
    LifecycleState Fresh, LocalDate LastVisit, long AtRiskFromIdle, long DormantFromIdle, long LostFromIdle)
{
    public const long Never = long.MaxValue;

    /// <summary>A course in which nothing will change.</summary>
    public static LifecycleCourse Constant(LifecycleState state) => new(state, default, Never, Never, Never);

    public LifecycleState After(long idleDays) =>
        idleDays >= LostFromIdle ? LifecycleState.Lost
        : idleDays >= DormantFromIdle ? LifecycleState.Dormant
        : idleDays >= AtRiskFromIdle ? LifecycleState.AtRisk
        : Fresh;

    public LifecycleState On(LocalDate date) => After(IdleOn(date));

    /// <summary>
    /// The first day after <paramref name="date"/> on which the state is another one; null for never, or beyond the calendar.
    /// </summary>
    public LocalDate? ChangesAfter(LocalDate date)
    {
        var idle = IdleOn(date);
        var next = Never;
        foreach (var from in (ReadOnlySpan<long>)[AtRiskFromIdle, DormantFromIdle, LostFromIdle])
        {
            if (from > idle && from < next && After(from) != After(idle))
                next = from;
        }

        return next == Never || next > DaysBetween(LastVisit, LocalDate.MaxIsoValue) ? null : LastVisit.PlusDays((int)next);
    }

    public static int DaysBetween(LocalDate start, LocalDate end) => Period.DaysBetween(start, end);

    private long IdleOn(LocalDate date) => DaysBetween(LastVisit, date);
}
