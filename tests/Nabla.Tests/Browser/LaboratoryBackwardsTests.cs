using Nabla.Browser;

namespace Nabla.Tests.Browser;

/// <summary>What the chapter Backwards asks of the engine.</summary>
public class LaboratoryBackwardsTests
{
    private const string Deep = "nabla:1/data=digits/train-examples=200/test-examples=100/epochs=3/hidden=6,5,4/seed=1";

    private static readonly ExampleRef Example = new(ExampleSet.Test, 3);

    [Theory]
    [InlineData(1, 2, 4 * 5 * 10)]
    [InlineData(2, 4, 4 * 10)]
    [InlineData(3, 0, 10)]
    [InlineData(4, 7, 1)]
    public void All_paths_add_up_to_the_error_and_none_is_stronger_than_the_strongest(int layer, int neuron, int count)
    {
        var (laboratory, network) = (LaboratoryFixture.Started(Deep), LaboratoryFixture.NetworkAt(Deep, 0));
        var shares = Paths(network, LaboratoryFixture.Digits.Test[3], layer, neuron);

        var strongest = laboratory.ErrorPath(Example, layer, neuron, null, []);

        Assert.Equal(count, shares.Count);
        Assert.Equal(count, strongest.Paths);
        double delta = laboratory.Explain(Example).Layers[layer - 1].Delta![neuron], close = 1e-12 * Math.Abs(delta);
        Assert.Equal(delta, strongest.Delta);
        Assert.Equal(delta, shares.Values.Sum(), close);
        Assert.Equal(delta, strongest.Sum!.Value, close);
        Assert.Equal(shares.Values.Sum(Math.Abs), strongest.Sizes, 1e-12 * strongest.Sizes);
        Assert.Equal(shares.Values.Max(Math.Abs), Math.Abs(strongest.Share), 1e-12 * Math.Abs(strongest.Share));
        Assert.True(strongest.IsStrongest);
        Assert.Equal(shares[string.Join(' ', strongest.Neurons)], strongest.Share, close);
    }

    [Fact]
    public void A_path_goes_where_it_is_wanted_and_elsewhere_where_most_comes_from()
    {
        var (laboratory, network) = (LaboratoryFixture.Started(Deep), LaboratoryFixture.NetworkAt(Deep, 0));
        var shares = Paths(network, LaboratoryFixture.Digits.Test[3], 1, 2);

        var path = laboratory.ErrorPath(Example, 1, 2, 406, [-1, 3, -1]);

        string best = shares.Where(one => one.Key.Split(' ')[2] == "3").MaxBy(one => Math.Abs(one.Value)).Key;
        Assert.Equal(best, string.Join(' ', path.Neurons));
        Assert.Equal(laboratory.ErrorPath(Example, 1, 2, 406, [.. path.Neurons.Skip(1)]).Neurons, path.Neurons);
        Assert.Equal(laboratory.ErrorPath(Example, 1, 2, 406, []).Neurons.SequenceEqual(path.Neurons), path.IsStrongest);
    }

    [Fact]
    public void Its_factors_are_those_of_the_network_and_their_product_ends_in_the_derivative()
    {
        var (laboratory, network) = (LaboratoryFixture.Started(Deep), LaboratoryFixture.NetworkAt(Deep, 0));
        var layers = laboratory.Explain(Example).Layers;

        var path = laboratory.ErrorPath(Example, 2, 4, 1, [3, 8]);

        Assert.Equal([4, 3, 8], path.Neurons);
        Assert.Equal(["error", "weight", "slope", "weight", "slope", "input"], path.Factors.Select(factor => factor.Kind));
        double[] values = [layers[3].Delta![8], network.Layers[3][8, 3], layers[2].Slope[3], network.Layers[2][3, 4], layers[1].Slope[4], layers[0].A[1]];
        Assert.Equal(values, path.Factors.Select(factor => factor.Value));
        Assert.Equal(Enumerable.Range(1, 6).Select(n => values.Take(n).Aggregate((x, y) => x * y)), path.Factors.Select(factor => factor.Product));
        Assert.Equal(path.Factors[4].Product, path.Share);
        Assert.Equal(path.Share / path.Delta, path.Part);

        // The whole error, not this path's share of it, makes the derivative.
        Assert.Equal(laboratory.CheckDerivative(Example, 2, 4, 1).Measured, path.Derivative, 1e-9);
    }

    [Fact]
    public void Too_many_paths_are_counted_and_not_multiplied_out()
    {
        var laboratory = LaboratoryFixture.Started("nabla:1/data=digits/train-examples=200/test-examples=100/epochs=3/hidden=16,16,16,16,16/seed=1");

        var path = laboratory.ErrorPath(Example, 1, 0, null, []);

        Assert.Equal(16.0 * 16 * 16 * 16 * 10, path.Paths);
        Assert.Null(path.Sum);
        Assert.True(path.Sizes >= Math.Abs(path.Delta));
        Assert.NotNull(laboratory.ErrorPath(Example, 3, 0, null, []).Sum);
    }

    [Fact]
    public void A_path_through_what_is_not_there_is_refused()
    {
        var laboratory = LaboratoryFixture.Started(Deep);

        Assert.Throws<ArgumentException>(() => laboratory.ErrorPath(Example, 1, 2, null, [5, -1, -1]));
        Assert.Throws<ArgumentException>(() => laboratory.ErrorPath(Example, 1, 2, null, [-1, -1, -1, 0]));
        Assert.Throws<ArgumentException>(() => laboratory.ErrorPath(Example, 1, 6, null, []));
        Assert.Throws<ArgumentException>(() => laboratory.ErrorPath(Example, 1, 2, 784, []));
    }

    [Theory]
    [InlineData(1, "tanh", "normal")]
    [InlineData(3, "relu", "he")]
    [InlineData(2, "sigmoid", "xavier")]
    public void Gradients_by_depth_are_what_nudging_the_weights_measures(int depth, string activation, string initializer)
    {
        var laboratory = LaboratoryFixture.Started();

        var answer = laboratory.GradientsByDepth(depth, activation, initializer, 5, 1);

        Assert.Equal((activation, initializer), (answer.Shown.Activation, answer.Shown.Initializer));
        Assert.Equal([784, .. Enumerable.Repeat(16, depth), 10], answer.Sizes);
        var network = Network.Create(784, 5,
            [.. Enumerable.Repeat(new Dense(16, Activation.Parse(activation), Initializer.Parse(initializer)), depth),
                new Dense(10, Activation.Sigmoid, Initializer.Parse(initializer))]);
        var reference = new ReferenceNetwork<double>(network);
        var example = LaboratoryFixture.Digits.Train[0];
        double[] input = Array.ConvertAll(example.Input, x => (double)x), target = reference.Target(example);
        for (int l = 1; l <= depth + 1; l++)
        {
            // All weights of the deeper layers; of the many of the first layer the mean over those of neuron j is mean|a|·|δ_j|, by its bias.
            double mean = Enumerable.Range(0, network.Layers[l - 1].Outputs).Average(j => l == 1
                ? input.Average() * Math.Abs(GradientCheck.Measure(reference, input, target, Cost.Quadratic, new Parameter(l, j, null)))
                : Enumerable.Range(0, network.Layers[l - 1].Inputs)
                    .Average(k => Math.Abs(GradientCheck.Measure(reference, input, target, Cost.Quadratic, new Parameter(l, j, k)))));
            double errors = Math.Sqrt(Enumerable.Range(0, network.Layers[l - 1].Outputs)
                .Average(j => Math.Pow(GradientCheck.Measure(reference, input, target, Cost.Quadratic, new Parameter(l, j, null)), 2)));
            Assert.Equal(mean, answer.Shown.Weights[l - 1], 1e-4 * mean + 1e-11);
            Assert.Equal(errors, answer.Shown.Errors[l - 1], 1e-4 * errors + 1e-11);
        }

        Assert.Equal(answer.Shown.Weights[0] / answer.Shown.Weights[^1], answer.Shown.WeightRatio);
        Assert.Equal(answer.Shown.Errors[0] / answer.Shown.Errors[^1], answer.Shown.ErrorRatio);
        Assert.Equal(depth, answer.Shown.Slopes.Count);
    }

    [Fact]
    public void Gradients_of_sigmoids_vanish_by_depth_and_those_of_other_networks_do_not()
    {
        var laboratory = LaboratoryFixture.Started();

        var sigmoid = laboratory.GradientsByDepth(8, "sigmoid", "xavier", 1, 40);
        var relu = laboratory.GradientsByDepth(8, "relu", "he", 1, 40);

        Assert.Same(sigmoid.Shown, sigmoid.Usual);
        Assert.True(sigmoid.Shown.ErrorRatio < 1e-4);
        Assert.All(sigmoid.Shown.Slopes, slope => Assert.InRange(slope, 0, 0.25));
        Assert.True(relu.Shown.ErrorRatio > 0.05);
        Assert.Equal(sigmoid.Shown.Weights, relu.Usual.Weights);
        Assert.Equal(relu.Shown.Weights, laboratory.GradientsByDepth(8, "relu", "he", 1, 40).Shown.Weights);
        Assert.NotEqual(relu.Shown.Weights, laboratory.GradientsByDepth(8, "relu", "he", 2, 40).Shown.Weights);
        Assert.Equal(200, laboratory.GradientsByDepth(1, "relu", "he", 2, 200).Examples);
    }

    [Fact]
    public void A_network_that_dies_has_gradients_of_zero_and_one_beyond_all_bounds_is_refused()
    {
        var laboratory = LaboratoryFixture.Started();

        var dead = laboratory.GradientsByDepth(4, "relu", "constant:-1", 1, 10).Shown;

        Assert.Equal([0, 0, 0, 0, 0], dead.Weights);
        Assert.Equal(0, dead.ErrorRatio);
        Assert.Throws<InvalidOperationException>(() => laboratory.GradientsByDepth(8, "relu", "constant:3e38", 1, 10));
        Assert.Throws<ArgumentException>(() => laboratory.GradientsByDepth(9, "relu", "he", 1, 10));
        Assert.Throws<ArgumentException>(() => laboratory.GradientsByDepth(0, "relu", "he", 1, 10));
        Assert.Throws<ArgumentException>(() => laboratory.GradientsByDepth(1, "relu", "he", 1, 0));
        Assert.Throws<ArgumentException>(() => laboratory.GradientsByDepth(1, "softmax", "he", 1, 10));
    }

    /// <summary>What every path from an output to a neuron brings, by the neurons on it: plain loops over the weights, by the formulas of
    /// sigmoids and the quadratic cost.</summary>
    private static Dictionary<string, double> Paths(Network network, Example example, int layer, int neuron)
    {
        int depth = network.Layers.Count;
        var a = new List<double[]> { Array.ConvertAll(example.Input, x => (double)x) };
        foreach (var one in network.Layers)
            a.Add([.. Enumerable.Range(0, one.Outputs).Select(j => 1 / (1 + Math.Exp(-one.Biases[j] - Enumerable.Range(0, one.Inputs).Sum(k => one[j, k] * a[^1][k]))))]);
        var paths = new Dictionary<string, double>();
        Walk(layer, neuron, 1, $"{neuron}");
        return paths;

        void Walk(int l, int j, double product, string name)
        {
            product *= a[l][j] * (1 - a[l][j]);
            if (l == depth) paths[name] = product * 2 * (a[l][j] - example.Target[j]);
            else for (int i = 0; i < a[l + 1].Length; i++) Walk(l + 1, i, product * network.Layers[l][i, j], $"{name} {i}");
        }
    }
}
