namespace Nabla.Descent;

/// <summary>
/// Gradient descent on a function of one or two variables: step after step against the slope,
/// <c>x ← x − η·∇f(x)</c>, until there is none.
/// </summary>
public static class GradientDescent
{
    // Without a lower value for so many steps, it goes to and fro.
    private const int Patience = 100;

    // Going up for fewer steps than that may be a slip.
    private const int Slip = 10;
    private const double FarAway = 1e6;

    /// <summary>Descends from a start.</summary>
    /// <param name="f">The function.</param>
    /// <param name="start">A value for each variable; the function's own start where null.</param>
    /// <param name="options">How; with the function's own learning rate and number of steps where null.</param>
    /// <exception cref="ArgumentException">The start or the options are wrong, or the function has no finite value or slope there.</exception>
    public static DescentResult Run(Objective f, IReadOnlyList<double>? start = null, DescentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(f);
        start ??= f.Start;
        CheckStart(f, start);
        options ??= new DescentOptions { LearningRate = f.LearningRate ?? f.SuitableLearningRate(start), MaxSteps = f.MaxSteps };
        options.Check();

        var steps = new List<DescentStep>();
        var (end, last) = Walk(f, start, options, steps);
        var (reached, minima) = Reached(f, end, last, options);
        double curvature = Curvature.At(f, [.. reached?.Position ?? start]).Steepest;
        return new DescentResult
        {
            Function = f.Name,
            Formula = f.Formula,
            Variables = f.Variables,
            Options = options,
            Steps = steps,
            End = end,
            Reached = reached,
            Minima = minima,
            LearningRateLimit = curvature > 1e-9 && double.IsFinite(curvature) ? 2 * (1 + options.Momentum) / curvature : null,
            IsQuadratic = IsQuadratic(f, start),
        };
    }

    /// <summary>Walks down, and says why it ended and where.</summary>
    internal static (DescentEnd End, double[] At) Walk(Objective f, IReadOnlyList<double> start, DescentOptions options, List<DescentStep>? steps)
    {
        double[] x = [.. start], g = new double[x.Length], v = new double[x.Length];
        double first = f.Value(x), best = double.PositiveInfinity, highest = double.NegativeInfinity;
        int bestAt = 0, lookedAt = 0;
        for (int step = 0; ; step++)
        {
            double value = f.Value(x);
            f.Gradient(x, g);
            double slope = DescentStep.Length(g);
            if (!double.IsFinite(value) || !double.IsFinite(slope)) return (DescentEnd.Diverged, x);
            double speed = DescentStep.Length(v);
            var point = steps is null ? null : new DescentStep { Step = step, Position = [.. x], Value = value, Gradient = [.. g] };
            if (value < best) (best, bestAt, lookedAt, highest) = (value, step, step, double.NegativeInfinity);
            if (step - lookedAt <= Patience / 2) highest = Math.Max(highest, value);

            DescentEnd? end =
                slope <= options.Tolerance && (options.Momentum == 0 || speed <= options.Tolerance) ? MinimumSearch.Kind(f, x)
                : IsFar(f, x, start) ? DescentEnd.Diverged
                : step == options.MaxSteps ? value > first && step - bestAt >= Slip ? DescentEnd.Diverged : DescentEnd.StepLimit
                : step - lookedAt == Patience && value <= highest ? DescentEnd.Oscillating
                : null;
            if (end is { } why)
            {
                if (point is not null) steps!.Add(point);
                return (why, x);
            }

            // Going higher and higher is not going to and fro: look again later.
            if (step - lookedAt == Patience) (lookedAt, highest) = (step, double.NegativeInfinity);

            for (int i = 0; i < x.Length; i++)
            {
                v[i] = options.FixedStep is { } length ? (slope > 0 ? -length * g[i] / slope : 0) : options.Momentum * v[i] - options.LearningRate * g[i];
                x[i] += v[i];
            }

            if (point is not null) steps!.Add(point with { Move = DescentStep.Length(v) });
        }
    }

    /// <summary>The minimum at an end, by its place in a list that has it; none where it is not at one.</summary>
    internal static (MinimumPoint? Reached, IReadOnlyList<MinimumPoint> Minima) Reached(Objective f, DescentEnd end, double[] at, DescentOptions options)
    {
        if (end != DescentEnd.Minimum && !(end == DescentEnd.Oscillating && options.FixedStep is not null)) return (null, f.Minima);
        double[] bottom = MinimumSearch.Bottom(f, at);
        if (f.Minima.FirstOrDefault(minimum => MinimumSearch.Near(f, minimum.Position, bottom)) is { } known) return (known, f.Minima);
        if (MinimumSearch.Kind(f, bottom) != DescentEnd.Minimum) return (null, f.Minima);
        var minima = MinimumSearch.With(f, bottom);
        return (minima.First(minimum => MinimumSearch.Near(f, minimum.Position, bottom)), minima);
    }

    private static void CheckStart(Objective f, IReadOnlyList<double> start)
    {
        string at = $"({string.Join(", ", start)})";
        if (start.Count != f.Variables.Count)
            throw Refusal.Argument($"The start {at} has {start.Count} values, but the function has the variables {string.Join(", ", f.Variables)}.");
        double[] point = [.. start], gradient = new double[point.Length];
        f.Gradient(point, gradient);
        if (!double.IsFinite(f.Value(point)) || !gradient.All(double.IsFinite))
            throw Refusal.Argument($"The function has no finite value and slope at the start {at}; start elsewhere.");
    }

    private static bool IsFar(Objective f, double[] x, IReadOnlyList<double> start)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (Math.Abs(x[i] - start[i]) > FarAway * (f.High[i] - f.Low[i])) return true;
        }

        return false;
    }

    // A function is quadratic where its second derivatives are the same everywhere; a few places tell.
    private static bool IsQuadratic(Objective f, IReadOnlyList<double> start)
    {
        var here = Curvature.At(f, [.. start]);
        return ((double[])[-0.83, 0.37, 0.71]).All(part =>
        {
            var there = Curvature.At(f, [.. start.Select((x, i) => x + part * (f.High[i] - f.Low[i]))]);
            return here.Along.Zip(there.Along).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-6 * here.Steepest);
        });
    }
}
