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

    // Values and slopes by PyTorch 1.13, in double.
    [Theory]
    [InlineData("gelu", -6.0, -5.919525869479969e-09, -3.546870945402639e-08)]
    [InlineData("gelu", -2.5, -0.015524163314440398, -0.03761108590814519)]
    [InlineData("gelu", -0.7, -0.1693745565561511, 0.023385898866340155)]
    [InlineData("gelu", 0.3, 0.1853734266566858, 0.7323277668271099)]
    [InlineData("gelu", 3.0, 2.99595030590511, 1.011945647204184)]
    [InlineData("swish", -6.0, -0.014835738939808647, -0.012326432591525513)]
    [InlineData("swish", -2.5, -0.18964545005310887, -0.09940111134152683)]
    [InlineData("swish", -0.7, -0.2322685594822837, 0.17661321652665754)]
    [InlineData("swish", 0.3, 0.1723327550434977, 0.6477800103188829)]
    [InlineData("swish", 3.0, 2.8577223804672998, 1.0881041060151693)]
    [InlineData("softplus", -6.0, 0.0024756851377304495, 0.0024726231566347748)]
    [InlineData("softplus", -2.5, 0.07888973429254963, 0.07585818002124356)]
    [InlineData("softplus", -0.7, 0.4031860488854579, 0.33181222783183395)]
    [InlineData("softplus", 0.3, 0.8543552444685272, 0.574442516811659)]
    [InlineData("softplus", 3.0, 3.048587351573742, 0.9525741268224333)]
    [InlineData("elu", -6.0, -0.9975212478233336, 0.0024787521766663585)]
    [InlineData("elu", -2.5, -0.9179150013761012, 0.0820849986238988)]
    [InlineData("elu", -0.7, -0.5034146962085905, 0.4965853037914095)]
    [InlineData("elu", 0.3, 0.3, 1.0)]
    [InlineData("elu", 3.0, 3.0, 1.0)]
    [InlineData("leaky-relu", -3.0, -0.03, 0.01)]
    public void Value_and_slope_are_pytorchs(string name, double z, double value, double slope)
    {
        var activation = Activation.Parse(name);
        double[] a = new double[1], slopes = new double[1];
        activation.Apply<double>([z], a);
        activation.Derivative<double>([z], slopes);
        Assert.Equal(value, a[0], 1e-9 * Math.Abs(value));
        Assert.Equal(slope, slopes[0], 1e-9 * Math.Abs(slope));

        // The kernel's own arithmetic, by a network of one neuron whose weighted sum is z.
        var network = new Network(new DenseLayer(1, 1, activation));
        network.Layers[0].Biases[0] = (float)z;
        double seen = new Predictor(network).Outputs([0f])[0];
        Assert.Equal(value, seen, 2e-6 * Math.Abs(value));
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
    public void Kinks_are_where_the_slope_or_its_slope_jumps(string name)
    {
        // Differences of the slope across a point: of an odd order for a jump, of an even one for a corner; both vanish where it is smooth.
        var activation = Activation.Parse(name);
        var eighths = Enumerable.Range(-64, 129).Select(i => i / 8.0);
        Assert.Equal(activation.Kinks, eighths.Where(z => Unevenness(z, 1e-3) > 1e-4));

        double Unevenness(double z, double h)
        {
            double[] slopes = new double[4];
            activation.Derivative<double>([z - 3 * h, z - h, z + h, z + 3 * h], slopes);
            double jump = slopes[0] - 3 * slopes[1] + 3 * slopes[2] - slopes[3], corner = slopes[0] - slopes[1] - slopes[2] + slopes[3];
            return activation.IsElementwise ? Math.Max(Math.Abs(jump), Math.Abs(corner)) : 0;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Sparse_activations_are_zero_with_their_slopes_below_zero(string name)
    {
        double[] z = [-0.1, -1, -10], a = new double[3], slopes = new double[3];
        Activation.Parse(name).Apply<double>(z, a);
        Activation.Parse(name).Derivative<double>(z, slopes);
        Assert.Equal(Activation.Parse(name).IsSparse, a.All(x => x == 0) && slopes.All(x => x == 0));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Element_wise_activations_follow_their_own_sum_alone(string name)
    {
        double[] one = new double[2], other = new double[2];
        Activation.Parse(name).Apply<double>([0.5, 1], one);
        Activation.Parse(name).Apply<double>([0.5, 2], other);
        Assert.Equal(Activation.Parse(name).IsElementwise, one[0] == other[0]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Slope_is_read_off_the_activation_where_it_is_said_to_be(string name)
    {
        var activation = Activation.Parse(name);
        double[] z = [-3, -0.4, 0.2, 1.7], a = new double[4], slopes = new double[4];
        activation.Apply<double>(z, a);
        activation.Derivative<double>(z, slopes);
        bool isRead = activation.IsElementwise && a.Zip(slopes, (activated, slope) => Math.Abs(activated * (1 - activated) - slope) < 1e-12).All(same => same);
        Assert.Equal(isRead, activation.IsLogistic);
    }

    [Fact]
    public void Usual_initialiser_of_the_rectifiers_is_Hes() =>
        Assert.Equal(
            ["relu", "leaky-relu", "elu", "softplus", "gelu", "swish"],
            Activation.All.Where(activation => activation.UsualInitializer == Initializer.He).Select(activation => activation.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Name_leads_back_to_the_function(string name) => Assert.Equal(name, Activation.Parse(name.ToUpperInvariant()).Name);

    [Fact]
    public void Unknown_name_is_answered_with_the_known_ones()
    {
        var error = Assert.Throws<ArgumentException>(() => Activation.Parse("sigmoit"));
        Assert.Contains("Known: sigmoid, tanh, relu, ", error.Message, StringComparison.Ordinal);
        Assert.All(Activation.All, known => Assert.Contains(known.Name, error.Message, StringComparison.Ordinal));
    }
}
