using Nabla.Tests.Text;

namespace Nabla.Tests.Runs;

/// <summary>A run that has learned nothing says why, by figures that are computed here once more, and what it says to try helps.</summary>
public class DiagnosisTests
{
    private static readonly Dataset Digits = Nabla.Digits.Load(train: 1000, test: 100).Train;

    [Fact]
    public void A_network_that_has_learned_has_nothing_the_matter()
    {
        Assert.Null(Train(Digits, epochs: 5).Diagnose());
        Assert.NotNull(Train(Digits, epochs: 0, ("learning-rate", "1e-9")).Diagnose());
    }

    [Fact]
    public void Steps_that_were_too_large_are_known_by_flat_neurons_and_grown_weights()
    {
        var run = Train(Digits, 6, ("learning-rate", "1000"));

        var diagnosis = Diagnosed(run);

        int seen = new Predictor(run.Trainer.Network).Classify(Digits.Image(0));
        Assert.Equal($"every example is read as {seen}", diagnosis.Findings[0].ToString());
        var (silent, slope) = Silent(run.Trainer.Network, layer: 0);
        Assert.Contains($"{silent} of 16 neurons of layer 1 answer the same to everything, and their σ′ is at most {slope:G3}", Words(diagnosis), StringComparison.Ordinal);
        Assert.Contains("the cost has not moved since epoch 1", Words(diagnosis), StringComparison.Ordinal);
        Assert.Matches(@"weights of layer \d grew from at most 0\.\d+ to \d+", Words(diagnosis));
        Assert.Contains("Take smaller steps: learning rate 1 instead of 1000", Words(diagnosis), StringComparison.Ordinal);
        Assert.Null(Again(run, Digits, diagnosis));
    }

    [Fact]
    public void Neurons_that_are_alike_are_known_by_their_weights()
    {
        var run = Train(Digits, 5, ("initializer", "constant:0"));

        var diagnosis = Diagnosed(run);

        Assert.Contains("the 16 neurons of layer 1 are all alike", Words(diagnosis), StringComparison.Ordinal);
        Assert.Contains("initializer xavier instead of constant:0", Words(diagnosis), StringComparison.Ordinal);
        Assert.Null(Again(run, Digits, diagnosis));
    }

    [Fact]
    public void Rectifiers_that_are_dead_have_a_slope_of_0()
    {
        var dead = Nothing(Activation.Relu);

        Assert.Contains("4 of 4 neurons of layer 1 answer the same to everything, and their σ′ is 0", Words(dead), StringComparison.Ordinal);
        Assert.Equal("learning-rate", Assert.Single(dead.Try).Key);
    }

    [Fact]
    public void A_rectifier_that_was_dead_from_the_beginning_leaks_instead()
    {
        // Its one weight begins below 0 and its inputs are above.
        var data = Dataset.FromRows([.. Enumerable.Range(1, 20).Select(i => (new[] { i / 20f }, i % 2))], classes: 2);
        var born = Enumerable.Range(1, 50).Select(seed => new RunConfiguration
        {
            Hidden = [1], Activation = Activation.Relu, Initializer = Initializer.He, Training = new TrainingOptions { Seed = (ulong)seed },
        }).First(configuration => configuration.CreateNetwork(data).Layers[0].Weights[0] < 0);

        var diagnosis = Assert.IsType<Diagnosis>(Diagnosis.Of(born, born.CreateNetwork(data), data, []));

        Chinese.Check(diagnosis.Sentence);
        Assert.Contains("activation leaky-relu instead of relu", Words(diagnosis), StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_that_were_too_small_have_moved_nothing()
    {
        var run = Train(Digits, 4, ("learning-rate", "1e-6"));

        var diagnosis = Diagnosed(run);

        Assert.Contains("Take larger steps: learning rate 1 instead of 1E-06", Words(diagnosis), StringComparison.Ordinal);
        Assert.Null(Again(run, Digits, diagnosis));
    }

    [Fact]
    public void Weights_that_are_pulled_to_0_have_shrunk()
    {
        var diagnosis = Diagnosed(Train(Digits, 6, ("l2", "900")));

        Assert.Matches("weights of layer 1 shrank from up to 0.0866 to ", Words(diagnosis));
        Assert.Equal("l2", Assert.Single(diagnosis.Try).Key);
    }

    [Fact]
    public void A_cost_that_still_moves_wants_more_time()
    {
        var run = Train(Digits, 2, ("learning-rate", "0.02"));

        var diagnosis = Diagnosed(run);

        Assert.Contains("train for 6 epochs instead of 2", Words(diagnosis), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_are_answered_no_better_than_by_their_mean()
    {
        var data = Dataset.FromRows([.. Enumerable.Range(0, 40).Select(i => (new[] { i / 40f }, new[] { i % 2 * 2f - 1 }))]);

        Assert.Contains("its answers are no better than the mean of the targets", Words(Diagnosed(Train(data, 3, ("learning-rate", "1e-7")))), StringComparison.Ordinal);
    }

    [Fact]
    public void Classes_are_called_by_their_names_and_a_fair_half_is_nothing_learned()
    {
        // Both classes have the same inputs: nobody could tell them apart.
        var data = Dataset.FromRows([.. Enumerable.Range(0, 40).Select(i => (new[] { i / 2 / 20f, 1f }, i % 2))], classes: 2);

        var diagnosis = Diagnosed(Train(data, 3, ("learning-rate", "0.5")));

        Assert.Matches("every example is read as [01]|20 of 40 examples are read right, no more than by always saying [01]", Words(diagnosis));
    }

    [Fact]
    public void Half_of_all_read_right_is_no_more_than_always_the_same_answer()
    {
        var data = Dataset.FromRows([([0f], 0), ([0f], 1), ([1f], 0), ([1f], 1)], classes: 2);
        var configuration = new RunConfiguration { Hidden = [], OutputActivation = Activation.Identity };
        var network = configuration.CreateNetwork(data);
        float[] weights = [-1, 1], biases = [1, 0];
        weights.CopyTo(network.Layers[0].Weights);
        biases.CopyTo(network.Layers[0].Biases);

        var diagnosis = Assert.IsType<Diagnosis>(Diagnosis.Of(configuration, network, data, []));

        Chinese.Check(diagnosis.Sentence);
        Assert.Equal("2 of 4 examples are read right, no more than by always saying 0", diagnosis.Findings[0].ToString());

        // Its cost stands still, and no figure says why: first another way of descending, then more neurons, and never back.
        MetricsLine[] still = [.. Enumerable.Range(1, 5).Select(epoch => new MetricsLine { Epoch = epoch, Step = epoch, Cost = epoch == 1 ? 2 : 0.5 })];
        var tried = Assert.IsType<Diagnosis>(Diagnosis.Of(configuration, network, data, still));
        Chinese.Check(tried.Sentence);
        Assert.Contains("the cost has not moved since epoch 2", Words(tried), StringComparison.Ordinal);
        Assert.Equal(new Dictionary<string, string> { ["optimizer"] = "adam", ["learning-rate"] = "0.001" }, tried.Try);
        var then = Assert.IsType<Diagnosis>(Diagnosis.Of(configuration.With(tried.Try), network, data, still));
        Chinese.Check(then.Sentence);
        Assert.Equal("16", then.Try["hidden"]);
    }

    [Fact]
    public void What_cannot_be_learned_does_not_send_anybody_in_a_circle()
    {
        // Both classes have the same inputs.
        var data = Dataset.FromRows([.. Enumerable.Range(0, 40).Select(i => (new[] { i / 2 / 20f, 1f }, i % 2))], classes: 2);
        var configuration = new RunConfiguration().With(new Dictionary<string, string> { ["epochs"] = "3", ["hidden"] = "4", ["learning-rate"] = "100" }, data);
        var seen = new HashSet<string>();
        for (int i = 0; i < 12; i++)
        {
            var run = new LiveRun(configuration, data);
            _ = run.Train().Count();
            if (run.State == TrainingState.Diverged || run.Diagnose() is not { } diagnosis) break;
            Assert.True(seen.Add(RunName.Of(configuration)), string.Join('\n', seen));
            configuration = configuration.With(diagnosis.Try, data);
            if (configuration.Training.Epochs > 500) break;
        }
    }

    [Fact]
    public void A_network_of_other_sizes_than_the_configuration_s_is_looked_at_alone()
    {
        var network = Network.Create(784, seed: 1, new Dense(3, Activation.Sigmoid), new Dense(10, Activation.Sigmoid));
        network.Layers[0].Biases.Fill(99);
        network.Layers[1].Weights.Clear();

        var diagnosis = Assert.IsType<Diagnosis>(Diagnosis.Of(new RunConfiguration(), network, Digits, []));

        Assert.Contains("3 of 3 neurons of layer 1 answer the same to everything", Words(diagnosis), StringComparison.Ordinal);
        Assert.DoesNotContain("grew", Words(diagnosis), StringComparison.Ordinal);
    }

    [Fact]
    public void All_examples_of_one_class_are_nothing_to_tell_apart() =>
        Assert.Null(Train(Dataset.FromRows([.. Enumerable.Range(0, 9).Select(i => (new[] { i / 9f }, 0))], classes: 2), 1).Diagnose());

    private static LiveRun Train(Dataset data, int epochs, params (string Name, string Value)[] settings)
    {
        var chosen = settings.Append(("epochs", $"{Math.Max(1, epochs)}")).ToDictionary(pair => pair.Item1, pair => pair.Item2);
        var run = new LiveRun(new RunConfiguration().With(chosen, data), data);
        if (epochs > 0) Assert.Equal(epochs, run.Train().Count());
        return run;
    }

    private static Diagnosis? Again(LiveRun run, Dataset data, Diagnosis diagnosis)
    {
        var again = new LiveRun(run.Configuration.With(diagnosis.Try, data), data);
        _ = again.Train().Count();
        return again.Diagnose();
    }

    private static Diagnosis Diagnosed(LiveRun run)
    {
        var diagnosis = Assert.IsType<Diagnosis>(run.Diagnose());
        Chinese.Check(diagnosis.Sentence);
        return diagnosis;
    }

    private static string Words(Diagnosis diagnosis) => diagnosis.Sentence.ToString();

    // All weights begin where nothing comes through: of rectifiers the biases are far below 0; of the logistic function far above.
    private static Diagnosis Nothing(Activation activation)
    {
        var data = Dataset.FromRows([.. Enumerable.Range(0, 20).Select(i => (new[] { i / 20f, 1 - i / 20f }, i % 2))], classes: 2);
        var configuration = new RunConfiguration { Hidden = [4], Activation = activation, Initializer = activation.UsualInitializer };
        var network = configuration.CreateNetwork(data);
        network.Layers[0].Biases.Fill(activation == Activation.Relu ? -99 : 9);
        if (activation != Activation.Relu) network.Layers[0].Weights.Clear();
        var diagnosis = Assert.IsType<Diagnosis>(Diagnosis.Of(configuration, network, data, []));
        Chinese.Check(diagnosis.Sentence);
        return diagnosis;
    }

    // How many neurons of a layer vary by no more than a thousandth, and the largest slope of these.
    private static (int Count, double Slope) Silent(Network network, int layer)
    {
        var traces = Enumerable.Range(0, Digits.Count).Select(i => Backpropagation.Trace(network, Digits[i], Cost.Quadratic).Layers[layer]).ToList();
        int[] silent = [.. Enumerable.Range(0, network.Layers[layer].Outputs).Where(j => traces.Max(t => t.A[j]) - traces.Min(t => t.A[j]) <= 1e-3)];
        return (silent.Length, silent.Max(j => traces.Max(t => t.Slope[j])));
    }
}
