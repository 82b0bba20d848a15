namespace Nabla.Browser;

/// <summary>A descent that is asked for.</summary>
/// <param name="Function">The name of a function that everybody knows, or a formula.</param>
/// <param name="Variables">1 for a function of x, 2 for one of x and y.</param>
/// <param name="Range">How far from 0 it is shown; null for the function's own part.</param>
/// <param name="Start">Where it begins, a value for each variable; null for the function's own start.</param>
/// <param name="LearningRate">The learning rate η; null for one that suits the function.</param>
/// <param name="Momentum">The part of each step that the next one keeps.</param>
/// <param name="Steps">The most steps, 1 to 1,000.</param>
internal sealed record DescentQuestion(
    string Function, int Variables, double? Range, IReadOnlyList<double>? Start, double? LearningRate, double Momentum, int Steps);

/// <summary>What became of it: it was descended, or its formula could not be read.</summary>
/// <param name="Descent">The descent; null where the formula could not be read.</param>
/// <param name="Problem">Why it could not be read; null where it could.</param>
internal sealed record DescentAnswer(DescentView? Descent, FormulaProblem? Problem);

/// <summary>A function and a descent on it.</summary>
/// <param name="Function">The function.</param>
/// <param name="LearningRate">The learning rate η of the descent.</param>
/// <param name="Steps">Every point on the way, the start first.</param>
/// <param name="End">Why it ended.</param>
/// <param name="Verdict">The same in words.</param>
/// <param name="Reached">The minimum that it reached, by its place among the function's; null where that is none.</param>
/// <param name="Limit">The learning rate from which on it cannot settle; null where there is no curvature.</param>
/// <param name="IsQuadratic">Whether that limit is exact and the same everywhere.</param>
internal sealed record DescentView(
    FunctionView Function, double LearningRate, IReadOnlyList<DescentPoint> Steps, DescentEnd End, Said Verdict, int? Reached, double? Limit, bool IsQuadratic);

/// <summary>A function of one or two variables.</summary>
/// <param name="Name">Its name; the formula where it has none.</param>
/// <param name="Formula">Its formula, as it was understood.</param>
/// <param name="Gradient">The formulas of its partial derivatives.</param>
/// <param name="Low">Where the shown part begins, for each variable.</param>
/// <param name="High">Where it ends.</param>
/// <param name="Start">A start from which there is something to see.</param>
/// <param name="Minima">Its minima in the shown part, the lowest first.</param>
internal sealed record FunctionView(
    string Name, string Formula, IReadOnlyList<string> Gradient, IReadOnlyList<double> Low, IReadOnlyList<double> High,
    IReadOnlyList<double> Start, IReadOnlyList<MinimumPoint> Minima);

/// <summary>A point on the way down.</summary>
/// <param name="Position">Where it is, a value for each variable.</param>
/// <param name="Value">How high it is.</param>
/// <param name="Gradient">The gradient there.</param>
/// <param name="Slope">Its length.</param>
/// <param name="Importance">How much each variable matters there, of 1 in all; null where there is no slope.</param>
/// <param name="Move">The length of the step from there; null at the end.</param>
internal sealed record DescentPoint(
    IReadOnlyList<double> Position, double Value, IReadOnlyList<double> Gradient, double Slope, IReadOnlyList<double>? Importance, double? Move);

/// <summary>Which minimum is reached from where.</summary>
/// <param name="Minima">The minima, the lowest first.</param>
/// <param name="Intervals">The intervals of starts that lead to the same one, from left to right.</param>
internal sealed record BasinMap(IReadOnlyList<MinimumPoint> Minima, IReadOnlyList<BasinInterval> Intervals);

/// <summary>The network's cost along a straight line through all its parameters.</summary>
/// <param name="Direction">random, gradient or start.</param>
/// <param name="Examples">Examples that the cost is the mean of.</param>
/// <param name="Parameters">How many parameters move along the line.</param>
/// <param name="Length">How far in parameter space one unit of the line is.</param>
/// <param name="Places">The places on the line, ascending.</param>
/// <param name="Costs">The cost at each; null where it is not finite.</param>
internal sealed record LineOfCost(
    string Direction, int Examples, int Parameters, double Length, IReadOnlyList<double> Places, IReadOnlyList<double?> Costs);

/// <summary>The cost over a plane through the network's parameters, and three ways of training on it.</summary>
/// <param name="Examples">Examples that are learned from, and that the cost is the mean of.</param>
/// <param name="LearningRate">The learning rate, the same for all.</param>
/// <param name="X">The first coordinates of the grid, ascending.</param>
/// <param name="Y">The second coordinates.</param>
/// <param name="Costs">The costs, row after row; null where one is not finite.</param>
/// <param name="Paths">The ways, of all examples, mini-batches and single ones.</param>
internal sealed record PlaneOfCost(
    int Examples, double LearningRate, IReadOnlyList<double> X, IReadOnlyList<double> Y, IReadOnlyList<double?> Costs, IReadOnlyList<PathView> Paths);

/// <summary>A way of training, seen from above.</summary>
/// <param name="BatchSize">Examples looked at before each step.</param>
/// <param name="Steps">The steps after which its place is shown, from 0.</param>
/// <param name="X">The first coordinates.</param>
/// <param name="Y">The second coordinates.</param>
/// <param name="Costs">The cost at its true places.</param>
/// <param name="Outside">How much of its movement lies outside the plane, 0 to 1.</param>
/// <param name="Diverged">Whether it left the range of numbers.</param>
internal sealed record PathView(
    int BatchSize, IReadOnlyList<long> Steps, IReadOnlyList<double> X, IReadOnlyList<double> Y, IReadOnlyList<double> Costs, double Outside, bool Diverged);
