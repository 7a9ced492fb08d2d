#if NET
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace StoreOps.Recommend.Training;

/// <summary>A symmetric, positive definite matrix taken apart into a lower triangle times its mirror image, to solve with again and again.</summary>
internal sealed class Cholesky
{
    private readonly double[] _lower;
    private readonly int _size;

    /// <summary>Takes a matrix apart; only its upper triangle is read.</summary>
    public Cholesky(double[] matrix, int size)
    {
        (_lower, _size) = (new double[size * size], size);
        for (var row = 0; row < size; row++)
        {
            var own = _lower.AsSpan(row * size, size);
            for (var column = 0; column <= row; column++)
            {
                var other = _lower.AsSpan(column * size, size);
                var sum = matrix[(column * size) + row] - Dot(own[..column], other[..column]);
                own[column] = row == column ? Math.Sqrt(Math.Max(sum, 1e-9)) : sum / other[column];
            }
        }
    }

    /// <summary>Solves matrix times x = right, in place.</summary>
    public void Solve(double[] right)
    {
        for (var row = 0; row < _size; row++)
        {
            var own = _lower.AsSpan(row * _size, row + 1);
            right[row] = (right[row] - Dot(own[..row], right.AsSpan(0, row))) / own[row];
        }

        // By rows, as they lie in memory: what is known of x is taken from all that is above it.
        for (var row = _size - 1; row >= 0; row--)
        {
            var own = _lower.AsSpan(row * _size, row + 1);
            var known = right[row] /= own[row];
            for (var column = 0; column < row; column++)
                right[column] -= own[column] * known;
        }
    }

    /// <summary>Returns the sum of products, in four sums side by side whatever the machine, so that its bits are the same on each.</summary>
    public static double Dot(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        var i = 0;
        var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0);
#if NET
        if (Vector256.IsHardwareAccelerated)
        {
            var sums = Vector256<double>.Zero;
            ref var first = ref MemoryMarshal.GetReference(one);
            ref var second = ref MemoryMarshal.GetReference(other[..one.Length]);
            for (; i <= one.Length - 4; i += 4)
                sums += Vector256.LoadUnsafe(ref first, (nuint)i) * Vector256.LoadUnsafe(ref second, (nuint)i);
            (a, b, c, d) = (sums[0], sums[1], sums[2], sums[3]);
        }
#endif
        for (; i <= one.Length - 4; i += 4)
        {
            a += one[i] * other[i];
            b += one[i + 1] * other[i + 1];
            c += one[i + 2] * other[i + 2];
            d += one[i + 3] * other[i + 3];
        }

        var sum = (a + b) + (c + d);
        for (; i < one.Length; i++)
            sum += one[i] * other[i];
        return sum;
    }
}
