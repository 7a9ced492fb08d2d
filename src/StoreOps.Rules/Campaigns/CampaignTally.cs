using System.Collections.Immutable;

using NodaTime;

namespace StoreOps.Rules.Campaigns;

/// <summary>Counts sets by person and stage.</summary>
internal sealed class CampaignTally
{
    private readonly Campaign _campaign;
    private readonly Dictionary<string, int> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CampaignSale> _seen = new(StringComparer.Ordinal);
    private readonly ImmutableArray<UncountedSale>.Builder _uncounted = ImmutableArray.CreateBuilder<UncountedSale>();
    private readonly long[] _units;

    public CampaignTally(Campaign campaign, CampaignPerson[] people)
    {
        _campaign = campaign;
        _units = new long[people.Length * campaign.Stages.Length];
        for (var i = 0; i < people.Length; i++)
        {
            if (_people.ContainsKey(people[i].Id))
                throw new ArgumentException("A person takes part once; \"" + people[i].Id + "\" was there twice.", nameof(people));
            _people.Add(people[i].Id, i);
            foreach (var code in people[i].Codes)
            {
                if (_codes.ContainsKey(code))
                    throw new ArgumentException("A code belongs to one person; \"" + code + "\" was there twice.", nameof(people));
                _codes.Add(code, i);
            }
        }
    }

    /// <summary>Gets what was not counted, by id: the order of sales does not matter.</summary>
    public ImmutableArray<UncountedSale> Uncounted => [.. _uncounted.OrderBy(one => one.Sale.Id, StringComparer.Ordinal)];

    public long UnitsOf(int person, int stage) => _units[(person * _campaign.Stages.Length) + stage];

    public long UnitsOf(int person)
    {
        var sum = 0L;
        for (var stage = 0; stage < _campaign.Stages.Length; stage++)
            sum += UnitsOf(person, stage);
        return sum;
    }

    public void Add(CampaignSale sale, LocalDate day)
    {
        if (_seen.TryGetValue(sale.Id, out var before))
        {
            if (before != sale)
                throw new ArgumentException("A sale has one content; \"" + sale.Id + "\" was there with two.", nameof(sale));
            return;
        }

        _seen.Add(sale.Id, sale);
        var stage = StageOn(sale.Date);
        // The code wins: it is what the customer showed.
        var isKnown = sale.Code is { } code ? _codes.TryGetValue(code, out var person) : _people.TryGetValue(sale.PersonId ?? string.Empty, out person);
        if (sale.Date > day)
            _uncounted.Add(new UncountedSale(sale, UncountedReason.Later));
        else if (stage < 0)
            _uncounted.Add(new UncountedSale(sale, UncountedReason.NoStage));
        else if (!isKnown)
            _uncounted.Add(new UncountedSale(sale, sale.Code is null ? UncountedReason.UnknownPerson : UncountedReason.UnknownCode));
        else
            _units[(person * _campaign.Stages.Length) + stage] += sale.Units;
    }

    private int StageOn(LocalDate date)
    {
        for (var i = 0; i < _campaign.Stages.Length; i++)
        {
            if (_campaign.Stages[i].From <= date && date <= _campaign.Stages[i].Until)
                return i;
        }

        return -1;
    }
}
