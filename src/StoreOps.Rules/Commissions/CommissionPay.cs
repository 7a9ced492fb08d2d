using StoreOps.Domain.Monetary;

namespace StoreOps.Rules.Commissions;

/// <summary>What a commission rule pays for a line, all credited employees together.</summary>
public abstract record CommissionPay
{
    private protected CommissionPay()
    {
    }

    /// <summary>Pays an amount for each unit of the line's quantity.</summary>
    public sealed record PerUnit : CommissionPay
    {
        /// <summary>Initializes a new instance of the <see cref="PerUnit"/> class.</summary>
        /// <param name="amount">The amount for one unit, zero or above.</param>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is negative.</exception>
        /// <exception cref="InvalidOperationException"><paramref name="amount"/> is the default value, without a currency.</exception>
        public PerUnit(Money amount) => Amount = NotNegative(amount, nameof(amount));

        /// <summary>Gets the amount for one unit, zero or above.</summary>
        public Money Amount { get; }
    }

    /// <summary>Pays a percentage of the line's amount.</summary>
    public sealed record PercentOf : CommissionPay
    {
        /// <summary>Initializes a new instance of the <see cref="PercentOf"/> class.</summary>
        /// <param name="rate">The percentage, from 0 to 100 %.</param>
        /// <param name="of">Which amount is 100 %.</param>
        /// <exception cref="ArgumentOutOfRangeException">
        /// <paramref name="rate"/> is out of range, or <paramref name="of"/> is not named.
        /// </exception>
        public PercentOf(Percentage rate, CommissionBase of = CommissionBase.Payable)
        {
            if (rate < Percentage.Zero || rate > Percentage.Whole)
                throw new ArgumentOutOfRangeException(nameof(rate), rate, "A commission rate lies between 0 and 100 %.");
            if (of is not (CommissionBase.Payable or CommissionBase.List))
                throw new ArgumentOutOfRangeException(nameof(of), of, "The base is not one of those named.");
            Rate = rate;
            Of = of;
        }

        /// <summary>Gets the percentage, from 0 to 100 %.</summary>
        public Percentage Rate { get; }

        /// <summary>Gets which amount is 100 %.</summary>
        public CommissionBase Of { get; }
    }

    /// <summary>Pays an amount for each hour of labor that the line is credited with (flat-rate hours).</summary>
    public sealed record PerLaborHour : CommissionPay
    {
        /// <summary>Initializes a new instance of the <see cref="PerLaborHour"/> class.</summary>
        /// <param name="amount">The amount for one hour, zero or above.</param>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is negative.</exception>
        /// <exception cref="InvalidOperationException"><paramref name="amount"/> is the default value, without a currency.</exception>
        public PerLaborHour(Money amount) => Amount = NotNegative(amount, nameof(amount));

        /// <summary>Gets the amount for one hour, zero or above.</summary>
        public Money Amount { get; }
    }

    private static Money NotNegative(Money amount, string name) =>
        amount.IsNegative ? throw new ArgumentOutOfRangeException(name, amount, "A commission is not negative.") : amount;
}
