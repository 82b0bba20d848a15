namespace Nabla.Tests;

public class InitializerTests
{
    [Theory]
    [InlineData("normal", 0.0, 1.0)]
    [InlineData("xavier", 0.0, 0.0816497)] // √(2/(200+100)), the standard deviation of ±√(6/(200+100))
    [InlineData("he", 0.0, 0.1)] // √(2/200)
    [InlineData("constant:0.25", 0.25, 0.0)]
    public void Weights_have_the_mean_and_deviation_of_the_formula(string name, double mean, double deviation)
    {
        var weights = Make(name).Weights.ToArray();
        double average = weights.Average(w => (double)w);
        Assert.Equal(mean, average, 0.02);
        Assert.Equal(deviation, Math.Sqrt(weights.Average(w => (w - average) * (w - average))), 0.02 * Math.Max(0.1, deviation));
    }

    [Fact]
    public void A_layer_that_says_none_begins_as_is_usual_for_its_activation()
    {
        foreach (var activation in Activation.All)
        {
            Assert.Equal(
                Network.Create(20, seed: 4, new Dense(10, activation, activation.UsualInitializer)).Digest(),
                Network.Create(20, seed: 4, new Dense(10, activation)).Digest());
        }
    }

    [Fact]
    public void Xavier_stays_within_its_range()
    {
        double range = Math.Sqrt(6.0 / 300);
        Assert.All(Make("xavier").Weights.ToArray(), w => Assert.InRange(w, -range, range));
    }

    [Fact]
    public void Biases_are_zero_for_xavier_and_he_and_random_for_normal()
    {
        Assert.All(Make("xavier").Biases.ToArray(), b => Assert.Equal(0, b));
        Assert.All(Make("he").Biases.ToArray(), b => Assert.Equal(0, b));
        Assert.All(Make("normal").Biases.ToArray(), b => Assert.NotEqual(0, b));
    }

    [Theory]
    [InlineData("xaver")]
    [InlineData("constant:")]
    [InlineData("constant:nan")]
    public void Unknown_name_is_refused(string name) => Assert.Throws<ArgumentException>(() => Initializer.Parse(name));

    private static DenseLayer Make(string name) =>
        Network.Create(200, seed: 3, new Dense(100, Activation.Sigmoid, Initializer.Parse(name))).Layers[0];
}
