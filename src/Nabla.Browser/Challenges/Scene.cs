namespace Nabla.Browser;

/// <summary>What a challenge is about: the network of the moment, with its run and the example that is shown.</summary>
/// <param name="Run">The run.</param>
/// <param name="Network">The network, edits included.</param>
/// <param name="Explainer">The example gone through, forward and backward.</param>
/// <param name="HasTarget">Whether it is known what the example should be.</param>
internal sealed record Scene(Run Run, Network Network, Explainer Explainer, bool HasTarget)
{
    private const int Tries = 200;

    /// <summary>Draws until what is drawn can be asked: until its slips can be told from its answer; null where nothing can.</summary>
    public static Posed? Draw(Func<(IReadOnlyDictionary<string, double> Values, Solution Solution)?> draw)
    {
        for (int i = 0; i < Tries; i++)
        {
            if (draw() is { } drawn && drawn.Solution.TellsApart) return Posed.With(drawn.Values, drawn.Solution);
        }

        return null;
    }
}
