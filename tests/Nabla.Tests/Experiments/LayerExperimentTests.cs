namespace Nabla.Tests;

/// <summary>The experiments on what layers can do, against closed forms and finite differences.</summary>
public class LayerExperimentTests
{
    [Fact]
    public void A_stack_of_linear_layers_is_its_matrix_product()
    {
        var stack = TestNetworks.Make("identity", "identity", 3);

        var single = LinearCollapseExperiment.MultipliedOut(stack);

        double[,] product = Matrix(stack.Layers[0]);
        double[] bias = [.. stack.Layers[0].Biases];
        foreach (var layer in stack.Layers.Skip(1))
        {
            bias = [.. Enumerable.Range(0, layer.Outputs).Select(j => layer.Biases[j] + Enumerable.Range(0, layer.Inputs).Sum(k => layer[j, k] * bias[k]))];
            product = Product(Matrix(layer), product);
        }

        Assert.Equal([11, 5], single.Sizes);
        for (int j = 0; j < 5; j++)
        {
            Assert.Equal(bias[j], single.Layers[0].Biases[j], 1e-6);
            for (int k = 0; k < 11; k++) Assert.Equal(product[j, k], single.Layers[0][j, k], 1e-6);
        }
    }

    /// <summary>Where σ′ = f, solved for z: σ′ = a(1−a) of the sigmoid, 1−a² of tanh, e^z of elu, the sigmoid itself of softplus.</summary>
    [Theory]
    [InlineData(0.01)]
    [InlineData(0.2)]
    public void Activations_are_flat_where_the_closed_forms_say(double flat)
    {
        var result = new ActivationsExperiment().Run(new ActivationsSettings
        {
            Flat = flat,
            Activations = ["sigmoid", "tanh", "relu", "leaky-relu", "elu", "softplus", "identity"],
        });

        double a = (1 + Math.Sqrt(1 - 4 * flat)) / 2, sigmoid = Math.Log(a / (1 - a)), tanh = Math.Atanh(Math.Sqrt(1 - flat));
        double?[] below = [-sigmoid, -tanh, 0, flat > 0.01 ? 0 : null, Math.Log(flat), Math.Log(flat / (1 - flat)), null];
        double?[] above = [sigmoid, tanh, null, null, null, null, null];
        double[] largest = [0.25, 1, 1, 1, 1, 1, 1];
        foreach (var (curve, i) in result.Curves.Select((curve, i) => (curve, i)))
        {
            AssertNear(below[i], curve.FlatBelow);
            AssertNear(above[i], curve.FlatAbove);
            Assert.Equal(largest[i], curve.LargestSlope, 1e-9);
            for (int p = 1; p + 1 < curve.Z.Count; p++)
            {
                double measured = (curve.A[p + 1] - curve.A[p - 1]) / (curve.Z[p + 1] - curve.Z[p - 1]);
                if (curve.Z[p] != 0) Assert.Equal(measured, curve.Slope[p], 2e-3);
            }
        }

        static void AssertNear(double? expected, double? actual)
        {
            Assert.Equal(expected is null, actual is null);
            if (expected is { } number) Assert.Equal(number, actual!.Value, 1e-9);
        }
    }

    /// <summary>Eight by three pixels of weight 1, as many of −1 above and below, and the bias −10: sums that anybody can do in their head.</summary>
    [Fact]
    public void The_neuron_for_an_edge_is_active_above_ten()
    {
        var result = new EdgeExperiment().Run(new EdgeSettings { TestExamples = 50 }, Tiny.Digits);

        Assert.Equal((24, 48, 712), (result.Weights.Count(w => w == 1), result.Weights.Count(w => w == -1), result.Weights.Count(w => w == 0)));
        Assert.Equal([24.0, 6, -24, -24, 0], result.Pictures.SkipLast(1).Select(answer => answer.Sum));
        Assert.All(result.Pictures, answer => Assert.Equal(answer.Sum - 10, answer.Z, 1e-12));
        Assert.All(result.Pictures, answer => Assert.Equal(1 / (1 + Math.Exp(10 - answer.Sum)), answer.Activation, 1e-12));
        int[] active = new int[10];
        double most = double.NegativeInfinity;
        for (int i = 0; i < 50; i++)
        {
            var pixels = Tiny.Digits.Test.Image(i);
            double sum = 0;
            for (int y = 4; y < 13; y++)
            {
                for (int x = 10; x < 18; x++) sum += (y is >= 7 and < 10 ? 1 : -1) * (pixels[28 * y + x] / 255.0);
            }

            most = Math.Max(most, sum);
            if (sum > 10) active[Tiny.Digits.Test.Label(i)]++;
        }

        Assert.Equal(active, result.Active);
        Assert.Equal(50, result.Examples.Sum());
        Assert.Equal(most, result.Pictures[^1].Sum, 1e-5);
    }

    [Fact]
    public void What_is_not_linear_does_not_multiply_out() =>
        Assert.Throws<ArgumentException>(() => LinearCollapseExperiment.MultipliedOut(TestNetworks.Make("relu", "identity", 2)));

    [Fact]
    public void The_trained_stack_and_the_single_matrix_agree()
    {
        var result = new LinearCollapseExperiment().Run((LinearCollapseSettings)Tiny.Settings["linear-collapse"], Tiny.Digits);

        Assert.InRange(result.LargestDifference, 0, 1e-5);
        Assert.True(result.LargestOutput > 0.1);
        Assert.Equal(result.Runs[0].Curve.Points[^1].TestAccuracy, result.SingleAccuracy.Mean, 9);
    }

    [Fact]
    public void Sizes_of_errors_are_what_nudging_the_biases_measures()
    {
        var result = new VanishingGradientsExperiment().Run(new VanishingGradientsSettings { Examples = 1, Depth = 3, Width = 8 }, Tiny.Digits);

        var sigmoid = result.Kinds[0];
        for (int l = 0; l < 4; l++)
        {
            var network = Network.Create(
                784, 1, [.. Enumerable.Repeat(new Dense(8, Activation.Sigmoid), 3), new Dense(10, Activation.Softmax)]);
            var reference = new ReferenceNetwork<double>(network);
            var (input, target) = (Array.ConvertAll(Tiny.Digits.Train[0].Input, x => (double)x), Array.ConvertAll(Tiny.Digits.Train[0].Target, x => (double)x));
            double squares = 0;
            for (int j = 0; j < reference.Layers[l].Biases.Length; j++)
            {
                const double H = 1e-4;
                reference.Layers[l].Biases[j] += H;
                double up = reference.CostFrom(0, reference.Layers[0].WeightedSums(input), target, Cost.CrossEntropy);
                reference.Layers[l].Biases[j] -= 2 * H;
                double down = reference.CostFrom(0, reference.Layers[0].WeightedSums(input), target, Cost.CrossEntropy);
                reference.Layers[l].Biases[j] += H;
                squares += Math.Pow((up - down) / (2 * H), 2);
            }

            Assert.Equal(Math.Sqrt(squares / reference.Layers[l].Biases.Length), sigmoid.ErrorSize[l], 1e-7);
        }
    }

    [Fact]
    public void Errors_of_sigmoids_fade_and_those_of_relu_do_not()
    {
        var result = new VanishingGradientsExperiment().Run(new VanishingGradientsSettings { Examples = 20, Depth = 6, Width = 16 }, Tiny.Digits);

        Assert.Equal(["sigmoid", "tanh", "relu"], result.Kinds.Select(kind => kind.Activation));
        Assert.All(result.Kinds[0].MeanSlope, slope => Assert.InRange(slope, 0, 0.25));
        Assert.True(result.Kinds[0].ErrorSize[0] < 1e-3 * result.Kinds[0].ErrorSize[^1]);
        Assert.True(result.Kinds[2].ErrorSize[0] > 0.1 * result.Kinds[2].ErrorSize[^1]);
    }

    [Fact]
    public void Step_functions_answer_hardly_any_nudge_and_sigmoids_every_one()
    {
        var result = new StepActivationExperiment().Run((StepActivationSettings)Tiny.Settings["step-activation"], Tiny.Digits);

        Assert.Equal((20, 20), (result.Smooth.Nudged, result.Smooth.Answered));
        Assert.True(result.Step.Answered <= 2);
        Assert.True(result.StepLevels < 20);
        Assert.Equal(result.SmoothCosts.Count, result.SmoothCosts.Distinct().Count());
        Assert.True(result.Learning.Points[^1].TrainCost < result.Learning.Points[0].TrainCost);
    }

    [Fact]
    public void The_cost_of_step_functions_counts_wrong_outputs()
    {
        var network = Network.Create(784, 1, new Dense(16, Activation.Sigmoid), new Dense(16, Activation.Sigmoid), new Dense(10, Activation.Sigmoid));
        double wrong = 0;
        for (int e = 0; e < 10; e++)
        {
            double[] a = Array.ConvertAll(Tiny.Digits.Train[e].Input, x => (double)x);
            foreach (var layer in network.Layers)
                a = [.. Enumerable.Range(0, layer.Outputs).Select(j => Enumerable.Range(0, layer.Inputs).Sum(k => layer[j, k] * a[k]) + layer.Biases[j] >= 0 ? 1.0 : 0)];
            wrong += a.Where((output, j) => output != Tiny.Digits.Train[e].Target[j]).Count() / 10.0;
        }

        var result = new StepActivationExperiment().Run((StepActivationSettings)Tiny.Settings["step-activation"], Tiny.Digits);

        Assert.Equal(wrong, result.Step.Cost, 9);
        Assert.Contains(result.StepCosts, cost => Math.Abs(cost - wrong) < 1e-9);
        Assert.Equal(Evaluator.Evaluate(network, Tiny.Digits.Train.Take(10), Cost.Quadratic).Cost, result.Smooth.Cost, 5);
    }

    [Fact]
    public void A_wider_layer_fits_better()
    {
        var result = new ApproximationExperiment().Run(new ApproximationSettings { Function = "sine", Widths = [1, 8], Steps = 600 });

        Assert.True(result.Fits[1].Error.Mean < 0.5 * result.Fits[0].Error.Mean);
        Assert.Equal(Math.Sqrt(result.Fits[1].Y.Zip(result.Y, (a, y) => (a - y) * (a - y)).Average()), result.Fits[1].Error.Mean, 12);
    }

    [Fact]
    public void Without_a_non_linearity_the_fit_is_the_line_of_least_squares()
    {
        var settings = new ApproximationSettings { Function = "step", Activation = "identity", Widths = [1, 3], Steps = 800 };

        var result = new ApproximationExperiment().Run(settings);

        double xx = result.X.Sum(x => x * x), xy = result.X.Zip(result.Y, (x, y) => x * y).Sum(), mean = result.Y.Average();
        double least = Math.Sqrt(result.X.Zip(result.Y, (x, y) => Math.Pow(mean + xy / xx * x - y, 2)).Average());
        Assert.All(result.Fits, fit => Assert.Equal(least, fit.Error.Mean, 1e-4));
    }

    private static double[,] Matrix(DenseLayer layer)
    {
        double[,] matrix = new double[layer.Outputs, layer.Inputs];
        for (int j = 0; j < layer.Outputs; j++)
        {
            for (int k = 0; k < layer.Inputs; k++) matrix[j, k] = layer[j, k];
        }

        return matrix;
    }

    private static double[,] Product(double[,] a, double[,] b)
    {
        double[,] product = new double[a.GetLength(0), b.GetLength(1)];
        for (int i = 0; i < product.GetLength(0); i++)
        {
            for (int j = 0; j < product.GetLength(1); j++)
            {
                for (int k = 0; k < b.GetLength(0); k++) product[i, j] += a[i, k] * b[k, j];
            }
        }

        return product;
    }
}
