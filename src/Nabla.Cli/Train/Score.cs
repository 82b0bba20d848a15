namespace Nabla.Cli;

/// <summary>How good a network is, in one number: the accuracy, or for regression R².</summary>
internal static class Score
{
    public static double Value(Evaluation evaluation) =>
        evaluation.Regression is { } report ? report.RSquared ?? double.NegativeInfinity : evaluation.Accuracy;

    /// <summary>For example: accuracy 97.10%, or R² 0.4512.</summary>
    public static string Of(Evaluation evaluation) => Name(evaluation) + " " + Text(evaluation, Value(evaluation));

    /// <summary>The same of numbers, of which one is there: for example accuracy 97.10%, or R² 0.4512.</summary>
    public static string Of(double? accuracy, double? rSquared) =>
        rSquared is { } some ? $"R² {Format.Cost(some)}" : $"accuracy {(accuracy is { } part ? Format.Percent(part) : "-")}";

    public static string Name(Evaluation evaluation) => evaluation.Regression is null ? "accuracy" : "R²";

    public static string Text(Evaluation evaluation, double value) =>
        evaluation.Regression is null ? Format.Percent(value) : double.IsFinite(value) ? Format.Cost(value) : "-";

    public static string Errors(RegressionReport numbers) =>
        $"root mean square {Format.Number(numbers.RootMeanSquaredError)}, mean {Format.Number(numbers.MeanAbsoluteError)}";
}
