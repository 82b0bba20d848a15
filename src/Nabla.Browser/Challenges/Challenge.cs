namespace Nabla.Browser;

/// <summary>
/// A question about the network, the example and the moment that are shown: what a learner predicts before it is seen. The engine poses it,
/// computes the answer, and what each known slip would lead to, so that a wrong answer is not only called wrong.
/// </summary>
/// <param name="name">Its name, under which its words stand in the message files.</param>
/// <param name="concept">The concept that it is about, <c>C1</c> to <c>C31</c>.</param>
/// <param name="part">The part of the page that shows its answer, such as <c>cost.example</c> of the chapter Cost.</param>
/// <param name="form">How it is answered.</param>
internal abstract class Challenge(string name, string concept, string part, ChallengeForm form)
{
    /// <summary>All that there are, in the order of the lectures.</summary>
    public static IReadOnlyList<Challenge> All { get; } = [.. Passes.All, .. Learning.All];

    public ChallengeEntry Entry => new(name, concept, part, form);

    public string Name => name;

    /// <summary>Where its draws stand in their stream: it must not depend on which other challenges there are.</summary>
    public ulong Index => name.Aggregate(0UL, (index, letter) => index * 31 + letter);

    /// <summary>Whether its words speak of the run's cost function, whose formula is then shown beside them.</summary>
    public virtual bool NamesTheCost => false;

    public static Challenge Parse(string name) =>
        All.FirstOrDefault(one => one.Name == name) ?? throw Refusal.Argument($"There is no challenge '{name}'.");

    /// <summary>The question, drawn from a seed; null where what is shown does not allow for it, as where there is no hidden layer.</summary>
    /// <param name="scene">What is shown.</param>
    /// <param name="rng">What it is drawn from.</param>
    public abstract Posed? Pose(Scene scene, Rng rng);
}
