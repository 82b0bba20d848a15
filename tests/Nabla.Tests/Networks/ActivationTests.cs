namespace Nabla.Tests;

public class ActivationTests
{
    public static TheoryData<string> Names() => [.. Activation.All.Select(activation => activation.Name)];

    [Theory]
    [InlineData("sigmoid", 0.0, 0.5)]
    [InlineData("sigmoid", 2.0, 0.8807970779778823)]
    [InlineData("sigmoid", -1000.0, 0.0)]
    [InlineData("tanh", 0.5, 0.46211715726000976)]
    [InlineData("relu", 1.5, 1.5)]
    [InlineData("relu", -1.5, 0.0)]
    [InlineData("identity", -1.5, -1.5)]
    public void Value_is_the_closed_form(string name, double z, double expected)
    {
        double[] a = new double[1];
        Activation.Parse(name).Apply<double>([z], a);
        Assert.Equal(expected, a[0], 1e-15);
    }

    [Fact]
    public void Softmax_is_a_distribution_and_ignores_a_common_shift()
    {
        double[] a = new double[3], shifted = new double[3];
        Activation.Softmax.Apply<double>([1, 2, 3], a);
        Activation.Softmax.Apply<double>([1001, 1002, 1003], shifted);
        Assert.Equal(1, a.Sum(), 1e-15);
        Assert.Equal(0.6652409557748219, a[2], 1e-15);
        Assert.Equal(a, shifted);
    }

    [Fact]
    public void Softmax_of_enormous_logits_is_finite()
    {
        double[] a = new double[3];
        Activation.Softmax.Apply<double>([1000, 0, -1000], a);
        Assert.Equal([1, 0, 0], a);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Derivative_is_the_slope_of_the_curve(string name)
    {
        var activation = Activation.Parse(name);
        double[] z = [-1.2, 0.4, 2.3], slopes = new double[3], up = new double[3], down = new double[3];
        activation.Derivative<double>(z, slopes);
        for (int j = 0; j < z.Length; j++)
        {
            const double H = 1e-5;
            double[] more = [.. z], less = [.. z];
            more[j] += H;
            less[j] -= H;
            activation.Apply<double>(more, up);
            activation.Apply<double>(less, down);
            Assert.Equal((up[j] - down[j]) / (2 * H), slopes[j], 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Name_leads_back_to_the_function(string name) => Assert.Equal(name, Activation.Parse(name.ToUpperInvariant()).Name);

    [Fact]
    public void Unknown_name_is_answered_with_the_known_ones()
    {
        var error = Assert.Throws<ArgumentException>(() => Activation.Parse("sigmoit"));
        Assert.Contains("sigmoid, tanh, relu, identity, softmax", error.Message, StringComparison.Ordinal);
    }
}
