namespace Nabla.Browser;

internal sealed partial class Laboratory
{
    /// <summary>How the cost of an example comes about, output by output.</summary>
    public ExampleCost Cost(ExampleRef example) => throw new NotSupportedException();

    /// <summary>Judges a whole set at this moment; what it found is kept until the moment changes.</summary>
    /// <param name="set">The training or the test examples.</param>
    /// <param name="milliseconds">How long a slice may take.</param>
    public Sliced<Review> Review(ExampleSet set, double milliseconds) => throw new NotSupportedException();

    /// <summary>The examples of a set by cost, the costliest first.</summary>
    /// <param name="set">The training or the test examples.</param>
    /// <param name="from">The place of the first wanted, from 0.</param>
    /// <param name="count">How many.</param>
    public ExamplePage Costliest(ExampleSet set, int from, int count) => throw new NotSupportedException();

    /// <summary>The misread examples of a set, the most confident first.</summary>
    /// <param name="set">The training or the test examples.</param>
    /// <param name="label">Only those of this class; of all where null.</param>
    /// <param name="prediction">Only those taken for this class; for any where null.</param>
    /// <param name="from">The place of the first wanted, from 0.</param>
    /// <param name="count">How many.</param>
    public ExamplePage Misread(ExampleSet set, int? label, int? prediction, int from, int count) => throw new NotSupportedException();
}
