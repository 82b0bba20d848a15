namespace Nabla.Browser;

/// <summary>What is to be chosen from, in an order that is drawn.</summary>
internal sealed class Choices
{
    private readonly string[] _options;

    public Choices(Rng rng, params string[] options)
    {
        _options = options;
        rng.Shuffle<string>(_options);
    }

    /// <summary>The solution where an option is right and others are what slips lead to.</summary>
    /// <param name="right">The option that is right.</param>
    /// <param name="slips">The option that each slip leads to; one that leads to the right one is none.</param>
    /// <param name="values">The numbers that the words name in which the answer is explained.</param>
    public Solution Solve(string right, IReadOnlyDictionary<string, string> slips, IReadOnlyDictionary<string, double> values) =>
        Solution.Exact(Place(right), slips.ToDictionary(slip => slip.Key, slip => Place(slip.Value)), values).OfThoseApart;

    /// <summary>A question with these options.</summary>
    public Posed? On(Posed? posed) => posed is null ? null : posed with { Options = _options };

    private double Place(string option) => Array.IndexOf(_options, option);
}
