using static System.Math;

namespace Nabla.Tests;

public class GradientDescentTests
{
    // The roots of 4x³ − 6x + 1, by halving.
    private static readonly double LeftWell = Root(-2, -1), Ridge = Root(0, 0.5), RightWell = Root(0.5, 2);

    public static TheoryData<string> Names => [.. Objective.All.Select(f => f.Name)];

    // What mathematics says of the named functions, written down a second time.
    public static TheoryData<string, double[][], double> ClosedForms => new()
    {
        { "parabola", [[0]], 0 },
        { "double-well", [[LeftWell]], Pow(LeftWell, 4) - 3 * LeftWell * LeftWell + LeftWell },
        { "waves", [[0]], 0 },
        { "bowl", [[0, 0]], 0 },
        { "ravine", [[0, 0]], 0 },
        { "saddle", [[0, Sqrt(2)], [0, -Sqrt(2)]], -1 },
        { "rosenbrock", [[1, 1]], 0 },
        { "himmelblau", [[3, 2], [-2.805118, 3.131312], [-3.779310, -3.283186], [3.584428, -1.848126]], 0 },
        { "rastrigin", [[0, 0]], 0 },
    };

    [Theory]
    [MemberData(nameof(ClosedForms))]
    public void Global_minima_are_those_of_mathematics(string name, double[][] positions, double value)
    {
        var minima = Named(name).Minima.Where(minimum => minimum.IsGlobal).ToList();
        Assert.Equal(positions.Length, minima.Count);
        Assert.All(minima, minimum => Assert.Equal(value, minimum.Value, 1e-9));
        Assert.All(positions, position => Assert.Contains(minima, minimum => Distance(minimum.Position, position) < 1e-6));
    }

    [Theory]
    [MemberData(nameof(ClosedForms))]
    public void Descent_reaches_a_closed_form_minimum_from_near_it(string name, double[][] positions, double value)
    {
        var f = Named(name);
        foreach (double[] position in positions)
        {
            var result = GradientDescent.Run(f, [.. position.Select((x, i) => x + (i == 0 ? 0.2 : -0.1))]);
            Assert.Equal(DescentEnd.Minimum, result.End);
            Assert.True(result.Reached!.IsGlobal);
            Assert.True(Distance(result.Steps[^1].Position, position) < 1e-4);
            Assert.Equal(value, result.Steps[^1].Value, 1e-8);
        }
    }

    [Theory]
    [InlineData("parabola", DescentEnd.Minimum, true)]
    [InlineData("double-well", DescentEnd.Minimum, false)]
    [InlineData("waves", DescentEnd.Minimum, false)]
    [InlineData("bowl", DescentEnd.Minimum, true)]
    [InlineData("ravine", DescentEnd.Minimum, true)]
    [InlineData("saddle", DescentEnd.Saddle, null)]
    [InlineData("rosenbrock", DescentEnd.Minimum, true)]
    [InlineData("himmelblau", DescentEnd.Minimum, true)]
    [InlineData("rastrigin", DescentEnd.Minimum, false)]
    public void From_its_own_start_each_function_shows_what_it_is_for(string name, DescentEnd end, bool? isGlobal)
    {
        var result = GradientDescent.Run(Named(name));
        Assert.Equal(end, result.End);
        Assert.Equal(isGlobal, result.Reached?.IsGlobal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradients_agree_with_finite_differences(string name)
    {
        var f = Named(name);
        double[] at = [.. f.Low.Select((low, i) => low + (0.31 + 0.2 * i) * (f.High[i] - low))], gradient = new double[at.Length];
        f.Gradient(at, gradient);
        for (int i = 0; i < at.Length; i++)
        {
            double At(double step) => f.Value([.. at.Select((x, k) => k == i ? x + step * 1e-3 : x)]);
            double measured = (At(-2) - 8 * At(-1) + 8 * At(1) - At(2)) / 12e-3;
            Assert.Equal(measured, gradient[i], 1e-6 * Max(1, Abs(measured)));
        }
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(-2, true)]
    public void A_local_minimum_that_is_not_the_global_one_is_marked(double start, bool isGlobal)
    {
        var result = GradientDescent.Run(Named("double-well"), [start]);
        Assert.Equal(DescentEnd.Minimum, result.End);
        Assert.Equal(isGlobal ? LeftWell : RightWell, result.Steps[^1].Position[0], 1e-5);
        Assert.Equal(isGlobal, result.Reached!.IsGlobal);
        Assert.False(result.Reached.FoundNumerically);
        Assert.Equal(LeftWell, result.Minima[0].Position[0], 1e-12);
    }

    [Fact]
    public void Minima_without_a_closed_form_are_found_and_marked_so()
    {
        // x/5 + 3 sin 3x = 0, by halving from where the cosine is near 1.
        var minima = Named("waves").Minima;
        double second = Bisect(x => x / 5 + 3 * Sin(3 * x), 1.6, 2.6);
        Assert.Contains(minima, minimum => minimum is { FoundNumerically: true, IsGlobal: false } && Abs(minimum.Position[0] - second) < 1e-9);
        Assert.Equal(5, minima.Count);
        Assert.Equal(49, Named("rastrigin").Minima.Count);
    }

    [Fact]
    public void A_minimum_is_not_called_global_where_the_function_goes_lower_at_the_edge()
    {
        var result = GradientDescent.Run(new Objective(Expression.Parse("x^3 - 3x", "x")), [2]);
        Assert.Equal(1, result.Reached!.Position[0], 1e-6);
        Assert.False(result.Reached.IsGlobal);
    }

    [Fact]
    public void Steps_follow_the_formula()
    {
        var result = GradientDescent.Run(Named("bowl"), [1, 1], new DescentOptions { LearningRate = 0.1, MaxSteps = 2, Momentum = 0.5 });
        Assert.Equal(DescentEnd.StepLimit, result.End);
        Assert.Equal([3, 1], result.Steps[0].Gradient);
        Assert.Equal([0.75, 0.25], result.Steps[0].Importance!);
        Assert.Equal(Sqrt(10), result.Steps[0].Slope, 1e-15);
        Assert.Equal(0.1 * Sqrt(10), result.Steps[0].Move!.Value, 1e-15);
        Assert.Equal([0.7, 0.9], result.Steps[1].Position.Select(x => Round(x, 12)));

        // v = 0.5·(−0.3, −0.1) − 0.1·(2.1, 0.9)
        Assert.Equal([0.34, 0.76], result.Steps[2].Position.Select(x => Round(x, 12)));
        Assert.Null(result.Steps[2].Move);
    }

    [Fact]
    public void Steps_shrink_with_the_slope_or_are_all_as_long()
    {
        var shrinking = GradientDescent.Run(Named("parabola"), [2], new DescentOptions { LearningRate = 0.1 });
        Assert.All(shrinking.Steps.Zip(shrinking.Steps.Skip(1).SkipLast(1)), pair => Assert.Equal(0.8, pair.Second.Move!.Value / pair.First.Move!.Value, 1e-9));

        var fixedSteps = GradientDescent.Run(Named("parabola"), [2.03], new DescentOptions { FixedStep = 0.1 });
        Assert.All(fixedSteps.Steps.SkipLast(1), step => Assert.Equal(0.1, step.Move!.Value, 1e-12));
        Assert.Equal(DescentEnd.Oscillating, fixedSteps.End);
        Assert.True(fixedSteps.Reached!.IsGlobal);
    }

    [Theory]
    [InlineData("bowl", 0.66, DescentEnd.Minimum)]
    [InlineData("bowl", 0.67, DescentEnd.Diverged)]
    [InlineData("ravine", 0.0999, DescentEnd.Minimum)]
    [InlineData("ravine", 0.101, DescentEnd.Diverged)]
    [InlineData("parabola", 1, DescentEnd.Oscillating)]
    [InlineData("rosenbrock", 0.01, DescentEnd.Diverged)]
    [InlineData("double-well", 1, DescentEnd.Diverged)]
    public void Divergence_is_reported_as_divergence(string name, double learningRate, DescentEnd end)
    {
        var result = GradientDescent.Run(Named(name), null, new DescentOptions { LearningRate = learningRate, MaxSteps = 10_000 });
        Assert.Equal(end, result.End);
        Assert.All(result.Steps, step => Assert.True(double.IsFinite(step.Value)));
        if (end != DescentEnd.Minimum) Assert.Null(result.Reached);
    }

    [Theory]
    [InlineData("bowl", 0, 2 / 3.0)]
    [InlineData("ravine", 0, 0.1)]
    [InlineData("ravine", 0.5, 0.15)]
    public void Limit_of_the_learning_rate_of_a_quadratic_is_exact(string name, double momentum, double limit)
    {
        DescentEnd End(double rate) => GradientDescent.Run(Named(name), null, new DescentOptions { LearningRate = rate, Momentum = momentum, MaxSteps = 20_000 }).End;
        var result = GradientDescent.Run(Named(name), null, new DescentOptions { LearningRate = 0.05, Momentum = momentum });
        Assert.True(result.IsQuadratic);
        Assert.Equal(limit, result.LearningRateLimit!.Value, 1e-9);
        Assert.Equal(DescentEnd.Minimum, End(0.99 * limit));
        Assert.Equal(DescentEnd.Diverged, End(1.01 * limit));
        Assert.False(GradientDescent.Run(Named("himmelblau")).IsQuadratic);
    }

    [Theory]
    [InlineData("x^2 - y^2", 1, 0, DescentEnd.Saddle)]
    [InlineData("cos(x) + cos(y)", 0, 0, DescentEnd.Maximum)]
    [InlineData("σ(x) + σ(y)", 60, 50, DescentEnd.Plateau)]
    [InlineData("x^4 + y^4", 0, 0, DescentEnd.Minimum)]
    [InlineData("-x^2 + y", 1, 0, DescentEnd.Diverged)]
    [InlineData("x + y", 1, 0, DescentEnd.StepLimit)]
    [InlineData("(x + y)^2 - (x - y)^2/10", 1, -1, DescentEnd.Diverged)]
    public void Other_ends_are_told_apart(string formula, double x, double y, DescentEnd end) =>
        Assert.Equal(end, GradientDescent.Run(new Objective(Expression.Parse(formula, "x", "y")), [x, y], new DescentOptions { LearningRate = 0.2 }).End);

    [Fact]
    public void A_nudge_leads_down_from_the_ridge_of_a_saddle()
    {
        var result = GradientDescent.Run(Named("saddle"), [2, 0.001]);
        Assert.Equal(DescentEnd.Minimum, result.End);
        Assert.Equal(Sqrt(2), result.Reached!.Position[1], 1e-9);
    }

    [Fact]
    public void Basins_part_at_the_ridge()
    {
        var f = Named("double-well");
        var basins = Basins.Map(f, new DescentOptions { LearningRate = 0.01 });
        Assert.Equal(2, basins.Intervals!.Count);
        Assert.Equal(LeftWell, basins.Minima[basins.Intervals[0].Minimum!.Value].Position[0], 1e-9);
        Assert.Equal(RightWell, basins.Minima[basins.Intervals[1].Minimum!.Value].Position[0], 1e-9);
        Assert.Equal(Ridge, basins.Intervals[0].To, 1e-6);
        Assert.Equal(Ridge, basins.Intervals[1].From, 1e-6);
    }

    [Fact]
    public void Basins_of_two_variables_are_a_map()
    {
        var basins = Basins.Map(Named("saddle"), new DescentOptions { LearningRate = 0.1 }, starts: 9);
        for (int j = 0; j < 9; j++)
        {
            for (int i = 0; i < 9; i++)
            {
                int? reached = basins.Reached[j * 9 + i];
                if (j == 4) Assert.Null(reached); // y = 0: stuck at the saddle
                else Assert.Equal(Sign(basins.Y![j]), Sign(basins.Minima[reached!.Value].Position[1]));
            }
        }
    }

    [Fact]
    public void Wrong_starts_and_options_are_refused()
    {
        var f = Named("bowl");
        Assert.Contains("1 values", Assert.Throws<ArgumentException>(() => GradientDescent.Run(f, [1])).Message, StringComparison.Ordinal);
        Assert.Contains("learning rate",
            Assert.Throws<ArgumentException>(() => GradientDescent.Run(f, null, new DescentOptions { LearningRate = 0 })).Message, StringComparison.Ordinal);
        Assert.Equal(4, new DescentOptions { LearningRate = double.NaN, Momentum = 1, MaxSteps = 0, Tolerance = 0 }.Problems().Count);
        Assert.Throws<ArgumentException>(() => GradientDescent.Run(new Objective(Expression.Parse("ln(x)", "x")), [-1]));
        Assert.Throws<ArgumentException>(() => new Objective(Expression.Parse("1")));
    }

    private static Objective Named(string name) => Objective.All.First(f => f.Name == name);

    private static double Distance(IReadOnlyList<double> a, IReadOnlyList<double> b) => Sqrt(a.Zip(b, (u, v) => (u - v) * (u - v)).Sum());

    private static double Root(double low, double high) => Bisect(x => 4 * x * x * x - 6 * x + 1, low, high);

    private static double Bisect(Func<double, double> f, double low, double high)
    {
        for (int i = 0; i < 200; i++)
        {
            double middle = (low + high) / 2;
            if (f(low) * f(middle) <= 0) high = middle;
            else low = middle;
        }

        return low;
    }
}
