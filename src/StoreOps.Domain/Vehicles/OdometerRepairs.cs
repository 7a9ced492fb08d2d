using System.Collections.Immutable;

namespace StoreOps.Domain.Vehicles;

/// <summary>Finds what a doubtful reading was probably meant to be: one slip of the fingers away, and where the vehicle is expected.</summary>
internal static class OdometerRepairs
{
    private const int Most = 3;
    private const int MaxDigits = 7;

    public static ImmutableArray<OdometerRepair> Find(Odometer typed, Odometer from, Odometer to, double expected, double deviation)
    {
        var found = new List<(OdometerRepair Repair, double Cost)>();
        var digits = typed.ToString().Replace(" km", string.Empty);
        for (var i = 0; i <= digits.Length; i++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                if (digits.Length < MaxDigits)
                    Consider(digits.Insert(i, digit.ToString()), OdometerSlip.DigitDropped, digits.Length * 10);
                if (i < digits.Length && digits[i] != digit)
                    Consider(digits.Remove(i, 1).Insert(i, digit.ToString()), OdometerSlip.DigitWrong, digits.Length * 9);
            }

            if (i < digits.Length && digits.Length > 1)
                Consider(digits.Remove(i, 1), OdometerSlip.DigitAdded, digits.Length);
            if (i + 1 < digits.Length && digits[i] != digits[i + 1])
                Consider(digits.Remove(i, 1).Insert(i + 1, digits[i].ToString()), OdometerSlip.DigitsSwapped, digits.Length);
        }

        if (typed.Kilometers <= 6_200_000)
            Add(Odometer.FromMiles(typed.Kilometers), OdometerSlip.MilesForKilometers, 2);
        found.Sort((left, right) => left.Cost != right.Cost ? left.Cost.CompareTo(right.Cost) : left.Repair.Odometer.CompareTo(right.Repair.Odometer));
        var repairs = ImmutableArray.CreateBuilder<OdometerRepair>(Most);
        foreach (var (repair, _) in found)
        {
            if (repairs.Count < Most && !repairs.Any(one => one.Odometer == repair.Odometer))
                repairs.Add(repair);
        }

        return repairs.ToImmutable();

        void Consider(string text, OdometerSlip slip, int ways)
        {
            if (text[0] != '0')
                Add(Odometer.FromKilometers(int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)), slip, ways);
        }

        // A slip that can happen in many ways is as likely as any other, each of its ways the less.
        void Add(Odometer odometer, OdometerSlip slip, int ways)
        {
            if (odometer < from || odometer > to || odometer == typed)
                return;
            var off = (odometer.Kilometers - expected) / deviation;
            found.Add((new(odometer, slip), (off * off / 2) + Math.Log(ways)));
        }
    }
}
