namespace Nabla.Tests;

/// <summary>The experiments that end in pictures: weights, noise and dreams.</summary>
public class PictureExperimentTests
{
    private static readonly Dataset Train = Tiny.Digits.Train, Test = Tiny.Digits.Test;

    [Fact]
    public void Pictures_are_the_weights_of_the_network_at_that_moment()
    {
        var result = new WeightPicturesExperiment().Run((WeightPicturesSettings)Tiny.Settings["weight-pictures"], Tiny.Digits);

        Assert.Equal([0, 1, 3], result.Moments.Select(moment => moment.Epoch));
        foreach (var moment in result.Moments)
        {
            var network = Lecture();
            var trainer = new Trainer(network, Train.Take(60), new TrainingOptions { Optimizer = new Sgd(1), Epochs = 3 });
            for (int epoch = 0; epoch < moment.Epoch; epoch++) _ = trainer.Epochs().First();
            var layer = trainer.Network.Layers[0];
            for (int j = 0; j < 6; j++) Assert.Equal(layer.Row(j).ToArray(), moment.Weights[j]);
        }
    }

    [Fact]
    public void What_is_dark_does_not_move_and_what_is_learned_is_smoother_than_chance()
    {
        var result = new WeightPicturesExperiment().Run(new WeightPicturesSettings { Examples = 200, TestExamples = 10, Moments = [0, 20] }, Tiny.Digits);

        int dark = Enumerable.Range(0, 784).Count(p => Enumerable.Range(0, 200).All(i => Train.Image(i)[p] == 0));
        Assert.Equal(dark / 784.0, result.AlwaysDark, 12);
        Assert.Equal(1, result.Moments[0].Unmoved);
        Assert.InRange(result.Moments[^1].Unmoved, result.AlwaysDark, result.AlwaysDark + 0.05);
        Assert.InRange(result.Moments[0].NeighbourCorrelation, -0.05, 0.05);
        Assert.True(result.Moments[^1].NeighbourCorrelation > 0.05);
        Assert.True(result.ImageCorrelation > 0.5);
    }

    [Fact]
    public void Correlation_is_one_for_what_goes_together_and_zero_for_what_does_not()
    {
        Assert.Equal(1, Correlation.Of([1, 2, 4], [10, 20, 40]), 12);
        Assert.Equal(-1, Correlation.Of([1, 2, 4], [-1, -2, -4]), 12);
        Assert.Equal(0, Correlation.Of([1, 2, 1, 2], [3, 3, 4, 4]), 12);
        Assert.Equal(0, Correlation.Of([1, 1], [2, 3]));
    }

    [Fact]
    public void Top_activations_are_what_the_network_answers()
    {
        var network = Lecture();
        var data = Tiny.Digits with { Network = network };

        var result = new NoiseExperiment().Run((NoiseSettings)Tiny.Settings["noise"], data);

        var predictor = new Predictor(network);
        double[] top = [.. Enumerable.Range(0, Test.Count).Select(i => (double)predictor.Outputs(Test.Image(i)).ToArray().Max())];
        Assert.Equal(top.Average(), result.Kinds[0].TopActivation.Mean, 6);
        Assert.Equal(top.Count(a => a >= 0.9) / (double)Test.Count, result.Kinds[0].SureShare, 9);
        Assert.Equal(
            Enumerable.Range(0, Test.Count).Average(i => predictor.Outputs(Test.Image(i)).ToArray().Sum(a => (double)a)), result.Kinds[0].OutputSum, 5);
        Assert.Equal(["test", "uniform", "dim", "salt"], result.Kinds.Select(kind => kind.Name.ToString()));
        foreach (var kind in result.Kinds)
        {
            Assert.Equal(1, kind.Histogram.Sum(), 9);
            Assert.Equal(kind.SurestActivation, kind.TopActivation.Most, 6);
            Assert.Equal(kind.SurestActivation, predictor.Outputs([.. kind.SurestPicture])[kind.Surest], 5);
        }
    }

    /// <summary>Softmax outputs add up to 1 whatever they are shown; those of the lectures' sigmoids need not.</summary>
    [Theory]
    [InlineData("softmax", true)]
    [InlineData("sigmoid", false)]
    public void Outputs_add_up_to_one_where_they_must(string output, bool must)
    {
        var result = new NoiseExperiment().Run((NoiseSettings)Tiny.Settings["noise"] with { Output = output }, Tiny.Digits);

        Assert.All(result.Kinds, kind => Assert.Equal(must, Math.Abs(kind.OutputSum - 1) < 1e-6));
    }

    [Fact]
    public void Noise_is_as_bright_as_the_digits_but_for_the_uniform_kind()
    {
        var result = new NoiseExperiment().Run((NoiseSettings)Tiny.Settings["noise"], Tiny.Digits);

        double digits = Test.Pixels.ToArray().Average(pixel => pixel / 255.0);
        Assert.Equal(digits, result.Kinds[0].Brightness, 9);
        Assert.Equal(0.5, result.Kinds[1].Brightness, 0.01);
        Assert.Equal(digits, result.Kinds[2].Brightness, 0.01);
        Assert.Equal(digits, result.Kinds[3].Brightness, 0.01);
        Assert.Equal([0, 1], result.Kinds[3].SurestPicture.Distinct().Order());
    }

    [Theory]
    [InlineData("sigmoid", "softmax", 2)]
    [InlineData("tanh", "sigmoid", 2)]
    [InlineData("relu", "identity", 1)]
    [InlineData("sigmoid", "sigmoid", 0)]
    public void The_gradient_by_the_input_is_what_nudging_it_measures(string hidden, string output, int layer)
    {
        var network = TestNetworks.Make(hidden, output, 3);
        var reference = new ReferenceNetwork<double>(network);
        double[] input = Array.ConvertAll(TestNetworks.Data(1)[0].Input, x => (double)x);

        var (activation, gradient) = InputGradient.Of(reference, layer, 1, input);

        Assert.Equal(Activation(input), activation, 12);
        for (int k = 0; k < input.Length; k++)
        {
            const double H = 1e-5;
            double original = input[k];
            input[k] = original + H;
            double up = Activation(input);
            input[k] = original - H;
            double down = Activation(input);
            input[k] = original;
            Assert.Equal((up - down) / (2 * H), gradient[k], 1e-8);
        }

        double Activation(double[] at) => new ReferenceNetwork<double>(new Network(network.Layers.Take(layer + 1))).Output(at)[1];
    }

    [Fact]
    public void A_dream_pleases_its_neuron_more_than_grey_does()
    {
        var network = Lecture();
        var data = Tiny.Digits with { Network = network };

        var result = new DreamExperiment().Run(new DreamSettings { Examples = 50, TestExamples = 10, Steps = 20 }, data);

        var predictor = new Predictor(network);
        Assert.Equal(10, result.Dreams.Count);
        foreach (var dream in result.Dreams)
        {
            Assert.True(dream.Activation > dream.StartActivation + 0.01);
            Assert.Equal(dream.Activation, predictor.Outputs([.. dream.Picture])[dream.Neuron], 5);
            Assert.All(dream.Picture, pixel => Assert.InRange(pixel, 0, 1));
            double[] picture = [.. dream.Picture.Select(pixel => (double)pixel)];
            double nearest = Enumerable.Range(0, 50).Max(i => Correlation.Of(picture, Array.ConvertAll(Train[i].Input, pixel => (double)pixel)));
            Assert.Equal(nearest, dream.Nearest, 5);
        }
    }

    [Fact]
    public void Hidden_neurons_dream_too_and_there_must_be_such_a_layer()
    {
        var settings = new DreamSettings { Examples = 50, TestExamples = 10, Steps = 2, Layer = 1 };
        var data = Tiny.Digits with { Network = Lecture() };

        Assert.Equal((16, false), (new DreamExperiment().Run(settings, data).Dreams.Count, new DreamExperiment().Run(settings, data).IsOutput));
        Assert.Contains("from 1 to 3", Assert.Throws<ExperimentException>(() => new DreamExperiment().Run(settings with { Layer = 4 }, data)).Message, StringComparison.Ordinal);
    }

    private static Network Lecture() =>
        Network.Create(784, 1, new Dense(16, Activation.Sigmoid), new Dense(16, Activation.Sigmoid), new Dense(10, Activation.Sigmoid));
}
