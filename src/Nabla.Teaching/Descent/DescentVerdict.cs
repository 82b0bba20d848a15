using System.Globalization;

namespace Nabla.Descent;

/// <summary>Says in plain words what a descent came to.</summary>
internal static class DescentVerdict
{
    private const int Several = 20;

    /// <summary>Why it ended, what it reached, and what to try.</summary>
    public static Said Of(DescentResult result)
    {
        var last = result.Steps[^1];

        // Without slope, a place is known to about the tolerance of the slope.
        bool isStill = result.End is DescentEnd.Minimum or DescentEnd.Saddle or DescentEnd.Maximum;
        string at = Place(result.Variables, isStill ? [.. last.Position.Select(x => Math.Round(x, 5))] : last.Position), f = Number(last.Value);
        var after = last.Step == 1 ? (Said)$"after 1 step" : $"after {last.Step:N0} steps";
        double first = result.Steps[0].Value;
        return result.End switch
        {
            DescentEnd.Minimum when result.Reached is { } reached => Lower(result, reached, $"It reached {Minimum(result, reached)}, {after}."),
            DescentEnd.Minimum => $"It came to rest at {at}, f = {f}, {after}; it is higher all around.",
            DescentEnd.Saddle when result.Variables.Count == 1 => $"It stopped on a flat part of the slope at {Place(result.Variables, last.Position)}, "
                + $"f = {f}, {after}: a slope of {Number(last.Slope)} counts as none, but to one side it goes down.",
            DescentEnd.Saddle => $"It is stuck on a saddle at {at}, f = {Coordinate(last.Value)}, {after}: there is no slope, but to some sides it goes "
                + $"down. A start a little aside would not stop here.",
            DescentEnd.Maximum => $"It stands on a maximum at {at}: there is no slope, so no step. Start a little aside.",
            DescentEnd.Plateau => $"It stands on a plateau at {at}, f = {f}: the slope is {Number(last.Slope)}, so no step leads anywhere.",
            DescentEnd.Oscillating when (result.Options.FixedStep, result.Reached) is ({ } step, { } near) => Lower(result, near,
                $"It goes to and fro around {Minimum(result, near)}: steps of {Number(step)} never shrink, so it cannot settle."),
            DescentEnd.Oscillating when result.Options.FixedStep is { } step =>
                $"It goes to and fro near {at}: steps of {Number(step)} never shrink, so it cannot settle.",
            DescentEnd.Oscillating => $"It goes to and fro near {at} and comes no lower: the steps are too long. {Advice(result)}",
            DescentEnd.StepLimit => $"It had not arrived {after}: at {at}, f = {f}, the slope is still {Number(last.Slope)}. "
                + $"Allow more with --steps, or try a larger --learning-rate.",
            _ when last.Value <= first && last.Move is not null => $"It left the range of numbers: {after} it was at {at}, f = {f}, "
                + $"and the next step leads where the function has no finite value. {Advice(result)}",
            _ when last.Value < first => $"It ran off downhill, to {at}, f = {f}, {after}: the function has no bottom there.",
            _ => $"It diverged: {after} it was at {at}, f = {f}, and going up. {Advice(result)}",
        };
    }

    // x = 1.13, or (x, y) = (1, 1).
    private static string Place(IReadOnlyList<string> variables, IReadOnlyList<double> position) => variables.Count == 1
        ? $"{variables[0]} = {Coordinate(position[0])}"
        : $"({string.Join(", ", variables)}) = ({string.Join(", ", position.Select(Coordinate))})";

    // What is zero but for rounding is zero.
    private static string Coordinate(double x) => Number(Math.Abs(x) < 1e-9 ? 0 : x);

    private static string Number(double x) => double.IsNaN(x) ? "-" : x.ToString("G6", CultureInfo.InvariantCulture);

    private static Said Minimum(DescentResult result, MinimumPoint minimum)
    {
        int global = result.Minima.Count(other => other.IsGlobal);
        var spot = Spot(result, minimum);
        return !minimum.IsGlobal ? $"the local minimum at {spot}"
            : global > Several ? $"a global minimum, one of many, at {spot}"
            : global > 1 ? $"a global minimum, one of {global}, at {spot}"
            : (Said)$"the global minimum at {spot}";
    }

    private static Said Spot(DescentResult result, MinimumPoint minimum)
    {
        string place = Place(result.Variables, minimum.Position), f = Coordinate(minimum.Value);
        return minimum.FoundNumerically ? (Said)$"{place}, f = {f} (found numerically)" : $"{place}, f = {f}";
    }

    private static Said Lower(DescentResult result, MinimumPoint reached, Said verdict) => reached.IsGlobal ? verdict
        : result.Minima.FirstOrDefault(minimum => minimum.IsGlobal) is { } global
            ? $"{verdict} That is not the lowest: the global minimum is at {Spot(result, global)}."
            : (Said)$"{verdict} That is not the lowest: at the edge of the shown part it goes lower.";

    private static Said Advice(DescentResult result)
    {
        if (result.LearningRateLimit is not { } limit || limit > result.Options.LearningRate) return $"Try a smaller learning rate.";
        var factor = result.Options.Momentum > 0 ? (Said)$"2(1 + momentum)" : $"2";
        return result.IsQuadratic
            ? (Said)$"Try a learning rate below {Number(limit)}, which is {factor} divided by the curvature: the exact limit here."
            : $"Try a learning rate below {limit:G2}, which is {factor} divided by the curvature at the start.";
    }
}
