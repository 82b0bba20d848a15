namespace Nabla.Tests;

public class CostSliceTests
{
    private static readonly Dataset Data = TestNetworks.Data(40);
    private static readonly Network A = TestNetworks.Make("sigmoid", "sigmoid", 3, 1),
        B = TestNetworks.Make("sigmoid", "sigmoid", 3, 2), C = TestNetworks.Make("sigmoid", "sigmoid", 3, 3);

    [Fact]
    public void Plane_through_networks_has_their_costs_where_they_are()
    {
        var slice = CostSlice.Of(ParameterPlane.Through(A, B, C), Data, Cost.Quadratic, [0, 1], [0, 1]);
        Assert.Equal([CostOf(A), CostOf(B), CostOf(C)], slice.Costs.Take(3).Select(cost => cost!.Value), (a, b) => Math.Abs(a - b) < 1e-6);

        var line = CostSlice.Of(ParameterPlane.Through(A, B), Data, Cost.Quadratic, [0, 0.5, 1]);
        var middle = A.Clone();
        for (int l = 0; l < 3; l++)
        {
            for (int i = 0; i < middle.Layers[l].Weights.Length; i++) middle.Layers[l].Weights[i] = (A.Layers[l].Weights[i] + B.Layers[l].Weights[i]) / 2;
            for (int i = 0; i < middle.Layers[l].Biases.Length; i++) middle.Layers[l].Biases[i] = (A.Layers[l].Biases[i] + B.Layers[l].Biases[i]) / 2;
        }

        Assert.Equal(CostOf(middle), line.Costs[1]!.Value, 1e-6);
        Assert.Null(line.Y);
    }

    [Fact]
    public void Random_directions_are_as_long_as_each_neurons_weights_and_leave_biases()
    {
        var there = ParameterPlane.Random(A, 5, 2).At(0, 1);
        for (int l = 0; l < A.Layers.Count; l++)
        {
            Assert.Equal(A.Layers[l].Biases.ToArray(), there.Layers[l].Biases.ToArray());
            for (int j = 0; j < A.Layers[l].Outputs; j++)
            {
                double own = 0, moved = 0;
                for (int k = 0; k < A.Layers[l].Inputs; k++)
                {
                    own += Math.Pow(A.Layers[l][j, k], 2);
                    moved += Math.Pow(there.Layers[l][j, k] - A.Layers[l][j, k], 2);
                }

                Assert.Equal(own, moved, 1e-5 * own);
            }
        }

        Assert.Equal(TestNetworks.Parameters(there), TestNetworks.Parameters(ParameterPlane.Random(A, 5, 2).At(0, 1)));
        Assert.NotEqual(TestNetworks.Parameters(there), TestNetworks.Parameters(ParameterPlane.Random(A, 5, 2).At(1, 0)));
        Assert.NotEqual(TestNetworks.Parameters(there), TestNetworks.Parameters(ParameterPlane.Random(A, 6, 2).At(0, 1)));
    }

    [Fact]
    public void Principal_directions_are_eigenvectors()
    {
        // (3 1; 1 3) has the eigenvalues 4 and 2, along (1, 1) and (1, −1).
        var (values, vectors) = PrincipalDirections.Eigen(new double[,] { { 3, 1 }, { 1, 3 } });
        Assert.Equal([2, 4], values.Order(), (a, b) => Math.Abs(a - b) < 1e-14);
        Assert.Equal(Math.Sqrt(0.5), Math.Abs(vectors[0, 0]), 1e-14);

        // Of points around an ellipse with axes 3 and 1 in a space of three.
        float[][] points = [.. Enumerable.Range(0, 40).Select(i => new[] { (float)Math.Cos(i * Math.PI / 20), 3 * (float)Math.Sin(i * Math.PI / 20), 0 })];
        float[][] directions = PrincipalDirections.Of(points, 2);
        Assert.Equal([0, 1, 0], directions[0].Select(x => Math.Round(Math.Abs(x), 5)));
        Assert.Equal([1, 0, 0], directions[1].Select(x => Math.Round(Math.Abs(x), 5)));
    }

    [Theory]
    [InlineData(3, 40)]
    [InlineData(12, 40)]
    [InlineData(60, 5)]
    [InlineData(60, 30)]
    public void The_leading_eigenvalues_are_those_that_Jacobi_s_rotations_find(int count, int dimensions)
    {
        // The products of random vectors, some directions of which are longer.
        var rng = new Rng(7);
        double[][] vectors = [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, dimensions).Select(d => rng.NextNormal() * Math.Pow(0.8, d)).ToArray())];
        double[,] Products()
        {
            double[,] products = new double[count, count];
            for (int i = 0; i < count; i++)
            {
                for (int j = 0; j < count; j++) products[i, j] = vectors[i].Zip(vectors[j], (x, y) => x * y).Sum();
            }

            return products;
        }

        var (values, columns) = PrincipalDirections.Leading(Products(), 2);
        var (all, rotated) = PrincipalDirections.Eigen(Products());
        int[] order = [.. Enumerable.Range(0, count).OrderByDescending(k => all[k])];
        for (int k = 0; k < 2; k++)
        {
            Assert.Equal(all[order[k]], values[k], 1e-10 * all[order[0]]);
            Assert.Equal(1, Math.Abs(Enumerable.Range(0, count).Sum(i => columns[i, k] * rotated[i, order[k]])), 1e-9);
        }
    }

    [Fact]
    public void Paths_start_together_and_no_plane_through_the_start_is_nearer_to_them()
    {
        var options = new TrainingOptions { Optimizer = new Sgd(1), Threads = 1 };
        int[] batches = [Data.Count, 10, 1];
        var paths = batches.Select(size => TrainingPath.Record(A, Data, options with { BatchSize = size }, 30, 5)).ToList();
        Assert.Equal(["full batch", "mini-batches of 10", "single examples"], paths.Select(path => path.Name));
        Assert.All(paths, path => Assert.Equal([0, 5, 10, 15, 20, 25, 30], path.Steps));
        Assert.All(paths, path => Assert.Equal(CostOf(A), path.Costs[0]));
        Assert.True(paths[0].Costs[^1] < paths[0].Costs[0]);

        var plane = ParameterPlane.OfPaths(paths);
        var projected = paths.ConvertAll(path => SlicePath.Of(path, plane));
        Assert.All(projected, path => Assert.Equal((0, 0), (Math.Round(path.X[0], 9), Math.Round(path.Y[0], 9))));

        // By its definition: what is left of a place when the nearest point of the plane is taken away.
        double outside = 0, moved = 0;
        for (int i = 0; i < paths[2].Points.Count; i++)
        {
            float[] shown = TestNetworks.Parameters(plane.At(projected[2].X[i], projected[2].Y[i])), place = paths[2].Points[i], start = paths[2].Points[0];
            for (int p = 0; p < place.Length; p++)
            {
                outside += Math.Pow(place[p] - shown[p], 2);
                moved += Math.Pow(place[p] - start[p], 2);
            }
        }

        Assert.Equal(outside / moved, projected[2].Outside, 1e-4);
        double Total(ParameterPlane other) => paths.Sum(path => path.Points.Sum(point => other.Project(point).Outside));
        Assert.All(new ulong[] { 1, 2, 3 }, seed => Assert.True(Total(plane) < Total(ParameterPlane.Random(A, seed, 2))));
        Assert.True(Total(plane) < Total(ParameterPlane.Through(A, Ended(paths[0]), Ended(paths[2]))));
    }

    [Fact]
    public void A_path_that_diverges_says_so()
    {
        var relu = TestNetworks.Make("relu", "identity", 3);
        var path = TrainingPath.Record(relu, Data, new TrainingOptions { Optimizer = new Sgd(1e6), BatchSize = 1, Threads = 1 }, 50, 1);
        Assert.True(path.Diverged);
        Assert.All(path.Costs, cost => Assert.True(double.IsFinite(cost)));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Assert.Throws<ArgumentException>(() => ParameterPlane.Through(A, A));
        Assert.Throws<ArgumentException>(() => ParameterPlane.Through(A, B, B));
        Assert.Throws<ArgumentException>(() => ParameterPlane.Through(A, TestNetworks.Make("sigmoid", "sigmoid", 2)));
        var line = ParameterPlane.Through(A, B);
        Assert.Throws<ArgumentException>(() => CostSlice.Of(line, Data, Cost.Quadratic, [0, 1], [0, 1]));
        Assert.Throws<ArgumentException>(() => CostSlice.Of(line, TestNetworks.Data(5, inputs: 3), Cost.Quadratic, [0, 1]));
        Assert.Throws<ArgumentException>(() => CostSlice.Of(line, Data, Cost.Quadratic, new double[40_001]));
    }

    private static Network Ended(TrainingPath path)
    {
        var network = A.Clone();
        ParameterVector.Into(network, path.Points[^1]);
        return network;
    }

    private static double CostOf(Network network) => Evaluator.Evaluate(network, Data, Cost.Quadratic).Cost;
}
