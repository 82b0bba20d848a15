using Nabla.Browser;

namespace Nabla.Tests.Browser.Challenges;

/// <summary>What a question is about, as the tests see it: the address's network and example, and the numbers that its words name.</summary>
internal sealed record Asked(ChallengeQuestion Question, Network Network, Dataset Train, Dataset Test, Example Example, Cost Cost)
{
    public double this[string name] => Question.Values[name];

    public int Index(string name) => (int)this[name];

    /// <summary>The number of the output layer.</summary>
    public int Depth => Network.Layers.Count;

    /// <summary>z, a, σ′ and δ of a layer, by the reference implementation.</summary>
    public LayerValues Layer(int layer) => new Explainer(Network, Example, Cost).Layers()[layer - 1];

    /// <summary>The outputs for a picture.</summary>
    public double[] Output(float[] picture) => new ReferenceNetwork<double>(Network).Output([.. picture.Select(pixel => (double)pixel)]);

    /// <summary>The gradient of the example's cost.</summary>
    public Gradient<double> Gradient() => Backpropagation.Gradient<double>(Network, [Example], Cost);
}

/// <summary>Computes the answer to a challenge, and what each slip leads to, apart from the engine's own way.</summary>
/// <param name="Challenge">The challenge's name.</param>
/// <param name="Right">The answer.</param>
internal sealed record Oracle(string Challenge, Func<Asked, double[]> Right)
{
    /// <summary>What a learner answers who always errs in this way.</summary>
    public Dictionary<string, Func<Asked, double[]>> Slips { get; init; } = [];

    /// <summary>How far the engine's answer may be off, as a part of its size.</summary>
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>Whether an answer is a count, a choice or a neuron, which nobody rounds.</summary>
    public bool IsExact { get; init; }

    public static Oracle Number(string challenge, Func<Asked, double> right, Dictionary<string, Func<Asked, double>>? slips = null) => new(challenge, asked => [right(asked)])
    {
        Slips = (slips ?? []).ToDictionary(slip => slip.Key, slip => (Func<Asked, double[]>)(asked => [slip.Value(asked)])),
    };
}
