namespace StoreOps.Recommend.Training;

/// <summary>Solves symmetric, positive definite systems.</summary>
internal static class Cholesky
{
    /// <summary>Solves matrix times x = right; of the matrix only the upper triangle is read.</summary>
    public static double[] Solve(double[] matrix, double[] right, int size)
    {
        var lower = new double[size * size];
        for (var row = 0; row < size; row++)
        {
            var own = lower.AsSpan(row * size, size);
            for (var column = 0; column <= row; column++)
            {
                var other = lower.AsSpan(column * size, size);
                var sum = matrix[(column * size) + row];
                for (var k = 0; k < column; k++)
                    sum -= own[k] * other[k];
                own[column] = row == column ? Math.Sqrt(Math.Max(sum, 1e-9)) : sum / other[column];
            }
        }

        var x = new double[size];
        for (var row = 0; row < size; row++)
        {
            var sum = right[row];
            for (var k = 0; k < row; k++)
                sum -= lower[(row * size) + k] * x[k];
            x[row] = sum / lower[(row * size) + row];
        }

        for (var row = size - 1; row >= 0; row--)
        {
            var sum = x[row];
            for (var k = row + 1; k < size; k++)
                sum -= lower[(k * size) + row] * x[k];
            x[row] = sum / lower[(row * size) + row];
        }

        return x;
    }
}
