using Xunit;

namespace StoreOps.Testing;

/// <summary>The laws of equality, checked over one value, its equal and values that differ from it.</summary>
public static class EqualityContract
{
    /// <summary>Checks reflexivity, symmetry, hash codes and inequality.</summary>
    public static void Check<T>(T value, T equal, params T[] different)
        where T : notnull
    {
        Assert.True(value.Equals(value));
        Assert.True(value.Equals(equal));
        Assert.True(equal.Equals(value));
        Assert.Equal(value.GetHashCode(), equal.GetHashCode());
        Assert.False(value.Equals((object?)null));
        Assert.False(value.Equals(new object()));
        foreach (var other in different)
        {
            Assert.False(value.Equals(other));
            Assert.False(other.Equals(value));
        }
    }
}
