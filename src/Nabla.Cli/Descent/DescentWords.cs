namespace Nabla.Cli;

/// <summary>Says in plain words what a descent came to.</summary>
internal static class DescentWords
{
    private const int Several = 20;

    /// <summary>Why it ended, what it reached, and what to try.</summary>
    public static string Verdict(DescentResult result)
    {
        var last = result.Steps[^1];

        // Without slope, a place is known to about the tolerance of the slope.
        bool isStill = result.End is DescentEnd.Minimum or DescentEnd.Saddle or DescentEnd.Maximum;
        string at = Place(result.Variables, isStill ? [.. last.Position.Select(x => Math.Round(x, 5))] : last.Position), after = $"after {Steps(last.Step)}";
        double first = result.Steps[0].Value;
        return result.End switch
        {
            DescentEnd.Minimum when result.Reached is { } reached => $"It reached {Minimum(result, reached)}, {after}.{Lower(result, reached)}",
            DescentEnd.Minimum => $"It came to rest at {at}, f = {Format.Number(last.Value)}, {after}; it is higher all around.",
            DescentEnd.Saddle when result.Variables.Count == 1 => $"It stopped on a flat part of the slope at {Place(result.Variables, last.Position)}, "
                + $"f = {Format.Number(last.Value)}, {after}: a slope of {Format.Number(last.Slope)} counts as none, but to one side it goes down.",
            DescentEnd.Saddle => $"It is stuck on a saddle at {at}, f = {Coordinate(last.Value)}, {after}: there is no slope, but to some sides it goes "
                + "down. A start a little aside would not stop here.",
            DescentEnd.Maximum => $"It stands on a maximum at {at}: there is no slope, so no step. Start a little aside.",
            DescentEnd.Plateau => $"It stands on a plateau at {at}, f = {Format.Number(last.Value)}: the slope is {Format.Number(last.Slope)}, so no step leads anywhere.",
            DescentEnd.Oscillating when result.Options.FixedStep is { } step => $"It goes to and fro "
                + $"{(result.Reached is { } near ? $"around {Minimum(result, near)}" : $"near {at}")}: steps of {Format.Number(step)} never shrink, "
                + $"so it cannot settle.{(result.Reached is { } low ? Lower(result, low) : "")}",
            DescentEnd.Oscillating => $"It goes to and fro near {at} and comes no lower: the steps are too long.{Advice(result)}",
            DescentEnd.StepLimit => $"It had not arrived {after}: at {at}, f = {Format.Number(last.Value)}, the slope is still {Format.Number(last.Slope)}. "
                + "Allow more with --steps, or try a larger --learning-rate.",
            _ when last.Value <= first && last.Move is not null => $"It left the range of numbers: {after} it was at {at}, f = {Format.Number(last.Value)}, "
                + $"and the next step leads where the function has no finite value.{Advice(result)}",
            _ when last.Value < first => $"It ran off downhill, to {at}, f = {Format.Number(last.Value)}, {after}: the function has no bottom there.",
            _ => $"It diverged: {after} it was at {at}, f = {Format.Number(last.Value)}, and going up.{Advice(result)}",
        };
    }

    /// <summary>x = 1.13, or (x, y) = (1, 1).</summary>
    public static string Place(IReadOnlyList<string> variables, IReadOnlyList<double> position) =>
        variables.Count == 1 ? $"{variables[0]} = {Point(position)}" : $"({string.Join(", ", variables)}) = {Point(position)}";

    public static string Point(IReadOnlyList<double> position) =>
        position.Count == 1 ? Coordinate(position[0]) : $"({string.Join(", ", position.Select(Coordinate))})";

    // What is zero but for rounding is zero.
    private static string Coordinate(double x) => Format.Number(Math.Abs(x) < 1e-9 ? 0 : x);

    private static string Minimum(DescentResult result, MinimumPoint minimum)
    {
        int global = result.Minima.Count(other => other.IsGlobal);
        string kind = !minimum.IsGlobal ? "the local minimum" : global > 1 ? $"a global minimum, one of {(global > Several ? "many" : global)}," : "the global minimum";
        return $"{kind} at {Spot(result, minimum)}";
    }

    private static string Spot(DescentResult result, MinimumPoint minimum) =>
        $"{Place(result.Variables, minimum.Position)}, f = {Coordinate(minimum.Value)}{(minimum.FoundNumerically ? " (found numerically)" : "")}";

    private static string Lower(DescentResult result, MinimumPoint reached)
    {
        if (reached.IsGlobal) return "";
        return result.Minima.FirstOrDefault(minimum => minimum.IsGlobal) is { } global
            ? $" That is not the lowest: the global minimum is at {Spot(result, global)}."
            : " That is not the lowest: at the edge of the shown part it goes lower.";
    }

    private static string Advice(DescentResult result)
    {
        if (result.LearningRateLimit is not { } limit || limit > result.Options.LearningRate) return " Try a smaller learning rate.";
        string factor = result.Options.Momentum > 0 ? "2(1 + momentum)" : "2";
        return result.IsQuadratic
            ? $" Try a learning rate below {Format.Number(limit)}, which is {factor} divided by the curvature: the exact limit here."
            : $" Try a learning rate below {limit.ToString("G2", System.Globalization.CultureInfo.InvariantCulture)}, which is {factor} divided by the curvature at the start.";
    }

    private static string Steps(int count) => count == 1 ? "1 step" : $"{Format.Count(count)} steps";
}
