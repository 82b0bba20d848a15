namespace Nabla.Browser;

/// <summary>What a small nudge of a weight changes: the cost always a little, the accuracy hardly ever. So one descends on the cost.</summary>
internal sealed class NudgeAndAccuracy() : Challenge("nudge-and-accuracy", "C13", "cost.network", ChallengeForm.Choice)
{
    private const double Nudge = 0.0001;

    public override Posed? Pose(Scene scene, Rng rng)
    {
        var (network, data) = (scene.Network, scene.Run.Test);
        if (data.IsRegression) return null;
        var last = network.Layers[^1];
        var weight = new Parameter(network.Layers.Count, rng.NextInt(last.Outputs), rng.NextInt(last.Inputs));
        var choices = new Choices(rng, "cost-alone", "both", "answers-alone", "neither");
        var values = new Dictionary<string, double>
        {
            ["layer"] = weight.Layer, ["neuron"] = weight.Neuron, ["input"] = weight.Input!.Value, ["nudge"] = Nudge, ["examples"] = data.Count,
        };
        return choices.On(new Posed(values, Solve));

        IEnumerable<double> Solve(Work<Solution> work)
        {
            var evaluator = new Evaluator(network, scene.Run.Cost);
            var nudged = network.Clone();
            weight.Put(nudged, weight.In(nudged) + (float)Nudge);
            var evaluations = new List<Evaluation>(2);
            foreach (var shown in new[] { network, nudged })
            {
                var pass = evaluator.Begin(shown, data);
                while (!pass.IsDone)
                {
                    pass.Next([]);
                    yield return (evaluations.Count + (double)pass.Done / data.Count) / 2;
                }

                evaluations.Add(pass.Result());
            }

            int changed = evaluations[0].Predictions.Zip(evaluations[1].Predictions, (before, after) => before != after).Count(differs => differs);
            double change = evaluations[1].Cost - evaluations[0].Cost;
            work.Result = choices.Solve(
                (change != 0, changed > 0) switch { (true, false) => "cost-alone", (true, true) => "both", (false, true) => "answers-alone", (false, false) => "neither" },
                new Dictionary<string, string> { ["accuracy-is-smooth"] = "both", ["accuracy-for-cost"] = "answers-alone", ["nudge-is-lost"] = "neither" },
                new Dictionary<string, double> { ["changed"] = changed, ["examples"] = data.Count, ["change"] = change, ["nudge"] = Nudge });
        }
    }
}
