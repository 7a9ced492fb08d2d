using Xunit;

namespace StoreOps.Testing;

/// <summary>The laws of an ordering, checked over values given from the smallest to the largest.</summary>
public static class OrderContract
{
    /// <summary>Checks that the values compare in the order given, through both interfaces, and equal themselves.</summary>
    public static void Check<T>(params T[] ascending)
        where T : IComparable<T>, IComparable
    {
        for (var i = 0; i < ascending.Length; i++)
        {
            for (var j = 0; j < ascending.Length; j++)
            {
                Assert.Equal(i.CompareTo(j), Math.Sign(ascending[i].CompareTo(ascending[j])));
                Assert.Equal(i.CompareTo(j), Math.Sign(((IComparable)ascending[i]).CompareTo(ascending[j])));
            }

            Assert.True(((IComparable)ascending[i]).CompareTo(null) > 0);
            Assert.Throws<ArgumentException>(() => ((IComparable)ascending[i]).CompareTo(new object()));
        }
    }
}
