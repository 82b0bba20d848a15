namespace Nabla.Cli;

/// <summary>A network's evaluation, and what it was of.</summary>
internal sealed record EvaluationReport(
    LocatedModel Model, DataPart Data, Evaluation Evaluation, Cost Cost, ClassificationReport? Classes)
{
    /// <summary>With more classes, what happened is listed pair by pair instead of in a matrix, most of which would be zeros.</summary>
    private const int MostClassesOfMatrix = 1000;

    public Dataset Examples => Data.Examples;

    /// <summary>The errors in the unit of the target column; null for classes.</summary>
    public RegressionReport? InUnits => Evaluation.Regression?.InUnitsOf(Model.Info.Table?.Target.Deviation ?? 1);

    /// <summary>Number of classes; 0 for regression.</summary>
    public int ClassCount => Examples.IsRegression ? 0 : Model.Network.Outputs;

    /// <summary>Number of examples of a class.</summary>
    public int CountOf(int label) => Evaluation.ExamplesOf(label);

    /// <summary>The part of a class that was read right; null where it has no examples.</summary>
    public double? AccuracyOf(int label) => CountOf(label) is > 0 and int count ? (double)Evaluation.CountOf(label, label) / count : null;

    /// <summary>How often a class was taken for each.</summary>
    public IReadOnlyList<int> RowOf(int label) =>
        [.. Enumerable.Range(0, Model.Network.Outputs).Select(seen => Evaluation.CountOf(label, seen))];

    public EvaluateResult ToResult()
    {
        int outputs = ClassCount;
        var numbers = InUnits;
        return new EvaluateResult
        {
            Model = Model.Path,
            Data = Data.Name,
            Split = Data.Split,
            Examples = Evaluation.Examples,
            Correct = numbers is null ? Evaluation.Correct : null,
            Unanswered = numbers is null ? Evaluation.Unanswered : null,
            Accuracy = numbers is null ? Evaluation.Accuracy : null,
            TopAccuracy = Classes?.TopAccuracy,
            MacroPrecision = Classes?.MacroPrecision,
            MacroRecall = Classes?.MacroRecall,
            MacroF1 = Classes?.MacroF1,
            MacroAuc = Classes?.MacroAuc,
            MeanSquaredError = numbers?.MeanSquaredError,
            RootMeanSquaredError = numbers?.RootMeanSquaredError,
            MeanAbsoluteError = numbers?.MeanAbsoluteError,
            RSquared = numbers?.RSquared,
            Cost = Evaluation.Cost,
            TotalCost = Evaluation.Cost * Evaluation.Examples,
            CostFunction = Cost.Name,
            ClassNames = Model.Info.ClassNames,
            Classes = Classes?.Classes,
            Confusion = numbers is not null || outputs > MostClassesOfMatrix ? null : [.. Enumerable.Range(0, outputs).Select(RowOf)],
            Confusions = outputs <= MostClassesOfMatrix ? null : [.. Evaluation.Confusions.Select(pair => new ConfusedPair(pair.Label, pair.Prediction, pair.Count))],
            ClassAccuracy = numbers is not null ? null : [.. Enumerable.Range(0, outputs).Select(AccuracyOf)],
            WorstMistakes = numbers is not null ? null : MistakeList.Worst(Evaluation, Examples, 20),
        };
    }
}
