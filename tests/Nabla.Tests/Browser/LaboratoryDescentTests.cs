using Nabla.Browser;
using Nabla.Tests.Text;

namespace Nabla.Tests.Browser;

/// <summary>What the page shows of descent is what arithmetic says of it.</summary>
public class LaboratoryDescentTests
{
    private readonly Laboratory _laboratory = LaboratoryFixture.Started();

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.4)]
    [InlineData(0.9)]
    public void On_a_parabola_every_step_multiplies_x_by_1_minus_2_eta(double rate)
    {
        var descent = _laboratory.Descend(new DescentQuestion("parabola", 1, null, [3], rate, 0, 20)).Descent!;
        double x = 3;
        foreach (var step in descent.Steps)
        {
            Assert.Equal(x, step.Position[0], 1e-12);
            Assert.Equal(x * x, step.Value, 1e-12);
            Assert.Equal(2 * x, step.Gradient[0], 1e-12);
            if (step.Move is { } move) Assert.Equal(rate * Math.Abs(2 * x), move, 1e-12);
            x *= 1 - 2 * rate;
        }

        Assert.True(descent.IsQuadratic);
        Assert.Equal(1, descent.Limit!.Value, 1e-6);
    }

    [Fact]
    public void Beyond_the_limit_it_diverges_and_every_number_can_be_written()
    {
        var descent = _laboratory.Descend(new DescentQuestion("x^4", 1, 3, [2], 3, 0, 1000)).Descent!;
        Assert.Equal(DescentEnd.Diverged, descent.End);
        Assert.All(descent.Steps, step => Assert.True(double.IsFinite(step.Value) && double.IsFinite(step.Slope) && double.IsFinite(step.Move ?? 0)));
    }

    [Fact]
    public void In_the_bowl_x_matters_three_times_as_much_as_y()
    {
        var first = _laboratory.Descend(new DescentQuestion("bowl", 2, null, null, null, 0, 10)).Descent!.Steps[0];
        Assert.Equal(new[] { 3.0, 1.0 }, first.Gradient);
        Assert.Equal(new[] { 0.75, 0.25 }, first.Importance!);
    }

    [Fact]
    public void A_formula_that_cannot_be_read_is_answered_where_it_goes_wrong()
    {
        var answer = _laboratory.Descend(new DescentQuestion("x^2 + q", 1, 2, null, null, 0, 10));
        Assert.Null(answer.Descent);
        Assert.Equal(6, answer.Problem!.Position);
    }

    [Fact]
    public void Heights_are_the_function_s_and_none_where_it_has_none()
    {
        double[] line = _laboratory.Heights("x^2 - x", 1, 2, 5);
        Assert.Equal(new double[] { 6, 2, 0, 0, 2 }, line);
        double[] plane = _laboratory.Heights("x + 10y", 2, 1, 3);
        Assert.Equal(new double[] { -11, -10, -9, -1, 0, 1, 9, 10, 11 }, plane);
        Assert.All(_laboratory.Heights("ln(x)", 1, 2, 5).Take(3), value => Assert.True(double.IsNaN(value)));
    }

    [Fact]
    public void Two_valleys_part_at_the_hill_between_them()
    {
        var map = LaboratoryFixture.Finish(() => _laboratory.Basins("double-well", null, 0.02, 0, 1));
        Assert.Equal(2, map.Minima.Count);
        var (left, right) = (map.Intervals.First(interval => interval.Minimum == 0), map.Intervals.Last(interval => interval.Minimum == 1));

        // The hill is where 4x³ − 6x + 1 = 0 between the valleys; halved until nothing is left.
        double low = 0, high = 1;
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            if (4 * middle * middle * middle - 6 * middle + 1 > 0) low = middle;
            else high = middle;
        }

        Assert.Equal(low, left.To, 1e-5);
        Assert.Equal(low, right.From, 1e-5);
        Assert.Equal(-2.2, map.Intervals[0].From, 1e-12);
    }

    [Fact]
    public void A_line_joins_the_untrained_network_and_the_one_of_the_moment()
    {
        _laboratory.Advance(30);
        var line = LaboratoryFixture.Finish(() => _laboratory.LineOfCost("start", 100, 1, 1));
        Assert.Equal(61, line.Places.Count);
        foreach (var (place, step) in new[] { (0.0, 0), (1.0, 30) })
        {
            int at = line.Places.ToList().FindIndex(x => Math.Abs(x - place) < 1e-9);
            Assert.Equal(CostOf(LaboratoryFixture.NetworkAt(LaboratoryFixture.Name, step), 100), line.Costs[at]!.Value, 1e-6);
        }
    }

    [Fact]
    public void Against_the_gradient_the_cost_falls_by_its_length_squared()
    {
        _laboratory.Advance(30);
        var line = LaboratoryFixture.Finish(() => _laboratory.LineOfCost("gradient", 200, 1, 1));
        int zero = line.Places.ToList().FindIndex(x => Math.Abs(x) < 1e-9);
        double slope = (line.Costs[zero + 1]!.Value - line.Costs[zero - 1]!.Value) / (line.Places[zero + 1] - line.Places[zero - 1]);
        Assert.InRange(slope / -(line.Length * line.Length), 0.5, 1.5);
        Assert.True(line.Costs.Min() < line.Costs[zero]);
        Assert.True(line.Costs[^1] > line.Costs[zero]);
    }

    [Fact]
    public void A_random_direction_follows_from_its_seed()
    {
        var (one, same) = (Line(1), Line(1));
        Assert.Equal(one.Costs, same.Costs);
        Assert.NotEqual(one.Costs, Line(2).Costs);

        LineOfCost Line(int seed) => LaboratoryFixture.Finish(() => _laboratory.LineOfCost("random", 50, seed, 1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_three_ways_begin_alike_and_take_the_steps_of_their_size(bool isByStep)
    {
        var plane = LaboratoryFixture.Finish(() => _laboratory.PlaneOfCost(60, 10, 4, isByStep, 0.5, 1));
        Assert.Equal(new[] { 60, 10, 1 }, plane.Paths.Select(path => path.BatchSize));
        var start = LaboratoryFixture.NetworkAt(LaboratoryFixture.Name, 0);
        double first = CostOf(start, 60);
        Assert.All(plane.Paths, path => Assert.Equal(first, path.Costs[0], 1e-6));
        Assert.Equal(isByStep ? new long[] { 4, 4, 4 } : new long[] { 4, 24, 240 }, plane.Paths.Select(path => path.Steps[^1]));

        // A step by hand: all examples, against their gradient.
        var data = LaboratoryFixture.Digits.Train.Take(60);
        var gradient = DataGradient.Of(start, data, Cost.Quadratic, CancellationToken.None).Derivatives;
        var moved = start.Clone();
        foreach (var (layer, by) in moved.Layers.Zip(gradient.Layers))
        {
            for (int i = 0; i < layer.Weights.Length; i++) layer.Weights[i] -= 0.5f * by.Weights[i];
            for (int i = 0; i < layer.Biases.Length; i++) layer.Biases[i] -= 0.5f * by.Biases[i];
        }

        Assert.Equal(CostOf(moved, 60), plane.Paths[0].Costs[1], 1e-5);
        Assert.Equal(25 * 25, plane.Costs.Count);
    }

    [Fact]
    public void What_is_asked_wrongly_is_refused_in_both_languages()
    {
        var good = new DescentQuestion("x^2", 1, 2, null, null, 0, 10);
        Chinese.Refused("A descent here has 1 to 1,000 steps", () => _laboratory.Descend(good with { Steps = 0 }));
        Chinese.Refused("A function here has 1 or 2 variables", () => _laboratory.Descend(good with { Variables = 3 }));
        Chinese.Refused("The formula is longer than 120 characters", () => _laboratory.Descend(good with { Function = new string('x', 121) }));
        Chinese.Refused("A picture has 2 to 40,000 points", () => _laboratory.Heights("x", 1, null, 1));
        Chinese.Refused("Give 1 to 2,000 examples", () => _laboratory.LineOfCost("random", 0, 1, 0));
        Chinese.Refused("There is no direction 'up'", () => _laboratory.LineOfCost("up", 10, 1, 0));
        Chinese.Refused("The paths need at least 20 examples", () => _laboratory.PlaneOfCost(10, 2, 4, true, 1, 0));
        Chinese.Refused("A mini-batch here has 2 to 20 examples", () => _laboratory.PlaneOfCost(40, 30, 4, true, 1, 0));
        Chinese.Refused("The paths go on for 2 to 100 rounds", () => _laboratory.PlaneOfCost(40, 10, 1, true, 1, 0));
        Chinese.Refused("The learning rate is 0", () => _laboratory.PlaneOfCost(40, 10, 4, true, 0, 0));
        var large = LaboratoryFixture.Started("nabla:1/data=digits/train-examples=200/test-examples=100/hidden=200/seed=1");
        Chinese.Refused("too many to keep the paths of", () => large.PlaneOfCost(40, 10, 100, true, 1, 0));
    }

    private static double CostOf(Network network, int examples) =>
        Evaluator.Evaluate(network, LaboratoryFixture.Digits.Train.Take(examples), Cost.Quadratic).Cost;
}
