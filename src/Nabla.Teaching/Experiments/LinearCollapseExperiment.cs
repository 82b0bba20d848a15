namespace Nabla.Experiments;

/// <summary>Without a non-linearity any stack of layers is a single one (C5).</summary>
public sealed class LinearCollapseExperiment() : Experiment<LinearCollapseSettings, LinearCollapseResult>(
    "linear-collapse", $"multiplies a stack of linear layers out into a single one, and compares",
    $"Without squashing, W₂(W₁a + b₁) + b₂ = (W₂W₁)a + (W₂b₁ + b₂): however many layers, one matrix does the same. It is the "
        + $"activation function that makes depth worth something.",
    [
        Wholes("hidden", $"neurons in each hidden layer", 1, 1000, s => s.Hidden, (s, v) => s with { Hidden = v }, distinct: false),
        .. CommonOptions.Learning,
        Seeds(),
    ])
{
    private protected override LinearCollapseResult RunOn(LinearCollapseSettings settings, Workbench bench)
    {
        Activation[] activations = [Activation.Identity, Activation.Sigmoid, Activation.Tanh, Activation.Relu];
        bench.Expect(activations.Length * settings.Seeds.Count);
        var linear = new List<Network>();
        var runs = activations.Select(activation => bench.Learn($"{activation.Name}", seed =>
        {
            var network = bench.Create(
                seed, settings.Hidden, activation, Activation.Identity, activation.UsualInitializer);
            if (activation.IsLinear) linear.Add(network);
            return new LearningTask(network, bench.Train, settings.Training(seed));
        })).ToList();
        var single = linear.ConvertAll(MultipliedOut);
        return new LinearCollapseResult
        {
            Layers = settings.Hidden.Count + 1,
            StackParameters = linear[0].ParameterCount,
            SingleParameters = single[0].ParameterCount,
            LargestOutput = linear.Max(network => LargestDifference(network, null, bench.Test)),
            LargestDifference = linear.Zip(single).Max(pair => LargestDifference(pair.First, pair.Second, bench.Test)),
            SingleAccuracy = Spread.Of(single.Select(network => Evaluator.Evaluate(network, bench.Test, Cost.Quadratic).Accuracy)),
            Runs = runs,
        };
    }

    /// <summary>
    /// The one layer that does what a stack of linear ones does: <c>W = W_L···W₂W₁</c>, <c>b = W_L(···(W₂b₁ + b₂)···) + b_L</c>.
    /// </summary>
    /// <param name="stack">A network of identity activations.</param>
    /// <exception cref="ArgumentException">A layer has another activation.</exception>
    public static Network MultipliedOut(Network stack)
    {
        ArgumentNullException.ThrowIfNull(stack);
        if (stack.Layers.FirstOrDefault(layer => !layer.Activation.IsLinear) is { } bent)
            throw Refusal.Argument($"{bent} is not linear; only layers of identity activations can be multiplied out.");
        var reference = new ReferenceNetwork<double>(stack);
        var single = new DenseLayer(stack.Inputs, stack.Outputs, Activation.Identity);

        // Column k of the matrix is what the stack makes of the k-th unit vector, without the biases.
        double[] biases = reference.Output(new double[stack.Inputs]);
        for (int k = 0; k < stack.Inputs; k++)
        {
            double[] unit = new double[stack.Inputs];
            unit[k] = 1;
            double[] output = reference.Output(unit);
            for (int j = 0; j < output.Length; j++) single[j, k] = (float)(output[j] - biases[j]);
        }

        for (int j = 0; j < biases.Length; j++) single.Biases[j] = (float)biases[j];
        return new Network(single);
    }

    private static double LargestDifference(Network a, Network? b, Dataset data)
    {
        var (one, other) = (new Predictor(a), b is null ? null : new Predictor(b));
        float[] input = new float[data.Inputs];
        double largest = 0;
        for (int i = 0; i < data.Count; i++)
        {
            data.CopyInput(i, input);
            var x = one.Outputs(input);
            var y = other is null ? default : other.Outputs(input);
            for (int j = 0; j < x.Length; j++) largest = Math.Max(largest, Math.Abs(x[j] - (y.IsEmpty ? 0 : y[j])));
        }

        return largest;
    }
}

/// <summary>The settings of <see cref="LinearCollapseExperiment"/>.</summary>
public sealed record LinearCollapseSettings : LearningExperimentSettings
{
    /// <summary>The defaults.</summary>
    public LinearCollapseSettings() => (Epochs, LearningRate) = (20, 0.01);

    /// <summary>Neurons in each hidden layer.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [32, 32];
}
