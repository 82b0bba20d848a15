using System.Diagnostics;
using Nabla.Browser;
using Xunit.Abstractions;

namespace Nabla.Tests.Browser;

/// <summary>Two inputs and a boundary: the sets of points by their formulas, and what the page is told, by other ways of computing it.</summary>
public class PlaneTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, string> Spirals = new()
    {
        ["hidden"] = "8,8", ["activation"] = "relu", ["cost"] = "half-quadratic", ["optimizer"] = "adam", ["learning-rate"] = "0.01", ["batch-size"] = "10", ["seed"] = "1",
    };

    [Theory]
    [InlineData("circle", 2)]
    [InlineData("xor", 2)]
    [InlineData("gauss", 2)]
    [InlineData("spiral", 2)]
    [InlineData("three-clouds", 3)]
    [InlineData("three-arms", 3)]
    [InlineData("sine-boundary", 2)]
    [InlineData("cubic-boundary", 2)]
    [InlineData("abs-boundary", 2)]
    [InlineData("plane", 0)]
    [InlineData("hills", 0)]
    [InlineData("sine-target", 0)]
    [InlineData("cubic-target", 0)]
    [InlineData("abs-target", 0)]
    public void Every_set_is_as_its_formula_says(string set, int classes)
    {
        var laboratory = new Laboratory();
        var info = laboratory.PlaneStart(Task(set));
        Assert.Equal(classes, info.Classes);
        Assert.Equal(250, info.Train.Count, 2.0);
        Assert.Equal(250, info.Test.Count, 2.0);
        foreach (var point in info.Train.Concat(info.Test))
        {
            var (x, y, value) = point;
            double radius = Math.Sqrt(x * x + y * y);
            switch (set)
            {
                case "circle": Assert.Equal(value, radius < 2.5 ? 1 : 0); Assert.InRange(radius, 0, 5); break;
                case "xor": Assert.Equal(value, x * y >= 0 ? 1 : 0); Assert.True(Math.Min(Math.Abs(x), Math.Abs(y)) >= 0.3); break;
                case "spiral":
                    double angle = 1.75 * 2 * Math.PI * radius / 5 + (value == 1 ? 0 : Math.PI);
                    Assert.Equal(radius * Math.Sin(angle), x, 1e-9);
                    Assert.Equal(radius * Math.Cos(angle), y, 1e-9);
                    break;
                case "plane": Assert.Equal((x + y) / 10, value, 1e-12); break;
                case "hills": Assert.InRange(value, -1, 1); break;
                case "sine-boundary": Assert.Equal(value, y > 5 * Math.Sin(Math.PI * x / 6) ? 1 : 0); break;
                case "cubic-boundary": Assert.Equal(value, y > 5 * Math.Pow(x / 6, 3) ? 1 : 0, 1e-12); break;
                case "abs-boundary": Assert.Equal(value, y > 5 * (Math.Abs(x) / 3 - 1) ? 1 : 0); break;
                case "sine-target": Assert.Equal(Math.Sin(Math.PI * x / 6), value, 1e-12); break;
                case "cubic-target": Assert.Equal(Math.Pow(x / 6, 3), value, 1e-12); break;
                case "abs-target": Assert.Equal(Math.Abs(x) / 3 - 1, value, 1e-12); break;
            }
        }

        Assert.True(laboratory.PlaneAdvance(30, 0, 60_000).IsThere);
        Assert.NotEmpty(Laboratory.PlaneSet(set));
    }

    [Fact]
    public void Two_hidden_layers_learn_the_spirals_within_five_seconds_of_engine_time()
    {
        var laboratory = new Laboratory();
        var info = laboratory.PlaneStart(Task("spiral", Spirals));
        PlaneProgress progress;
        do progress = laboratory.PlaneAdvance(long.MaxValue, 0, 1);
        while (progress.TestAccuracy < 0.98 && progress.Seconds < 5);
        output.WriteLine($"Spirals: {progress.TestAccuracy} test accuracy after {progress.Step / info.StepsPerEpoch} epochs, {progress.Seconds:F3} s of engine time.");
        Assert.True(progress.TestAccuracy >= 0.98);
    }

    [Theory]
    [InlineData("spiral", "half-quadratic")]
    [InlineData("spiral", "cross-entropy")]
    [InlineData("spiral", "binary-cross-entropy")]
    [InlineData("three-arms", "cross-entropy")]
    [InlineData("three-arms", "quadratic")]
    [InlineData("hills", "half-quadratic")]
    public void A_frame_is_what_the_network_gives_and_its_derivatives_are_slopes(string set, string cost)
    {
        var laboratory = new Laboratory();
        var task = Task(set, new(Spirals) { ["cost"] = cost, ["hidden"] = "4,3" }, "x", "y", "xy");
        var info = laboratory.PlaneStart(task);
        laboratory.PlaneFrame(10, 4);
        laboratory.PlaneAdvance(60, 0, 60_000);
        float[] frame = laboratory.PlaneFrame(10, 4);
        int outputs = info.Sizes[^1], pictures = outputs * 100 + 7 * 16;
        int first = 4 * 3 + 4;

        // A point of the picture is a point in the network.
        double x = 12 * 7.5 / 10 - 6, y = 6 - 12 * 2.5 / 10;
        var pass = laboratory.PlanePass(new PlanePoint(x, y, 0));
        Assert.Equal([(float)x, (float)y, (float)(x * y)], pass.Input.Select(value => (float)value));
        for (int j = 0; j < outputs; j++) Assert.Equal(pass.Layers[^1].A[j], frame[j * 100 + 2 * 10 + 7], 1e-4);
        double smallX = 12 * 2.5 / 4 - 6, smallY = 6 - 12 * 0.5 / 4;
        var small = laboratory.PlanePass(new PlanePoint(smallX, smallY, 0));
        for (int j = 0; j < 4; j++) Assert.Equal(small.Layers[0].A[j], frame[outputs * 100 + j * 16 + 2], 1e-4);
        for (int j = 0; j < 3; j++) Assert.Equal(small.Layers[1].A[j], frame[outputs * 100 + (4 + j) * 16 + 2], 1e-4);

        // The first weight's derivative is the slope of the cost.
        double weight = frame[pictures], slope = frame[pictures + first];
        double Cost(double w) => laboratory.PlaneEdit(1, 0, 0, w).TrainCost!.Value;
        Assert.Equal((Cost(weight + 0.01) - Cost(weight - 0.01)) / 0.02, slope, 0.002 + 0.02 * Math.Abs(slope));
        Assert.Equal(laboratory.PlaneFeatures(4)[2 * 16 + 2], (float)(smallX * smallY), 5);
    }

    [Fact]
    public void The_next_step_of_a_weight_is_what_then_happens()
    {
        var laboratory = new Laboratory();
        laboratory.PlaneStart(Task("xor", new(Spirals) { ["optimizer"] = "sgd", ["learning-rate"] = "0.1" }));
        laboratory.PlaneAdvance(7, 0, 60_000);
        var update = laboratory.PlaneUpdate(2, 3, 1);
        Assert.True(update.IsPlain);
        Assert.Equal(10, update.Examples);
        Assert.Equal(update.Before - 0.1 * update.Gradient, update.After, 1e-6);
        Assert.Equal(10, update.Terms.Count);
        Assert.All(update.Terms, term => Assert.Equal(term.A * term.Delta, term.Product));
        Assert.Equal(update.Gradient, update.Terms.Average(term => term.Product), 1e-6);
        Assert.All(laboratory.PlaneUpdate(1, 0, 1).Terms, term => Assert.Equal(term.Y, term.A, 1e-6));
        Assert.All(laboratory.PlaneUpdate(1, 0, null).Terms, term => Assert.Equal(1, term.A));
        Assert.NotEqual(update.Before, update.After);
        laboratory.PlaneAdvance(8, 0, 60_000);
        Assert.Equal(update.After, laboratory.PlaneUpdate(2, 3, 1).Before);
    }

    [Fact]
    public void Without_a_bend_the_stack_is_one_line()
    {
        var laboratory = new Laboratory();
        laboratory.PlaneStart(Task("gauss", new(Spirals) { ["activation"] = "identity" }));
        laboratory.PlaneAdvance(50, 0, 60_000);
        var collapse = laboratory.PlaneCollapse();
        var pass = laboratory.PlanePass(new PlanePoint(1.5, -2, 1));
        Assert.Equal(pass.Layers[^1].Z[0], collapse.Weights[0][0] * 1.5 - collapse.Weights[0][1] * 2 + collapse.Biases[0], 1e-5);
        Assert.True(collapse.LargestDifference < 1e-4);
    }

    [Fact]
    public void Bends_answer_every_nudge_of_a_weight_and_steps_hardly_one()
    {
        var laboratory = new Laboratory();
        laboratory.PlaneStart(Task("circle", new() { ["hidden"] = "4", ["cost"] = "half-quadratic", ["learning-rate"] = "0.1" }));
        double cost = laboratory.PlaneAdvance(100, 0, 60_000).TrainCost!.Value;
        Sliced<PlaneSteps> answer;
        do answer = laboratory.PlaneContrast(1, 2, 1, 0.5);
        while (answer.Result is null);
        var (weights, smooth, steps, nudge, nudged, smoothAnswered, stepAnswered) = answer.Result;
        Assert.Equal(cost, smooth[smooth.Count / 2], 1e-5);
        double before = laboratory.PlaneUpdate(1, 2, 1).Before;
        Assert.Equal(before, weights[weights.Count / 2], 1e-9);
        Assert.Equal(laboratory.PlaneEdit(1, 2, 1, weights[^1]).TrainCost!.Value, smooth[^1], 1e-5);
        Assert.Equal((0.001, 8, 8), (nudge, nudged, smoothAnswered));
        Assert.InRange(stepAnswered, 0, 2);

        // A staircase: with 250 points it has far fewer heights than a slope has.
        Assert.True(steps.Distinct().Count() <= 250 && smooth.Distinct().Count() == smooth.Count);

        // Another moment, another answer.
        do answer = laboratory.PlaneContrast(1, 2, 1, 60_000);
        while (answer.Result is null);
        Assert.Equal(smooth[^1], answer.Result.SmoothCosts[answer.Result.SmoothCosts.Count / 2], 1e-6);
    }

    [Fact]
    public void It_stops_at_a_cost_and_a_step_and_goes_the_same_way_however_it_is_cut()
    {
        var whole = new Laboratory();
        var info = whole.PlaneStart(Task("gauss"));
        var there = whole.PlaneAdvance(long.MaxValue, 0.05, 60_000);
        Assert.True(there.IsThere && there.TrainCost <= 0.05);
        Assert.Equal(0, there.Step % info.StepsPerEpoch);
        var cut = new Laboratory();
        cut.PlaneStart(Task("gauss"));
        PlaneProgress progress;
        do progress = cut.PlaneAdvance(there.Step, 0, 0.05);
        while (!progress.IsThere);
        Assert.Equal(there.TrainCost, progress.TrainCost);
    }

    [Fact]
    public void Own_points_are_learned_as_they_are()
    {
        var laboratory = new Laboratory();
        PlanePoint[] points = [new(-1, 0, 0), new(1, 0, 2), new(0, 3, 1)];
        var info = laboratory.PlaneStart(Task("own") with { Own = points, TestPart = 0 });
        Assert.Equal(3, info.Classes);
        Assert.Equal(points.OrderBy(point => point.X), info.Train.OrderBy(point => point.X));
        Assert.Null(laboratory.PlaneAdvance(1, 0, 60_000).TestCost);
        Assert.Equal(0, laboratory.PlaneStart(Task("own") with { Own = points, OwnValues = true, TestPart = 0 }).Classes);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        var laboratory = new Laboratory();
        Assert.Contains("choose a set of points", Assert.Throws<InvalidOperationException>(() => laboratory.PlaneFrame(1, 1)).Message);
        Assert.Contains("no set of points 'moons'", Assert.Throws<ArgumentException>(() => laboratory.PlaneStart(Task("moons"))).Message);
        Assert.Contains("at least one feature", Assert.Throws<ArgumentException>(() => laboratory.PlaneStart(Task("xor") with { Features = [] })).Message);
        Assert.Contains("no feature 'z'", Assert.Throws<ArgumentException>(() => laboratory.PlaneStart(Task("xor", null, "z"))).Message);
        Assert.Contains("put some into the plane", Assert.Throws<ArgumentException>(() => laboratory.PlaneStart(Task("own"))).Message);
        Assert.Contains("is for classes", Assert.Throws<ArgumentException>(() => laboratory.PlaneStart(Task("hills", new() { ["cost"] = "cross-entropy" }))).Message);
        Assert.Contains("1000 are the most", Assert.Throws<ArgumentException>(
            () => laboratory.PlaneStart(Task("own") with { Own = [.. Enumerable.Repeat(new PlanePoint(0, 0, 0), 1001)] })).Message);
        Assert.Contains("is no number", Assert.Throws<ArgumentException>(
            () => laboratory.PlaneStart(Task("own") with { Own = [new PlanePoint(double.NaN, 0, 0)] })).Message);
        Assert.Contains("no curve 'line'", Assert.Throws<ArgumentException>(() => laboratory.ApproximateCurve("line", 1, "tanh", 1)).Message);
        Assert.Contains("not 65", Assert.Throws<ArgumentException>(() => laboratory.ApproximateCurve("sine", 65, "tanh", 1)).Message);
        laboratory.PlaneStart(Task("xor"));
        Assert.Contains("from 1 to 200", Assert.Throws<ArgumentException>(() => laboratory.PlaneFrame(0, 1)).Message);
    }

    [Fact]
    public void More_neurons_come_nearer_to_a_curve_and_their_bends_add_up()
    {
        var laboratory = new Laboratory();
        var errors = new List<double>();
        foreach (int width in new[] { 1, 2, 4, 8 })
        {
            Sliced<PlaneCurve> curve;
            do curve = laboratory.ApproximateCurve("sine", width, "tanh", 20);
            while (curve.Result is null);
            var (x, y, fit, bends, bias, error) = curve.Result;
            Assert.Equal(width, bends.Count);
            for (int i = 0; i < x.Count; i++)
            {
                Assert.Equal(0.8 * Math.Sin(2 * Math.PI * x[i]), y[i], 1e-12);
                Assert.Equal(fit[i], bends.Sum(bend => bend[i]) + bias, 1e-9);
            }

            errors.Add(error);
        }

        output.WriteLine($"Errors with 1, 2, 4, 8 neurons: {string.Join(", ", errors)}");
        Assert.True(errors[0] > errors[1] && errors[1] > errors[2] && errors[3] < 0.1);
    }

    [Fact]
    public void A_frame_is_quick()
    {
        var laboratory = new Laboratory();
        laboratory.PlaneStart(Task("spiral", Spirals));
        laboratory.PlaneFrame(100, 40);
        long began = Stopwatch.GetTimestamp();
        for (int i = 0; i < 20; i++) laboratory.PlaneFrame(100, 40);
        output.WriteLine($"A frame: {Stopwatch.GetElapsedTime(began).TotalMilliseconds / 20:F2} ms.");
    }

    private static PlaneTask Task(string set, Dictionary<string, string>? training = null, params string[] features) =>
        new(set, [], false, 0, 0.5, features.Length == 0 ? ["x", "y"] : features, training ?? new() { ["hidden"] = "4" });
}
