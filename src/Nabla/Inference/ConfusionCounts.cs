namespace Nabla;

/// <summary>
/// How often each class was taken for each. Of many classes, only what happened is kept: the examples are fewer than the pairs of classes.
/// </summary>
internal sealed class ConfusionCounts
{
    /// <summary>The most classes whose pairs are all kept, 4 MiB of them.</summary>
    public const int MostClasses = 1024;

    private readonly int[,] _matrix;
    private readonly Dictionary<(int Label, int Prediction), int>? _pairs;
    private readonly int[] _examples;

    /// <summary>No counts yet.</summary>
    /// <param name="classes">Number of classes; 0 for regression.</param>
    public ConfusionCounts(int classes)
    {
        bool isSmall = classes <= MostClasses;
        _matrix = isSmall ? new int[classes, classes] : new int[0, 0];
        _pairs = isSmall ? null : [];
        _examples = new int[classes];
    }

    /// <summary>Examples whose class was seen.</summary>
    public int Correct { get; private set; }

    /// <summary>How often a class was taken for a class.</summary>
    public int this[int label, int prediction] => _pairs is null ? _matrix[label, prediction] : _pairs.GetValueOrDefault((label, prediction));

    /// <summary>Examples of a class.</summary>
    public int ExamplesOf(int label) => _examples[label];

    /// <summary>What happened at least once: class by class, and by what each was taken for.</summary>
    public IEnumerable<(int Label, int Prediction, int Count)> Pairs => _pairs is null
        ? from label in Enumerable.Range(0, _examples.Length)
          from prediction in Enumerable.Range(0, _examples.Length)
          where _matrix[label, prediction] > 0
          select (label, prediction, _matrix[label, prediction])
        : _pairs.OrderBy(pair => pair.Key).Select(pair => (pair.Key.Label, pair.Key.Prediction, pair.Value));

    /// <summary>Counts an example.</summary>
    /// <param name="label">Its class.</param>
    /// <param name="prediction">What it was taken for; −1 for nothing, where there was no answer.</param>
    public void Add(int label, int prediction)
    {
        _examples[label]++;
        if (prediction < 0) return;
        if (label == prediction) Correct++;
        if (_pairs is null) _matrix[label, prediction]++;
        else _pairs[(label, prediction)] = _pairs.GetValueOrDefault((label, prediction)) + 1;
    }

    /// <summary>All pairs.</summary>
    /// <exception cref="InvalidOperationException">There are too many classes for it.</exception>
    public int[,] ToMatrix() => _pairs is null ? _matrix : throw new InvalidOperationException(
        $"A matrix of {_examples.Length} × {_examples.Length} classes is not made; at most {MostClasses} have one. Take the pairs that happened.");
}
