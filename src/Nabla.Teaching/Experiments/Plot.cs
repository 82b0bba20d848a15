using Nabla.Charts;

namespace Nabla.Experiments;

/// <summary>The charts that several experiments draw.</summary>
internal static class Plot
{
    /// <summary>A curve for each run.</summary>
    public static Chart Curves(
        string title, Axis x, Axis y, IEnumerable<LearningRun> runs, Func<LearningPoint, double> across, Func<LearningPoint, double> up) =>
        new(title, x, y) { Series = [.. runs.Select(run => Curve(run.Name.ToString(), run.Curve, across, up))] };

    /// <summary>One curve.</summary>
    public static Series Curve(
        string name, LearningCurve curve, Func<LearningPoint, double> across, Func<LearningPoint, double> up, SeriesStyle style = SeriesStyle.Line) =>
        new(name, [.. curve.Points.Select(across)], [.. curve.Points.Select(up)], style);

    /// <summary>An axis of hidden layers, the first at 0.</summary>
    public static Axis HiddenLayers(int count) => new("hidden layer") { Categories = [.. Enumerable.Range(1, count).Select(l => $"{l}")] };

    /// <summary>An axis of accuracies.</summary>
    public static Axis Accuracy(string label) => new(label) { Minimum = 0, Maximum = 1 };
}
