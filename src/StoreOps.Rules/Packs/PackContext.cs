using System.Collections.Immutable;
using System.Globalization;

using NodaTime;
using NodaTime.Text;

using StoreOps.Domain;
using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Monetary;
using StoreOps.Rules.Expressions;
using StoreOps.Rules.Pricing;

namespace StoreOps.Rules.Packs;

/// <summary>What checking a pack needs everywhere: its currency, its conditions, and a place for what is wrong.</summary>
internal sealed class PackContext(Currency currency, PackLoadOptions options, ConditionCompiler conditions, ImmutableArray<LoadIssue>.Builder issues)
{
    private const decimal MaxAmount = 10_000_000m;
    private const int MaxHints = 32;
    private const int MaxHintNames = 1_024;

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private int _hintsGiven;

    public Currency Currency => currency;

    /// <summary>Gets the items that rules may name. What comes with the library is read when a rule first names one.</summary>
    public MaintenanceCatalog Catalog => options.Catalog;

    /// <summary>Gets the packages that a selector may name.</summary>
    public IReadOnlyCollection<string> PackageIds { get; init; } = [];

    public ImmutableArray<LoadIssue>.Builder Issues => issues;

    public void Add(string code, string path, string detail) => issues.Add(new LoadIssue(code, path, detail));

    /// <summary>Reports a name that stands for nothing, with the nearest that does.</summary>
    public void AddUnknown(string code, string path, string detail, string name, IEnumerable<string> known)
    {
        // Looking for what was meant costs time for each wrong name and each known one: a file of nothing but wrong names gets a few hints.
        var nearest = _hintsGiven++ < MaxHints ? NearestName.To(name, known.Take(MaxHintNames)) : null;
        issues.Add(new LoadIssue(code, path, detail + (nearest is null ? "." : "; the nearest is \"" + nearest + "\".")) { Suggestion = nearest });
    }

    /// <summary>Checks that an id is kebab-case and stands once in the pack.</summary>
    public string Id(string id, string path)
    {
        if (id.Length is 0 or > 64 || !id.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '.'))
            Add("SOR020", path, "An id has 1 to 64 small letters, digits, hyphens and dots; it was \"" + id + "\".");
        else if (!_ids.Add(id))
            Add("SOR021", path, "An id stands once in a pack; \"" + id + "\" was there before.");
        return id;
    }

    /// <summary>Reads an amount from zero up, or above zero.</summary>
    public Money Amount(decimal amount, string path, bool isZeroAllowed = false)
    {
        if (Money.TryFromAmount(amount, currency, out var money) && amount <= MaxAmount && (isZeroAllowed ? amount >= 0m : amount > 0m))
            return money;
        Add("SOR022", path, "An amount is " + (isZeroAllowed ? "zero or above" : "above zero") + ", at most 10000000 and has at most "
            + Show(currency.DecimalDigits) + " decimals; it was " + amount.ToString(CultureInfo.InvariantCulture) + ".");
        return Money.Zero(currency);
    }

    public Money? Amount(decimal? amount, string path) => amount is { } known ? Amount(known, path) : null;

    public Percentage Percent(decimal percent, string path)
    {
        if (percent is >= 0m and <= 100m && decimal.Round(percent, 6) == percent)
            return Percentage.FromPercent(percent);
        Add("SOR023", path, "A percentage is from 0 to 100 with at most six decimals; it was " + percent.ToString(CultureInfo.InvariantCulture) + ".");
        return Percentage.Zero;
    }

    public int Count(int count, string path, int most = 1_000)
    {
        if (count >= 1 && count <= most)
            return count;
        Add("SOR024", path, "A number here is from 1 to " + Show(most) + "; it was " + Show(count) + ".");
        return 1;
    }

    public LocalDate? Date(string? text, string path)
    {
        if (text is null)
            return null;
        var parsed = LocalDatePattern.Iso.Parse(text);
        if (parsed.Success)
            return parsed.Value;
        Add("SOR025", path, "A day is written as 2026-11-20; it was \"" + text + "\".");
        return null;
    }

    /// <summary>Reads the first and the last day of an entry.</summary>
    public (LocalDate? From, LocalDate? Until) Dates(string? from, string? until, string path)
    {
        var first = Date(from, path + ".from");
        var last = Date(until, path + ".until");
        Period(first, last, path);
        return (first, last);
    }

    private void Period(LocalDate? from, LocalDate? until, string path)
    {
        if (from > until)
            Add("SOR026", path + ".until", "The last day is not before the first; it was " + LocalDatePattern.Iso.Format(until!.Value) + ".");
    }

    /// <summary>Compiles a condition over the facts of the pack, or over others.</summary>
    public Condition? Condition(string? source, string path, ConditionCompiler? others = null)
    {
        if (source is null)
            return null;
        if ((others ?? conditions).TryCompile(source, out var condition, out var problems))
            return condition;
        foreach (var problem in problems)
        {
            issues.Add(new LoadIssue("SOR030", path, "Line " + Show(problem.Line) + ", column " + Show(problem.Column) + ": " + problem.Detail)
            {
                Offset = problem.Offset,
                InnerCode = problem.Code,
                Suggestion = problem.Suggestion,
            });
        }

        return null;
    }

    public static LineSelector Selector(SelectorConfig? selector) =>
        selector is null ? LineSelector.All : new LineSelector(selector.Kind, selector.Item, selector.Slot, selector.Package);

    public static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string At(string path, int index) => path + "[" + Show(index) + "]";
}
