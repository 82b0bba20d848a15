namespace Nabla.Browser;

/// <summary>The network is a function of its inputs, the cost one of the weights and biases; the pictures stand fast.</summary>
internal sealed class FunctionOf() : Challenge("function-of", "C6", "structure.parameters", ChallengeForm.Choice)
{
    public override Posed? Pose(Scene scene, Rng rng)
    {
        var network = scene.Network;
        var choices = new Choices(rng, "parameters", "inputs", "outputs", "examples");
        var values = new Dictionary<string, double>
        {
            ["parameters"] = network.ParameterCount, ["inputs"] = network.Inputs, ["outputs"] = network.Outputs, ["examples"] = scene.Run.Train.Count,
        };
        var slips = new Dictionary<string, string> { ["network-for-cost"] = "inputs", ["outputs-for-parameters"] = "outputs", ["examples-for-parameters"] = "examples" };
        return choices.On(Posed.With(values, choices.Solve("parameters", slips, values)));
    }
}
