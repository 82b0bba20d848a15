namespace Nabla.Browser;

internal sealed partial class Laboratory
{
    private readonly Dictionary<ExampleSet, SetReview> _reviewing = [];

    /// <summary>How the cost of an example comes about, output by output.</summary>
    public ExampleCost Cost(ExampleRef example)
    {
        var explainer = Judged(example);
        return new ExampleCost(Run.Cost.Name, Run.Cost.Formula, Run.Cost.PartFormula, explainer.Value,
        [
            .. explainer.DesiredChanges().OrderBy(wish => wish.Output).Select(wish => new OutputCost(
                wish.Output, wish.Activation, wish.Target, wish.Activation - wish.Target,
                (wish.Activation - wish.Target) * (wish.Activation - wish.Target), wish.CostPart, Run.Cost.PartTex(wish.Activation, wish.Target))),
        ]);
    }

    /// <summary>
    /// Judges a whole set at this moment; what it found is kept until the moment changes. One that has begun is finished, though
    /// training goes on meanwhile.
    /// </summary>
    /// <param name="set">The training or the test examples.</param>
    /// <param name="milliseconds">How long a slice may take.</param>
    public Sliced<Review> Review(ExampleSet set, double milliseconds)
    {
        Data(set);
        if (!_reviewing.TryGetValue(set, out var review)) _reviewing[set] = review = Now.Review(set);
        if (!review.Advance(new Slice(milliseconds))) return new Sliced<Review>(review.Done, null);
        _reviewing.Remove(set);
        return new Sliced<Review>(1, review.Result());
    }

    /// <summary>The examples of a set by cost, the costliest first.</summary>
    /// <param name="set">The training or the test examples.</param>
    /// <param name="from">The place of the first wanted, from 0.</param>
    /// <param name="count">How many.</param>
    public ExamplePage Costliest(ExampleSet set, int from, int count) => Reviewed(set).Costliest(from, count);

    /// <summary>The examples of a class that were taken for a class, the same or another, the most confident first.</summary>
    /// <param name="set">The training or the test examples.</param>
    /// <param name="label">Their class.</param>
    /// <param name="prediction">The class that they were taken for.</param>
    /// <param name="from">The place of the first wanted, from 0.</param>
    /// <param name="count">How many.</param>
    public ExamplePage TakenFor(ExampleSet set, int label, int prediction, int from, int count) =>
        Reviewed(set).TakenFor(label, prediction, from, count);

    /// <summary>The misread examples of a set, the most confident first.</summary>
    /// <param name="set">The training or the test examples.</param>
    /// <param name="label">Only those of this class; of all where null.</param>
    /// <param name="prediction">Only those taken for this class; for any where null.</param>
    /// <param name="from">The place of the first wanted, from 0.</param>
    /// <param name="count">How many.</param>
    public ExamplePage Misread(ExampleSet set, int? label, int? prediction, int from, int count) =>
        Reviewed(set).Misread(label, prediction, from, count);

    private SetReview Reviewed(ExampleSet set)
    {
        Data(set);
        var review = Now.Review(set);
        review.Finish();
        return review;
    }
}
