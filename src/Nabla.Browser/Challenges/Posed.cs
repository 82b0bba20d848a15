namespace Nabla.Browser;

/// <summary>A question that has been posed.</summary>
/// <param name="Values">The numbers that its words name.</param>
/// <param name="Solve">Computes the solution, part after part; most are there at once.</param>
internal sealed record Posed(IReadOnlyDictionary<string, double> Values, Func<Work<Solution>, IEnumerable<double>> Solve)
{
    /// <summary>What is to be chosen from, by the names of the words; none where it is answered otherwise.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Where a curve is to be drawn: its least and greatest x and y.</summary>
    public ChallengeAxes? Axes { get; init; }

    /// <summary>A question whose solution is there at once.</summary>
    public static Posed With(IReadOnlyDictionary<string, double> values, Solution solution) => new(values, work => Finish(work, solution));

    private static IEnumerable<double> Finish(Work<Solution> work, Solution solution)
    {
        work.Result = solution;
        yield break;
    }
}

/// <summary>The answer to a question, and those that slips lead to.</summary>
/// <param name="Answer">The answer: a number, the index of an option or of a neuron, or the heights of a curve at equally spaced places.</param>
/// <param name="Slips">What a slip leads to, by its name.</param>
/// <param name="Values">The numbers that the words name in which the answer is explained.</param>
internal sealed record Solution(
    IReadOnlyList<double> Answer, IReadOnlyDictionary<string, IReadOnlyList<double>> Slips, IReadOnlyDictionary<string, double> Values)
{
    // A learner who computes by hand rounds on the way.
    private const double Rounding = 0.05;

    /// <summary>How far a guess may be from the answer and be called right, as a part of the answer's size; 0 for what is exact, such as a count.</summary>
    public double Tolerance { get; init; } = Rounding;

    /// <summary>The least that a guess may be away and be right; what is seen has so many digits.</summary>
    public double Least { get; init; } = 1e-12;

    public static Solution Of(double answer, IReadOnlyDictionary<string, double> slips, IReadOnlyDictionary<string, double> values) =>
        new([answer], slips.ToDictionary(slip => slip.Key, slip => (IReadOnlyList<double>)[slip.Value]), values);

    /// <summary>The same of what is exact, such as a count.</summary>
    public static Solution Exact(double answer, IReadOnlyDictionary<string, double> slips, IReadOnlyDictionary<string, double> values) =>
        Of(answer, slips, values) with { Tolerance = 0 };

    /// <summary>Whether each slip can be told from the answer and from the others: questions that do not tell them apart are not asked.</summary>
    public bool TellsApart
    {
        get
        {
            IReadOnlyList<double>[] all = [Answer, .. Slips.Values];
            return all.SelectMany((one, i) => all.Skip(i + 1).Select(other => AreApart(one, other))).All(apart => apart);
        }
    }

    /// <summary>The same without the slips that cannot be told from the answer, for questions that are asked all the same.</summary>
    public Solution OfThoseApart => this with { Slips = Slips.Where(slip => AreApart(slip.Value, Answer)).ToDictionary() };

    /// <summary>What is to be said of a guess.</summary>
    public Verdict Judge(IReadOnlyList<double> guess)
    {
        bool isRight = Distance(guess, Answer) <= Room(Answer);
        var slips = Slips.Where(slip => Distance(guess, slip.Value) <= Room(slip.Value)).OrderBy(slip => Distance(guess, slip.Value)).Select(slip => slip.Key);
        return new Verdict(isRight, isRight ? null : slips.FirstOrDefault(), Answer, Values);
    }

    private bool AreApart(IReadOnlyList<double> one, IReadOnlyList<double> other) => Distance(one, other) > Room(one) + Room(other);

    private double Room(IReadOnlyList<double> answer) => Math.Max(Least, Tolerance * answer.Max(Math.Abs));

    /// <summary>The distance of two numbers, or the root of the mean square of those of two curves.</summary>
    private static double Distance(IReadOnlyList<double> a, IReadOnlyList<double> b) =>
        a.Count != b.Count ? double.PositiveInfinity : Math.Sqrt(a.Zip(b).Average(pair => (pair.First - pair.Second) * (pair.First - pair.Second)));
}
