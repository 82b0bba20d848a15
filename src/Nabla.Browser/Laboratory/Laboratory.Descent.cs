namespace Nabla.Browser;

internal sealed partial class Laboratory
{
    private const int LongestFormula = 120;
    private const int MostHeights = 40_000;

    private (string Function, int Variables, double? Range, Objective Objective)? _objective;
    private Work<BasinMap>? _basins;
    private Work<LineOfCost>? _line;
    private Work<PlaneOfCost>? _plane;

    /// <summary>Descends a function, step after step.</summary>
    /// <param name="question">The function, the start and how.</param>
    public DescentAnswer Descend(DescentQuestion question)
    {
        if (question.Steps is < 1 or > 1000) throw Refusal.Argument($"A descent here has 1 to 1,000 steps, not {question.Steps}.");
        try
        {
            var f = ObjectiveOf(question.Function, question.Variables, question.Range);
            double rate = question.LearningRate ?? f.LearningRate ?? f.SuitableLearningRate(question.Start ?? f.Start);
            var options = new DescentOptions { LearningRate = rate, Momentum = question.Momentum, MaxSteps = question.Steps };
            var result = GradientDescent.Run(f, question.Start, options);
            var function = new FunctionView(f.Name, f.Formula, f.GradientFormulas, f.Low, f.High, f.Start, result.Minima);
            int? reached = result.Reached is { } minimum ? result.Minima.ToList().IndexOf(minimum) : null;
            return new DescentAnswer(
                new DescentView(
                    function, rate, [.. result.Steps.Select(Point)], result.End, result.Verdict(), reached, result.LearningRateLimit, result.IsQuadratic),
                null);
        }
        catch (ExpressionException error)
        {
            return new DescentAnswer(null, new FormulaProblem(error.Position, Said.Of(error)));
        }

        // The last step of a divergence may be longer than any number.
        static DescentPoint Point(DescentStep step) => new(
            step.Position, step.Value, step.Gradient, step.Slope, step.Importance, step.Move is { } move && double.IsFinite(move) ? move : null);
    }

    /// <summary>How high a function is at evenly spaced points of its shown part, of two variables row after row; NaN where it has no finite value.</summary>
    /// <param name="formula">The formula, or the name of a function that everybody knows.</param>
    /// <param name="variables">1 or 2.</param>
    /// <param name="range">How far from 0 it is shown; null for the function's own part.</param>
    /// <param name="points">Points along each variable, at least 2.</param>
    public double[] Heights(string formula, int variables, double? range, int points)
    {
        var f = ObjectiveOf(formula, variables, range);
        if (points < 2 || (long)points * (variables == 1 ? 1 : points) > MostHeights) throw Refusal.Argument($"A picture has 2 to {MostHeights:N0} points.");
        double At(int variable, int i) => f.Low[variable] + (f.High[variable] - f.Low[variable]) * i / (points - 1);
        return variables == 1
            ? [.. Enumerable.Range(0, points).Select(i => Finite(f.Value(At(0, i))))]
            : [.. Enumerable.Range(0, points).SelectMany(j => Enumerable.Range(0, points).Select(i => Finite(f.Value(At(0, i), At(1, j)))))];

        static double Finite(double value) => double.IsFinite(value) ? value : double.NaN;
    }

    /// <summary>Which minimum of a function of one variable is reached from where.</summary>
    /// <param name="formula">The formula, or the name of a function that everybody knows.</param>
    /// <param name="range">How far from 0 it is shown; null for the function's own part.</param>
    /// <param name="learningRate">The learning rate.</param>
    /// <param name="momentum">The part of each step that the next one keeps.</param>
    /// <param name="milliseconds">How long a slice may take.</param>
    public Sliced<BasinMap> Basins(string formula, double? range, double learningRate, double momentum, double milliseconds)
    {
        var f = ObjectiveOf(formula, 1, range);
        return Work<BasinMap>.Slice(ref _basins, (f, learningRate, momentum), milliseconds, work =>
            Nabla.Descent.Basins.Survey(f, new DescentOptions { LearningRate = learningRate, Momentum = momentum }, 2,
                basins => work.Result = new BasinMap(basins.Minima, basins.Intervals!)));
    }

    /// <summary>The cost of the network of this moment along a straight line through all its parameters.</summary>
    /// <param name="direction">
    /// random: a random direction, each neuron's part as long as its own weights; gradient: against the gradient, so that the place is the
    /// learning rate of one step; start: from the run's untrained network at 0 to this one at 1.
    /// </param>
    /// <param name="examples">How many of the run's examples the cost is the mean of, 1 to 2,000.</param>
    /// <param name="seed">Decides the random direction.</param>
    /// <param name="milliseconds">How long a slice may take.</param>
    public Sliced<LineOfCost> LineOfCost(string direction, int examples, int seed, double milliseconds)
    {
        var (now, start, cost) = (Now, Run.Untrained, Run.Cost);
        var data = FirstOf(examples, 2000);
        return Work<LineOfCost>.Slice(ref _line, (now, direction, data.Count, seed), milliseconds, work =>
            CostPictures.Line(direction, now.Network, start, data, cost, seed, line => work.Result = line));
    }

    /// <summary>
    /// Trains the run's untrained network in three ways, by all examples, mini-batches and single ones, and shows their paths on the plane
    /// that is nearest to them.
    /// </summary>
    /// <param name="examples">How many of the run's examples are learned from, 20 to 1,000.</param>
    /// <param name="batch">Examples of a mini-batch, 2 to half of them.</param>
    /// <param name="rounds">How often all examples are looked at, or how many steps each takes; 2 to 100.</param>
    /// <param name="isByStep">Whether each takes as many steps; otherwise each looks at as many examples.</param>
    /// <param name="learningRate">The learning rate of all three.</param>
    /// <param name="milliseconds">How long a slice may take.</param>
    public Sliced<PlaneOfCost> PlaneOfCost(int examples, int batch, int rounds, bool isByStep, double learningRate, double milliseconds)
    {
        if (examples < 20) throw Refusal.Argument($"The paths need at least 20 examples, not {examples}.");
        var (start, data) = (Run.Untrained, FirstOf(examples, 1000));
        if (batch < 2 || batch > data.Count / 2) throw Refusal.Argument($"A mini-batch here has 2 to {data.Count / 2} examples, not {batch}.");
        if (rounds is < 2 or > 100) throw Refusal.Argument($"The paths go on for 2 to 100 rounds, not {rounds}.");
        if (!(learningRate > 0 && double.IsFinite(learningRate))) throw Refusal.Argument($"The learning rate is {learningRate}; it must be a positive number, such as 0.1.");
        CostPictures.CheckSize(start, rounds);
        var options = Run.Configuration.Training with { Optimizer = new Sgd(learningRate), EarlyStopping = null, Schedule = new ConstantRate(), Augmentation = null };
        return Work<PlaneOfCost>.Slice(ref _plane, (Run, data.Count, batch, rounds, isByStep, learningRate), milliseconds, work =>
            CostPictures.Plane(start, data, options, batch, rounds, isByStep, plane => work.Result = plane));
    }

    private Dataset FirstOf(int examples, int most)
    {
        if (examples < 1 || examples > most) throw Refusal.Argument($"Give 1 to {most:N0} examples, not {examples}.");
        return Run.Train.Take(Math.Min(examples, Run.Train.Count));
    }

    private Objective ObjectiveOf(string function, int variables, double? range)
    {
        if (_objective is { } last && (last.Function, last.Variables, last.Range) == (function, variables, range)) return last.Objective;
        if (variables is not (1 or 2)) throw Refusal.Argument($"A function here has 1 or 2 variables, not {variables}.");
        if (function.Length > LongestFormula) throw Refusal.Argument($"The formula is longer than {LongestFormula} characters; make it shorter.");
        var objective = Objective.All.FirstOrDefault(known => known.Name == function && known.Variables.Count == variables)
            ?? new Objective(Expression.Parse(function, variables == 1 ? ["x"] : ["x", "y"]));
        if (range is { } far) objective = objective.Between(-far, far);
        _objective = (function, variables, range, objective);
        return objective;
    }
}
