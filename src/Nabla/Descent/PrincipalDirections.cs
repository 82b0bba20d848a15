namespace Nabla;

/// <summary>
/// The directions along which some vectors reach furthest. With few long vectors xᵢ they come from the small matrix of
/// their products, <c>G_ij = xᵢ·xⱼ</c>: where <c>G·a = λ·a</c>, the direction is <c>Σ aᵢ·xᵢ/√λ</c>.
/// </summary>
internal static class PrincipalDirections
{
    public static float[][] Of(IReadOnlyList<float[]> vectors, int count)
    {
        int n = vectors.Count;
        double[,] gram = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++) gram[i, j] = gram[j, i] = ParameterVector.Dot(vectors[i], vectors[j]);
        }

        var (values, columns) = Eigen(gram);
        int[] order = [.. Enumerable.Range(0, n).OrderByDescending(k => values[k]).Take(count)];
        if (order.Length < count || !(values[order[^1]] > 1e-12 * values[order[0]]))
            throw Refusal.Argument($"The paths moved in fewer than two directions; let them take more steps.");

        // A direction and its opposite serve as well; the one that most vectors go is taken.
        return [.. order.Select(k => (k, Sign: Math.Sign(Enumerable.Range(0, n).Sum(i => columns[i, k])) < 0 ? -1 : 1))
            .Select(choice => Combine(vectors, i => choice.Sign * columns[i, choice.k] / Math.Sqrt(values[choice.k])))];
    }

    /// <summary>Eigenvalues of a symmetric matrix and, as columns, its eigenvectors, by Jacobi's rotations; the matrix is used up.</summary>
    internal static (double[] Values, double[,] Vectors) Eigen(double[,] a)
    {
        int n = a.GetLength(0);
        double[,] v = new double[n, n];
        for (int i = 0; i < n; i++) v[i, i] = 1;
        for (int sweep = 0; sweep < 50; sweep++)
        {
            double off = 0, on = 0;
            for (int p = 0; p < n; p++)
            {
                on += a[p, p] * a[p, p];
                for (int q = p + 1; q < n; q++)
                {
                    off += a[p, q] * a[p, q];
                    Rotate(a, v, p, q);
                }
            }

            if (off <= 1e-28 * on) break;
        }

        return ([.. Enumerable.Range(0, n).Select(i => a[i, i])], v);
    }

    // Turns the axes p and q so that a_pq becomes zero.
    private static void Rotate(double[,] a, double[,] v, int p, int q)
    {
        if (a[p, q] == 0) return;
        double angle = Math.Atan2(2 * a[p, q], a[q, q] - a[p, p]) / 2, c = Math.Cos(angle), s = Math.Sin(angle);
        int n = a.GetLength(0);
        for (int k = 0; k < n; k++) (a[k, p], a[k, q]) = (c * a[k, p] - s * a[k, q], s * a[k, p] + c * a[k, q]);
        for (int k = 0; k < n; k++) (a[p, k], a[q, k]) = (c * a[p, k] - s * a[q, k], s * a[p, k] + c * a[q, k]);
        for (int k = 0; k < n; k++) (v[k, p], v[k, q]) = (c * v[k, p] - s * v[k, q], s * v[k, p] + c * v[k, q]);
    }

    private static float[] Combine(IReadOnlyList<float[]> vectors, Func<int, double> factor)
    {
        double[] sum = new double[vectors[0].Length];
        for (int i = 0; i < vectors.Count; i++)
        {
            double f = factor(i);
            for (int k = 0; k < sum.Length; k++) sum[k] += f * vectors[i][k];
        }

        return [.. sum.Select(x => (float)x)];
    }
}
