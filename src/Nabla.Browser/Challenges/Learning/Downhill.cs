namespace Nabla.Browser;

/// <summary>One step of gradient descent: <c>w ← w − η ∂C/∂w</c>.</summary>
internal sealed class StepDownhill() : Challenge("step-downhill", "C30", "descent.line.steps", ChallengeForm.Number)
{
    private static readonly double[] Rates = [0.1, 0.2, 0.25, 0.5];

    public override Posed? Pose(Scene scene, Rng rng) => Scene.Draw(() =>
    {
        // So large that who does not move is not called right.
        double w = Math.Round(rng.NextDouble(-2, 2), 1), slope = Math.Round(rng.NextDouble(-6, 6)), rate = Rates[rng.NextInt(Rates.Length)], step = rate * slope;
        if (Math.Abs(step) < 0.3) return null;
        return (
            new Dictionary<string, double> { ["w"] = w, ["slope"] = slope, ["rate"] = rate },
            Solution.Of(
                w - step,
                new Dictionary<string, double> { ["flipped-sign"] = w + step, ["without-rate"] = w - slope, ["step-for-weight"] = -step },
                new Dictionary<string, double> { ["w"] = w, ["slope"] = slope, ["rate"] = rate, ["after"] = w - step }));
    });
}

/// <summary>The gradient's components read as importance: how much one variable matters compared with the other.</summary>
internal sealed class WhichWay() : Challenge("which-way", "C9", "descent.gradient", ChallengeForm.Number)
{
    public override Posed? Pose(Scene scene, Rng rng) => Scene.Draw(() =>
    {
        int less = 1 + rng.NextInt(4), times = 2 + rng.NextInt(5), more = less * times;
        double x = rng.NextInt(2) == 0 ? more : -more, y = rng.NextInt(2) == 0 ? less : -less;
        return (
            new Dictionary<string, double> { ["x"] = x, ["y"] = y },
            Solution.Of(
                times,
                new Dictionary<string, double> { ["ratio-upside-down"] = 1.0 / times, ["difference-for-ratio"] = more - less, ["squared-ratio"] = times * times },
                new Dictionary<string, double> { ["more"] = more, ["less"] = less, ["times"] = times }));
    });
}

/// <summary>On <c>f(x) = a·x²</c> a step is <c>x ← (1 − 2aη)·x</c>, and it diverges from <c>η = 1/a</c> on.</summary>
internal sealed class LearningRateLimit() : Challenge("learning-rate-limit", "C12", "descent.line", ChallengeForm.Number)
{
    private static readonly double[] Factors = [0.25, 0.4, 0.5, 0.8, 2, 2.5, 4, 5, 8, 10, 20];

    public override Posed? Pose(Scene scene, Rng rng) => Scene.Draw(() =>
    {
        double a = Factors[rng.NextInt(Factors.Length)], curvature = 2 * a;
        return (
            new Dictionary<string, double> { ["a"] = a },
            Solution.Of(
                2 / curvature,
                new Dictionary<string, double> { ["without-factor-two"] = 2 / a, ["bottom-for-limit"] = 1 / curvature },
                new Dictionary<string, double> { ["a"] = a, ["slope"] = curvature, ["limit"] = 2 / curvature }));
    });
}

/// <summary>
/// Ten steps on <c>f(x) = a·x²</c>, drawn: <c>x_t = (1 − 2aη)ᵗ·x₀</c>, which shrinks on one side where 2aη is below 1, and leaps from side to side above.
/// </summary>
internal sealed class DescentCurve() : Challenge("descent-curve", "C8", "descent.line", ChallengeForm.Curve)
{
    private const int Steps = 10;
    private const double Room = 0.08;

    private static readonly double[] Factors = [0.8, 0.85, 0.9, -0.5, -0.6, -0.7, -0.8, -0.9];
    private static readonly double[] Parabolas = [0.5, 1, 2];

    public override Posed? Pose(Scene scene, Rng rng)
    {
        int start = 1 + rng.NextInt(5);
        var posed = Scene.Draw(() =>
        {
            double a = Parabolas[rng.NextInt(Parabolas.Length)], factor = Factors[rng.NextInt(Factors.Length)], rate = Math.Round((1 - factor) / (2 * a), 6);
            double[] right = new double[Steps + 1], side = new double[Steps + 1], even = new double[Steps + 1];
            right[0] = side[0] = even[0] = start;
            double first = rate * 2 * a * start;
            for (int t = 0; t < Steps; t++)
            {
                right[t + 1] = right[t] - rate * 2 * a * right[t];
                side[t + 1] = right[t + 1] * (t % 2 == 0 ? -1 : 1);
                even[t + 1] = first < start ? Math.Max(0, even[t] - first) : even[t] - first * Math.Sign(even[t]);
            }

            return (
                new Dictionary<string, double> { ["a"] = a, ["start"] = start, ["rate"] = rate, ["steps"] = Steps },
                Drawn(
                    right, new Dictionary<string, IReadOnlyList<double>> { ["wrong-side"] = side, ["steps-of-one-length"] = even },
                    new Dictionary<string, double> { ["factor"] = 1 - 2 * a * rate, ["slope"] = 2 * a, ["end"] = right[^1] }));
        });
        return posed is null ? null : posed with { Axes = new ChallengeAxes(0, Steps, -start, start, Steps + 1) };

        // A curve is drawn by hand.
        static Solution Drawn(double[] right, Dictionary<string, IReadOnlyList<double>> slips, Dictionary<string, double> values) =>
            new(right, slips, values) { Tolerance = Room };
    }
}

/// <summary>Momentum on a constant slope: <c>v ← μ·v + g</c> comes to <c>g/(1 − μ)</c>.</summary>
internal sealed class ConstantSlope() : Challenge("momentum", "C12", "descent.momentum", ChallengeForm.Number)
{
    private static readonly double[] Momenta = [0.5, 0.6, 0.75, 0.8, 0.9, 0.95];

    public override Posed? Pose(Scene scene, Rng rng) => Scene.Draw(() =>
    {
        const int Enough = 1000;
        double mu = Momenta[rng.NextInt(Momenta.Length)], step = 0, second = 0;
        for (int i = 0; i < Enough; i++)
        {
            step = mu * step + 1;
            if (i == 1) second = step;
        }

        return (
            new Dictionary<string, double> { ["mu"] = mu },
            Solution.Of(
                step,
                new Dictionary<string, double> { ["momentum-added-once"] = second, ["momentum-as-factor"] = mu },
                new Dictionary<string, double> { ["mu"] = mu, ["second"] = second, ["times"] = step }));
    });
}

/// <summary>Gradients that are not set to zero between steps add up: with a constant gradient step t is t times as long as the first.</summary>
internal sealed class GradientsNotZeroed() : Challenge("gradients-not-zeroed", "C30", "training.gradient", ChallengeForm.Number)
{
    public override Posed? Pose(Scene scene, Rng rng)
    {
        int steps = 4 + rng.NextInt(17);
        double gradient = 0, length = 0, path = 0;
        for (int step = 0; step < steps; step++)
        {
            gradient += 1;
            length = gradient;
            path += length;
        }

        return Posed.With(
            new Dictionary<string, double> { ["step"] = steps },
            Trial.Exactly(
                length, new Dictionary<string, double> { ["each-step-alone"] = 1, ["path-for-step"] = path },
                new Dictionary<string, double> { ["step"] = steps, ["times"] = length }));
    }
}
