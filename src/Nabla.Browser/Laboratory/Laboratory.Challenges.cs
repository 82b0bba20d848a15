namespace Nabla.Browser;

internal sealed partial class Laboratory
{
    private Work<Solution>? _solving;

    /// <summary>All challenges, in the order of the lectures.</summary>
    public static IReadOnlyList<ChallengeEntry> Challenges() => [.. Challenge.All.Select(challenge => challenge.Entry)];

    /// <summary>A question about what is shown; null where it cannot be asked of it.</summary>
    /// <param name="name">The challenge.</param>
    /// <param name="example">The example.</param>
    /// <param name="seed">What it is drawn from.</param>
    public ChallengeQuestion? PoseChallenge(string name, ExampleRef example, int seed)
    {
        var challenge = Challenge.Parse(name);
        return Pose(challenge, example, seed) is { } posed
            ? new ChallengeQuestion(name, seed, posed.Values, posed.Options, posed.Axes, challenge.NamesTheCost ? Run.Cost.Formula : null)
            : null;
    }

    /// <summary>What is to be said of an answer, for which the engine does what was asked about.</summary>
    /// <param name="name">The challenge.</param>
    /// <param name="example">The example.</param>
    /// <param name="seed">What the question was drawn from.</param>
    /// <param name="guess">The answer: a number, the index of an option or a neuron, or the heights of a curve.</param>
    /// <param name="milliseconds">How long a slice may take.</param>
    public Sliced<Verdict> JudgeChallenge(string name, ExampleRef example, int seed, IReadOnlyList<double> guess, double milliseconds)
    {
        if (guess.Count == 0 || !guess.All(double.IsFinite)) throw Refusal.Argument($"An answer is a finite number, or some.");
        var challenge = Challenge.Parse(name);
        var shown = Now;
        var slice = Work<Solution>.Slice(
            ref _solving, (shown, name, example, seed, _drawing), milliseconds,
            work => (Pose(challenge, example, seed) ?? throw Refusal.Argument($"The challenge '{name}' cannot be asked of what is shown.")).Solve(work));
        return new Sliced<Verdict>(slice.Done, slice.Result?.Judge(guess));
    }

    private Posed? Pose(Challenge challenge, ExampleRef example, int seed)
    {
        if (seed < 0) throw Refusal.Argument($"A seed is not below 0; {seed} is.");
        var scene = new Scene(Run, Now.Network, Explainer(example), LabelOf(example) is not null);
        return challenge.Pose(scene, new Rng((ulong)seed, RngStream.Challenges, challenge.Index));
    }
}
