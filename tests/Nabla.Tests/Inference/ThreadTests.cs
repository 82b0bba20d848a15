namespace Nabla.Tests;

/// <summary>Several threads at once: right, or refused.</summary>
public class ThreadTests
{
    private static readonly Network Network = Network.Create(64, seed: 2, new Dense(70, Activation.Relu), new Dense(9, Activation.Tanh), new Dense(5, Activation.Softmax));
    private static readonly Dataset Data = TestNetworks.Data(60, inputs: 64);

    [Fact]
    public void One_predictor_answers_any_number_of_threads()
    {
        var predictor = new Predictor(Network);
        float[][] expected = [.. Enumerable.Range(0, Data.Count).Select(i => new Predictor(Network).Outputs(Data[i].Input).ToArray())];
        int wrong = 0;
        var threads = Enumerable.Range(0, 8).Select(t => new Thread(() =>
        {
            for (int n = 0; n < 3000; n++)
            {
                int i = (n * (2 * t + 1) + t) % Data.Count;
                if (!predictor.Outputs(Data.Input(i)).SequenceEqual(expected[i])) Interlocked.Increment(ref wrong);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.Equal(0, wrong);
    }

    [Fact]
    public void Answer_stays_while_another_thread_asks()
    {
        var predictor = new Predictor(Network);
        float[] other = Data[1].Input;
        var answer = predictor.Outputs(Data[0].Input);
        float[] before = answer.ToArray();
        NetworkInTrainingTests.OnAnotherThread(() => predictor.Classify(other));
        Assert.Equal(before, answer.ToArray());
    }

    [Fact]
    public void Later_changes_to_the_network_are_not_seen_by_any_thread()
    {
        var network = Network.Clone();
        var predictor = new Predictor(network);
        network.Layers[0].Weights.Clear();
        float[] expected = new Predictor(Network).Outputs(Data[0].Input).ToArray(), seen = [];
        Assert.Null(NetworkInTrainingTests.OnAnotherThread(() => seen = predictor.Outputs(Data[0].Input).ToArray()));
        Assert.Equal(expected, seen);
    }

    [Fact]
    public void Prediction_allocates_nothing()
    {
        var predictor = new Predictor(Network);
        float[] input = Data[0].Input;
        for (int i = 0; i < 10; i++) predictor.Classify(input);
        Allocated.MustBeNothing(() =>
        {
            for (int i = 0; i < 30; i++) predictor.Classify(input);
        });
    }

    [Fact]
    public void Evaluator_refuses_a_second_thread()
    {
        var evaluator = new Evaluator(Network, Cost.CrossEntropy);
        var network = Network.Clone();
        Exception? refused = null;

        // The evaluator asks for the numbers while it is at work.
        network.Layers[0].Bring = () => refused = NetworkInTrainingTests.OnAnotherThread(() => evaluator.Run(Network, Data));
        var evaluation = evaluator.Run(network, Data);
        Assert.Contains("in another thread", Assert.IsType<InvalidOperationException>(refused).Message, StringComparison.Ordinal);
        Assert.Equal(Evaluator.Evaluate(Network, Data, Cost.CrossEntropy).Cost, evaluation.Cost);
    }

    [Theory]
    [InlineData("64-70-9-4", "relu")]
    [InlineData("64-70-9-6", "relu")]
    [InlineData("2-70-9-5", "relu")]
    [InlineData("200000-70-9-5", "relu")]
    [InlineData("64-5", "relu")]
    [InlineData("64-70-9-5", "tanh")]
    public void Evaluator_refuses_a_network_of_another_shape(string shape, string activation)
    {
        int[] sizes = [.. shape.Split('-').Select(int.Parse)];
        var stranger = Network.Create(sizes[0], 1,
            [.. sizes[1..^1].Select((size, l) => new Dense(size, l == 1 ? Activation.Tanh : Activation.Parse(activation))), new Dense(sizes[^1], Activation.Softmax)]);
        var evaluator = new Evaluator(Network, Cost.CrossEntropy);
        Assert.Throws<ArgumentException>(() => evaluator.Run(stranger, Data));
        Assert.Throws<ArgumentException>(() => evaluator.Run(stranger, TestNetworks.Data(2, inputs: sizes[0])));
    }
}
