using System.Globalization;
using Nabla.Tests.Text;

namespace Nabla.Tests.Costs;

/// <summary>Targets that the outputs cannot reach are scaled into their range where they come from a table, and refused otherwise.</summary>
public class ReachTests
{
    private static readonly Table Xor = Rows(["0", "0", "0"], ["0", "1", "1"], ["1", "0", "1"], ["1", "1", "0"]);

    [Theory]
    [InlineData("sigmoid", 0, 1)]
    [InlineData("tanh", -1, 1)]
    [InlineData("relu", 0, 2)]
    [InlineData("identity", -1, 1)]
    public void Targets_of_a_table_are_scaled_into_what_the_outputs_reach(string output, float least, float most)
    {
        var options = new TableOptions { Target = "y", Task = TableTask.Regression, Reach = Activation.Parse(output).Range };

        var (train, _, encoding) = TableEncoding.Split(Xor, options);

        Assert.Equal([least, most, most, least], train.Targets.ToArray());
        Assert.Equal([0, 1, 1, 0], train.Targets.ToArray().Select(encoding.Target.Value));
    }

    [Fact]
    public void Any_numbers_come_back_from_where_they_were_scaled_to()
    {
        double[] y = [1e9, 1e9 + 1, 1e9 + 0.25, -3];
        var table = Rows([.. y.Select((value, i) => new[] { $"{i}", "1", value.ToString("R", CultureInfo.InvariantCulture) })]);

        var (train, _, encoding) = TableEncoding.Split(table, new TableOptions { Target = "y", Task = TableTask.Regression, Reach = (-1, 1) });

        Assert.Equal(-1f, train.Targets.ToArray().Min());
        Assert.Equal(1f, train.Targets.ToArray().Max());
        Assert.All(y.Zip(train.Targets.ToArray()), pair => Assert.True(Math.Abs(pair.First - encoding.Target.Value(pair.Second)) < 200));
    }

    [Fact]
    public void Sigmoid_learns_xor_as_numbers()
    {
        var (train, _, encoding) = TableEncoding.Split(Xor, new TableOptions { Target = "y", Task = TableTask.Regression, Reach = Activation.Sigmoid.Range });
        var network = Network.Create(2, seed: 1, new Dense(4, Activation.Tanh), new Dense(1, Activation.Sigmoid));

        var trainer = new Trainer(network, train, new TrainingOptions { Optimizer = new Adam(0.05), BatchSize = 4, Epochs = 500, Seed = 1 });
        _ = trainer.Epochs().Count();

        var predictor = new Predictor(network);
        for (int i = 0; i < 4; i++) Assert.Equal(Xor[2].Number(i), encoding.Target.Value(predictor.Outputs(train[i].Input)[0]), 0.1);
    }

    [Theory]
    [InlineData("sigmoid", "0 to 1")]
    [InlineData("tanh", "-1 to 1")]
    [InlineData("relu", "0 and more")]
    public void Targets_out_of_reach_are_refused_before_training(string output, string reach)
    {
        var data = Dataset.FromRows([(new[] { 0f }, new[] { -1.5f }), (new[] { 1f }, new[] { 1.5f })]);
        var network = Network.Create(1, seed: 1, new Dense(1, Activation.Parse(output)));

        var error = Assert.Throws<TrainingOptionsException>(() => new Trainer(network, data, new TrainingOptions { Epochs = 1 }));

        Chinese.Refused($"go from -1.5 to 1.5, but {output} outputs reach {reach}", error);
        Chinese.Check(Assert.Single(Fit.Problems(network, data, Cost.Quadratic, toTrain: true)));
    }

    [Fact]
    public void A_network_that_is_there_may_be_asked_about_any_targets()
    {
        var data = Dataset.FromRows([(new[] { 0f }, new[] { -1.5f })]);

        Assert.Empty(Fit.Problems(Network.Create(1, seed: 1, new Dense(1, Activation.Sigmoid)), data, Cost.Quadratic));
    }

    private static Table Rows(params string[][] cells) =>
        Table.FromRows("xor", ["a", "b", "y"], cells.Select((row, i) => (i + 2, (IReadOnlyList<string>)row)));
}
