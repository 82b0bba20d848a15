namespace Nabla.Cli;

/// <summary>A network's evaluation, and what it was of.</summary>
internal sealed record EvaluationReport(LocatedModel Model, LoadedData Data, bool IsTrain, Dataset Examples, Evaluation Evaluation, Cost Cost)
{
    public string Split => IsTrain ? "train" : "test";

    /// <summary>Number of examples of a class.</summary>
    public int CountOf(int label)
    {
        int count = 0;
        for (int seen = 0; seen < Model.Network.Outputs; seen++) count += Evaluation.Confusion[label, seen];
        return count;
    }

    /// <summary>The part of a class that was read right; null where it has no examples.</summary>
    public double? AccuracyOf(int label) => CountOf(label) is > 0 and int count ? (double)Evaluation.Confusion[label, label] / count : null;

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
            Confusion = [.. Enumerable.Range(0, outputs).Select(label => (IReadOnlyList<int>)[.. Enumerable.Range(0, outputs).Select(seen => Evaluation.Confusion[label, seen])])],
            ClassAccuracy = [.. Enumerable.Range(0, outputs).Select(AccuracyOf)],
            WorstMistakes = MistakeList.Worst(Evaluation, Examples, 20),
        };
    }
}
