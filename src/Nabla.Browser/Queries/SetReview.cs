namespace Nabla.Browser;

/// <summary>What the network makes of every example of a set at a moment, found in slices.</summary>
internal sealed class SetReview(ExampleSet set, long step, Network network, Dataset data, Cost cost)
{
    private const int Bins = 40;

    // One slot, as the cost of each example is wanted by itself.
    private readonly IForwardKernel _kernel = NetworkKernel.Forward(network, cost, slots: 1);
    private readonly JudgedExample[] _examples = new JudgedExample[data.Count];
    private int _done;

    public double Done => (double)_done / data.Count;

    public bool Advance(Slice slice)
    {
        while (_done < data.Count && !slice.IsOver)
        {
            _kernel.SetExamples(data, [_done]);
            _kernel.Forward(1);
            var output = _kernel.Output(0);
            int seen = Evaluator.Largest(output);
            _examples[_done] = new JudgedExample(_done, data.Label(_done), seen, seen < 0 ? float.NaN : output[seen], _kernel.CostSum(1));
            _done++;
        }

        return _done == data.Count;
    }

    public void Finish()
    {
        while (!Advance(new Slice(1000)))
        {
        }
    }

    public Review Result()
    {
        int correct = _examples.Count(example => example.Prediction == example.Label);
        double largest = _examples.Max(example => example.Cost);
        int[][] confusion = [.. Enumerable.Range(0, network.Outputs).Select(_ => new int[network.Outputs])];
        foreach (var example in _examples.Where(example => example.Prediction >= 0)) confusion[example.Label][example.Prediction]++;
        return new Review(
            set, step, data.Count, _examples.Average(example => example.Cost), largest, correct, (double)correct / data.Count, confusion, Histogram(largest));
    }

    public ExamplePage Costliest(int from, int count) => Page(_examples.OrderByDescending(example => example.Cost), from, count);

    public ExamplePage TakenFor(int label, int prediction, int from, int count) => Page(
        _examples.Where(example => example.Label == label && example.Prediction == prediction).OrderByDescending(example => example.Confidence),
        from, count);

    public ExamplePage Misread(int? label, int? prediction, int from, int count) => Page(
        _examples.Where(example => example.Prediction != example.Label
                && (label is null || example.Label == label) && (prediction is null || example.Prediction == prediction))
            .OrderByDescending(example => example.Confidence),
        from, count);

    private HistogramBin[] Histogram(double largest)
    {
        double width = (largest > 0 ? largest : 1) / Bins;
        int[] counts = new int[Bins];
        foreach (var example in _examples) counts[Math.Min(Bins - 1, (int)(example.Cost / width))]++;
        return [.. counts.Select((count, i) => new HistogramBin(i * width, (i + 1) * width, count))];
    }

    private static ExamplePage Page(IEnumerable<JudgedExample> examples, int from, int count)
    {
        if (from < 0 || count is < 1 or > 1000) throw Refusal.Argument($"A page begins at 0 or later and has 1 to 1,000 examples, not {count} from {from} on.");
        JudgedExample[] all = [.. examples];
        return new ExamplePage(all.Length, from, [.. all.Skip(from).Take(count)]);
    }
}
