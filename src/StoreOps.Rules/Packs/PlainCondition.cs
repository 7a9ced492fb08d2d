using System.Globalization;

using StoreOps.Rules.Expressions;

namespace StoreOps.Rules.Packs;

/// <summary>Writes the plain conditions of an entry in the condition language: they are exactly that, and explained as that.</summary>
internal static class PlainCondition
{
    /// <summary>Compiles everything that an entry asks for.</summary>
    /// <returns>The condition; null where there is none, and where it is wrong.</returns>
    public static Condition? Compile(ConditionConfig config, string path, PackContext context)
    {
        // Alone first, so that what is wrong with it is found at its place in it.
        var when = context.Condition(config.When, path + ".when");
        var plain = SourceOf(config, path, context);
        if (plain.Length == 0 || (config.When is not null && when is null))
            return when;
        // A comment would hide the parenthesis.
        var rest = config.When is null ? string.Empty : " && (" + config.When + (config.When.Contains("//") ? "\n)" : ")");
        return context.Condition(plain + rest, path);
    }

    private static string SourceOf(ConditionConfig config, string path, PackContext context)
    {
        var parts = new List<string>();
        if (context.Amount(config.MinimumTotal, path + ".minimumTotal") is not null)
            parts.Add(StandardFacts.OrderTotal + " >= " + config.MinimumTotal!.Value.ToString(CultureInfo.InvariantCulture));
        if (config.MinimumVisits is { } visits)
            parts.Add(StandardFacts.CustomerVisits + " >= " + PackContext.Show(context.Count(visits, path + ".minimumVisits")));
        if (config.CustomerStates is { } states && IsFilled(states.Length, path + ".customerStates", context))
            parts.Add(StandardFacts.CustomerLifecycle + " in " + List(states.Select(PackWords.Of)));
        if (config.CustomerTags is { } tags && IsFilled(tags.Length, path + ".customerTags", context))
            parts.AddRange(tags.Select(tag => CelValue.Of(tag) + " in " + StandardFacts.CustomerTags));
        if (config.Makes is { } makes && IsFilled(makes.Length, path + ".makes", context))
            parts.Add(StandardFacts.VehicleMake + " in " + List(makes));
        if (config is DatedConditionConfig { ValidOn: { } days } && IsFilled(days.Length, path + ".validOn", context))
            parts.Add(StandardFacts.TodayWeekday + " in " + List(days.Select(PackWords.Of)));
        return string.Join(" && ", parts);
    }

    private static string List(IEnumerable<string> words) => CelValue.Of([.. words]).ToString();

    private static bool IsFilled(int count, string path, PackContext context)
    {
        if (count > 0)
            return true;
        context.Add("SOR034", path, "A list of what is accepted has at least one entry; there was none.");
        return false;
    }
}
