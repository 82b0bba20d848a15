namespace Nabla.Tests;

public sealed class ConnectedComponentsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 40)]
    [InlineData(37, 1)]
    [InlineData(23, 31)]
    public void Components_are_those_of_a_union_of_sets(int width, int height)
    {
        for (int round = 0; round < 40; round++)
        {
            var rng = new Rng(3, (ulong)round);
            double part = rng.NextDouble();
            float[] ink = [.. Enumerable.Range(0, width * height).Select(_ => rng.NextDouble() < part ? (float)rng.NextDouble() : 0)];
            var found = ConnectedComponents.Of(ink, width, 0.2f);
            int[] sets = Sets(ink, width, 0.2f);
            for (int i = 0; i < ink.Length; i++)
            {
                Assert.Equal(ink[i] > 0.2f, found.Labels[i] > 0);
                if (i > 0 && found.Labels[i] > 0) Assert.Equal(sets[i], sets[Array.IndexOf(found.Labels.ToArray(), found.Labels[i])]);
            }

            Assert.Equal(sets.Where((set, i) => ink[i] > 0.2f).Distinct().Count(), found.Pieces.Count);
            foreach (var piece in found.Pieces)
            {
                int[] pixels = [.. Enumerable.Range(0, ink.Length).Where(i => found.Labels[i] == piece.Labels.Single())];
                Assert.Equal(
                    (pixels.Min(i => i % width), pixels.Max(i => i % width), pixels.Min(i => i / width), pixels.Max(i => i / width), pixels.Length),
                    (piece.Left, piece.Right, piece.Top, piece.Bottom, piece.Area));
                Assert.Equal(pixels.Sum(i => (double)ink[i]), piece.Mass, 1e-6);
            }
        }
    }

    /// <summary>Disjoint sets, joined neighbour by neighbour until nothing changes: slow, and another way altogether.</summary>
    private static int[] Sets(float[] ink, int width, float threshold)
    {
        int[] sets = [.. Enumerable.Range(0, ink.Length)];
        for (bool changed = true; changed;)
        {
            changed = false;
            for (int i = 0; i < ink.Length; i++)
            {
                for (int j = 0; j < ink.Length; j++)
                {
                    bool near = Math.Abs(i % width - j % width) <= 1 && Math.Abs(i / width - j / width) <= 1;
                    if (!near || !(ink[i] > threshold) || !(ink[j] > threshold) || sets[j] <= sets[i]) continue;
                    sets[j] = sets[i];
                    changed = true;
                }
            }
        }

        return sets;
    }
}
