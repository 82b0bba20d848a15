namespace Nabla.Cli;

/// <summary>A network's evaluation, and what it was of.</summary>
internal sealed record EvaluationReport(
    LocatedModel Model, LoadedData Data, bool IsTrain, Dataset Examples, Evaluation Evaluation, Cost Cost)
{
    public string Split => IsTrain ? "train" : "test";

    /// <summary>Number of examples of a class.</summary>
    public int CountOf(int label)
    {
        return RowOf(label).Sum();
    }

    /// <summary>The part of a class that was read right; null where it has no examples.</summary>
    public double? AccuracyOf(int label) => CountOf(label) is > 0 and int count ? (double)Evaluation.Confusion[label, label] / count : null;

    /// <summary>How often a class was taken for each.</summary>
    public IReadOnlyList<int> RowOf(int label) =>
        [.. Enumerable.Range(0, Model.Network.Outputs).Select(seen => Evaluation.Confusion[label, seen])];

    public EvaluateResult ToResult()
    {
        int outputs = Model.Network.Outputs;
        return new EvaluateResult
        {
            Model = Model.Path,
            Data = Data.Name,
            Split = Split,
            Examples = Evaluation.Examples,
            Correct = Evaluation.Correct,
            Accuracy = Evaluation.Accuracy,
            Cost = Evaluation.Cost,
            CostFunction = Cost.Name,
            Confusion = [.. Enumerable.Range(0, outputs).Select(RowOf)],
            ClassAccuracy = [.. Enumerable.Range(0, outputs).Select(AccuracyOf)],
            WorstMistakes = MistakeList.Worst(Evaluation, Examples, 20),
        };
    }
}
