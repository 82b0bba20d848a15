namespace Nabla;

/// <summary>
/// Counts how outputs and classes agree, example by example. Areas under the curve need the scores of all examples at once: they are taken a
/// block of classes at a time, in as many passes over the examples as it takes to stay within the room.
/// </summary>
internal sealed class ClassTally
{
    /// <summary>Scores that are kept at once, 64 MiB of them.</summary>
    private const int MostScores = 1 << 24;

    /// <summary>Ranks that are counted: the report's top-k accuracy goes no further.</summary>
    private const int MostRanks = 5;

    private readonly Dataset _data;
    private readonly int[] _right, _seen, _examples, _ranks;
    private readonly Dictionary<int, double> _areas = [];
    private readonly int[] _judged;
    private float[] _scores = [];
    private int _from, _to, _passes;

    /// <summary>A tally of examples.</summary>
    /// <param name="data">The examples.</param>
    /// <param name="classes">Outputs of an example, at least as many as there are classes.</param>
    public ClassTally(Dataset data, int classes)
    {
        _data = data;
        (_right, _seen, _examples, _ranks) = (new int[classes], new int[classes], new int[classes], new int[Math.Min(classes, MostRanks)]);
        foreach (int label in data.Labels) _examples[label]++;
        _judged = [.. Enumerable.Range(0, classes).Where(c => _examples[c] > 0 && _examples[c] < data.Count)];
    }

    /// <summary>Begins a pass over all examples; false once none is needed.</summary>
    public bool Begin()
    {
        if (_passes > 0 && _to == _judged.Length) return false;
        _passes++;
        _from = _to;
        _to = Math.Min(_judged.Length, _from + Math.Max(1, MostScores / Math.Max(1, _data.Count)));
        if (_scores.Length < (_to - _from) * _data.Count) _scores = new float[(_to - _from) * _data.Count];
        return true;
    }

    /// <summary>Takes the outputs of one example.</summary>
    /// <param name="example">Which.</param>
    /// <param name="output">Its outputs.</param>
    public void Add(int example, ReadOnlySpan<float> output)
    {
        for (int c = _from; c < _to; c++) _scores[(c - _from) * _data.Count + example] = output[_judged[c]];
        if (_passes > 1) return;
        int label = _data.Labels[example], prediction = Evaluator.Largest(output), rank = 0;
        for (int j = 0; j < output.Length; j++)
        {
            if (output[j] > output[label] || (output[j] == output[label] && j < label)) rank++;
        }

        if (prediction < 0) return;
        _seen[prediction]++;
        if (rank < _ranks.Length) _ranks[rank]++;
        if (prediction == label) _right[label]++;
    }

    /// <summary>Ends a pass.</summary>
    public void End()
    {
        for (int c = _from; c < _to; c++)
        {
            var scores = _scores.AsMemory((c - _from) * _data.Count, _data.Count);
            if (!scores.Span.Contains(float.NaN)) _areas[_judged[c]] = AreaUnderCurve(scores, _judged[c]);
        }
    }

    /// <summary>What was found, once there is no further pass.</summary>
    public ClassificationReport Report()
    {
        _scores = [];
        int within = 0;
        return new ClassificationReport
        {
            TopAccuracy = [.. _ranks.Select(count => (double)(within += count) / _data.Count)],
            Classes = new Reports(this),
        };
    }

    /// <summary>
    /// The probability that an example of the class has a larger output than one of another class, ties counting half: the rank sum of Mann and
    /// Whitney (1947), which is the area under the receiver operating characteristic (Fawcett 2006).
    /// </summary>
    private double AreaUnderCurve(ReadOnlyMemory<float> scores, int c)
    {
        var ordered = Enumerable.Range(0, _data.Count).Select(i => (Score: scores.Span[i], Positive: _data.Labels[i] == c))
            .OrderBy(example => example.Score).ToList();
        double positives = _examples[c], negatives = ordered.Count - positives, rankSum = 0;
        for (int from = 0, to; from < ordered.Count; from = to)
        {
            for (to = from + 1; to < ordered.Count && ordered[to].Score == ordered[from].Score;) to++;
            double rank = (from + 1 + to) / 2.0;
            for (int i = from; i < to; i++) rankSum += ordered[i].Positive ? rank : 0;
        }

        return (rankSum - positives * (positives + 1) / 2) / (positives * negatives);
    }

    private ClassReport Of(int c) => new(
        c, _examples[c], Ratio(_right[c], _seen[c]), Ratio(_right[c], _examples[c]), Ratio(2 * _right[c], _seen[c] + _examples[c]),
        _areas.TryGetValue(c, out double area) ? area : null);

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    // A report is made when it is asked for: of millions of outputs, few have examples.
    private sealed class Reports(ClassTally tally) : IReadOnlyList<ClassReport>
    {
        public int Count => tally._examples.Length;

        public ClassReport this[int index] => tally.Of(index);

        public IEnumerator<ClassReport> GetEnumerator() => Enumerable.Range(0, Count).Select(tally.Of).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
