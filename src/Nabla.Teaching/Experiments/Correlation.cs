namespace Nabla.Experiments;

/// <summary>How far two rows of numbers go together (Pearson).</summary>
internal static class Correlation
{
    /// <summary><c>Σ(x−x̄)(y−ȳ) / √(Σ(x−x̄)²·Σ(y−ȳ)²)</c>: 1 alike but for size, 0 unrelated; 0 also where one of them never changes.</summary>
    public static double Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double meanX = Mean(x), meanY = Mean(y), xy = 0, xx = 0, yy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double dx = x[i] - meanX, dy = y[i] - meanY;
            xy += dx * dy;
            xx += dx * dx;
            yy += dy * dy;
        }

        return xx == 0 || yy == 0 ? 0 : xy / Math.Sqrt(xx * yy);
    }

    /// <summary>Of mean 0 and length 1, so that the product of two is their correlation; all 0 where they never change.</summary>
    public static float[] Standardised(ReadOnlySpan<float> values)
    {
        double sum = 0, squares = 0;
        foreach (float value in values) sum += value;
        float mean = (float)(sum / values.Length);
        foreach (float value in values) squares += (value - mean) * (value - mean);
        double length = Math.Sqrt((float)squares);
        float[] result = new float[values.Length];
        for (int i = 0; length > 0 && i < result.Length; i++) result[i] = (float)((values[i] - mean) / length);
        return result;
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values) sum += value;
        return values.IsEmpty ? 0 : sum / values.Length;
    }
}
