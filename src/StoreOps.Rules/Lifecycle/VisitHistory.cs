using StoreOps.Domain.Customers;

namespace StoreOps.Rules.Lifecycle;

/// <summary>The days that count as visits, rising and each once, and how many visits were left out.</summary>
internal readonly ref struct VisitHistory
{
    private VisitHistory(ReadOnlySpan<int> days, int notCounted, int fromFuture)
    {
        Days = days;
        NotCounted = notCounted;
        FromFuture = fromFuture;
    }

    /// <summary>Days since 1970-01-01.</summary>
    public ReadOnlySpan<int> Days { get; }

    public int NotCounted { get; }

    public int FromFuture { get; }

    public static VisitHistory From(LifecycleSituation situation, LifecyclePolicy policy)
    {
        if (situation.Visits.IsDefaultOrEmpty)
            return default;
        var days = new int[situation.Visits.Length];
        int counted = 0, notCounted = 0, fromFuture = 0;
        foreach (var visit in situation.Visits)
        {
            if (visit.Date > situation.AsOf)
                fromFuture++;
            else if (!Counts(visit.Kind, policy))
                notCounted++;
            else
                days[counted++] = LifecycleClassifier.ToDay(visit.Date);
        }

        Array.Sort(days, 0, counted);
        var distinct = 0;
        for (var i = 0; i < counted; i++)
        {
            if (i == 0 || days[i] != days[distinct - 1])
                days[distinct++] = days[i];
        }

        return new VisitHistory(days.AsSpan(0, distinct), notCounted, fromFuture);
    }

    private static bool Counts(VisitKind kind, LifecyclePolicy policy) => kind switch
    {
        VisitKind.Warranty => policy.CountsWarrantyVisits,
        VisitKind.Accident => policy.CountsAccidentVisits,
        _ => true,
    };
}
