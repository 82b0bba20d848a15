namespace Nabla.Browser;

/// <summary>Backpropagation computes the gradient and changes nothing; the step <c>w ← w − η·∂C/∂w</c> is another thing.</summary>
internal sealed class BackpropagationAlone() : Challenge("backpropagation-alone", "C30", "backwards.passes", ChallengeForm.Number)
{
    private const int MostExamples = 10;

    public override Posed? Pose(Scene scene, Rng rng)
    {
        var (network, data) = (scene.Network, scene.Run.Train);
        int examples = 1 + rng.NextInt(Math.Min(MostExamples, data.Count));
        return new Posed(new Dictionary<string, double> { ["examples"] = examples, ["parameters"] = network.ParameterCount }, Solve);

        IEnumerable<double> Solve(Work<Solution> work)
        {
            var differentiated = network.Clone();
            for (int i = 0; i < examples; i++)
            {
                Backpropagation.Trace(differentiated, data[i], scene.Run.Cost);
                yield return (i + 1.0) / examples;
            }

            work.Result = Solution.Exact(
                Parameter.All(network).Count(parameter => parameter.In(network) != parameter.In(differentiated)),
                new Dictionary<string, double> { ["gradient-for-step"] = network.ParameterCount },
                new Dictionary<string, double> { ["parameters"] = network.ParameterCount });
        }
    }
}
