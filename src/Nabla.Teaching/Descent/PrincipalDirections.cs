namespace Nabla.Descent;

/// <summary>
/// The directions along which some vectors reach furthest. With few long vectors xᵢ they come from the small matrix of
/// their products, <c>G_ij = xᵢ·xⱼ</c>: where <c>G·a = λ·a</c>, the direction is <c>Σ aᵢ·xᵢ/√λ</c>.
/// </summary>
internal static class PrincipalDirections
{
    // Directions that are followed beside those wanted: each makes the wanted ones settle sooner.
    private const int Spare = 6;
    private const int MostTurns = 1000;
    private const double Settled = 1e-13;

    public static float[][] Of(IReadOnlyList<float[]> vectors, int count)
    {
        float[][]? directions = null;
        foreach (double _ in Seek(vectors, count, found => directions = found)) { }
        return directions!;
    }

    /// <summary>As <see cref="Of"/>, part by part, saying after each how much of the work with the vectors is done.</summary>
    internal static IEnumerable<double> Seek(IReadOnlyList<float[]> vectors, int count, Action<float[][]> finish)
    {
        int n = vectors.Count;
        double[,] gram = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++) gram[i, j] = gram[j, i] = ParameterVector.Dot(vectors[i], vectors[j]);
            yield return (i + 1.0) / n;
        }

        var (values, columns) = Leading(gram, count);
        if (values.Length < count || !(values[count - 1] > 1e-12 * values[0]))
            throw Refusal.Argument($"The paths moved in fewer than two directions; let them take more steps.");

        // A direction and its opposite serve as well; the one that most vectors go is taken.
        finish([.. Enumerable.Range(0, count).Select(k => (k, Sign: Math.Sign(Enumerable.Range(0, n).Sum(i => columns[i, k])) < 0 ? -1 : 1))
            .Select(choice => Combine(vectors, i => choice.Sign * columns[i, choice.k] / Math.Sqrt(values[choice.k])))]);
    }

    /// <summary>
    /// The largest eigenvalues of a symmetric matrix without negative ones, in descending order, and their eigenvectors as columns: a few
    /// directions are sent through the matrix again and again, and each time turned to its own within what they span. (Subspace iteration
    /// with Rayleigh–Ritz steps: Saad 2011, <i>Numerical Methods for Large Eigenvalue Problems</i>, section 5.2.)
    /// </summary>
    internal static (double[] Values, double[,] Vectors) Leading(double[,] matrix, int count)
    {
        int n = matrix.GetLength(0), followed = Math.Min(n, count + Spare);
        count = Math.Min(n, count);
        double[][] basis = [.. Enumerable.Range(0, followed).Select(k => First(n, k))];
        for (int turn = 0; ; turn++)
        {
            Orthonormalize(basis);
            double[][] images = [.. basis.Select(vector => Times(matrix, vector))];
            double[,] small = new double[followed, followed];
            for (int i = 0; i < followed; i++)
            {
                for (int j = 0; j <= i; j++) small[i, j] = small[j, i] = Dot(basis[i], images[j]);
            }

            var (values, turns) = Eigen(small);
            int[] order = [.. Enumerable.Range(0, followed).OrderByDescending(k => values[k])];
            double[][] vectors = Turned(basis);
            images = Turned(images);
            if (turn == MostTurns || Enumerable.Range(0, count).All(IsSettled))
            {
                double[,] columns = new double[n, count];
                for (int k = 0; k < count; k++)
                {
                    for (int i = 0; i < n; i++) columns[i, k] = vectors[k][i];
                }

                return ([.. order.Take(count).Select(k => values[k])], columns);
            }

            basis = images;

            double[][] Turned(double[][] all) =>
                [.. order.Select(k => { double[] sum = new double[n]; for (int i = 0; i < followed; i++) Add(sum, turns[i, k], all[i]); return sum; })];

            // A·v = λ·v, as nearly as numbers can say it of the largest.
            bool IsSettled(int k)
            {
                double[] rest = [.. images[k]];
                Add(rest, -values[order[k]], vectors[k]);
                return Math.Sqrt(Dot(rest, rest)) <= Settled * Math.Sqrt(n) * values[order[0]];
            }
        }
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

    // Where the directions begin is of no account, so long as none is square to those that are sought.
    private static double[] First(int n, int k) => [.. Enumerable.Range(0, n).Select(i => Math.Cos((i + 0.5) * (k + 1)) + (i == k ? 1 : 0))];

    // Gram and Schmidt, twice, so that what rounding left goes too. What lies within the others becomes zero.
    private static void Orthonormalize(double[][] basis)
    {
        for (int k = 0; k < basis.Length; k++)
        {
            double length = Math.Sqrt(Dot(basis[k], basis[k]));
            for (int pass = 0; pass < 2; pass++)
            {
                for (int i = 0; i < k; i++) Add(basis[k], -Dot(basis[i], basis[k]), basis[i]);
            }

            double rest = Math.Sqrt(Dot(basis[k], basis[k])), scale = rest > 1e-14 * length ? 1 / rest : 0;
            for (int i = 0; i < basis[k].Length; i++) basis[k][i] *= scale;
        }
    }

    private static double[] Times(double[,] matrix, double[] vector)
    {
        double[] image = new double[vector.Length];
        for (int i = 0; i < image.Length; i++)
        {
            double sum = 0;
            for (int j = 0; j < vector.Length; j++) sum += matrix[i, j] * vector[j];
            image[i] = sum;
        }

        return image;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static void Add(double[] sum, double factor, double[] vector)
    {
        for (int i = 0; i < sum.Length; i++) sum[i] += factor * vector[i];
    }
}
