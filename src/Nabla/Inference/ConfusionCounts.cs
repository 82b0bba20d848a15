namespace Nabla;

/// <summary>
/// How often each class was taken for each. Of many classes, only what happened is kept: the examples are fewer than the pairs of classes.
/// </summary>
internal sealed class ConfusionCounts
{
    /// <summary>The most classes whose pairs are all kept, 4 MiB of them.</summary>
    public const int MostClasses = 1024;

    private readonly int _width;
    private readonly int[] _matrix;
    private readonly Dictionary<(int Label, int Prediction), int>? _pairs;
    private readonly int[] _examples;

    /// <summary>No counts yet.</summary>
    /// <param name="classes">Number of classes; 0 for regression.</param>
    public ConfusionCounts(int classes)
    {
        Classes = classes;

        // A row a class, and in it a place for each class, after one for no answer.
        _width = classes + 1;
        bool isSmall = classes <= MostClasses;
        _matrix = isSmall ? new int[classes * _width] : [];
        _pairs = isSmall ? null : [];
        _examples = isSmall ? [] : new int[classes];
    }

    /// <summary>Number of classes; 0 for regression.</summary>
    public int Classes { get; }

    /// <summary>Examples whose class was seen.</summary>
    public int Correct => _pairs is null
        ? Enumerable.Range(0, Classes).Sum(c => this[c, c])
        : _pairs.Where(pair => pair.Key.Label == pair.Key.Prediction).Sum(pair => pair.Value);

    /// <summary>How often a class was taken for a class.</summary>
    public int this[int label, int prediction] =>
        _pairs is null ? _matrix[label * _width + 1 + prediction] : _pairs.GetValueOrDefault((label, prediction));

    /// <summary>Examples of a class.</summary>
    public int ExamplesOf(int label) => _pairs is null ? Enumerable.Range(label * _width, _width).Sum(at => _matrix[at]) : _examples[label];

    /// <summary>What happened at least once: class by class, and by what each was taken for.</summary>
    public IEnumerable<(int Label, int Prediction, int Count)> Pairs => _pairs is null
        ? from label in Enumerable.Range(0, Classes)
          from prediction in Enumerable.Range(0, Classes)
          where this[label, prediction] > 0
          select (label, prediction, this[label, prediction])
        : _pairs.OrderBy(pair => pair.Key).Select(pair => (pair.Key.Label, pair.Key.Prediction, pair.Value));

    /// <summary>Counts an example.</summary>
    /// <param name="label">Its class.</param>
    /// <param name="prediction">What it was taken for; −1 for nothing, where there was no answer.</param>
    public void Add(int label, int prediction)
    {
        if (_pairs is null)
        {
            _matrix[label * _width + 1 + prediction]++;
            return;
        }

        _examples[label]++;
        if (prediction >= 0) _pairs[(label, prediction)] = _pairs.GetValueOrDefault((label, prediction)) + 1;
    }

    /// <summary>All pairs.</summary>
    /// <exception cref="InvalidOperationException">There are too many classes for it.</exception>
    public int[,] ToMatrix()
    {
        if (_pairs is not null)
        {
            throw Refusal.Operation(
                $"A matrix of {Classes} × {Classes} classes is not made; at most {MostClasses} have one. Take the pairs that happened.");
        }

        int[,] matrix = new int[Classes, Classes];
        foreach (var (label, prediction, count) in Pairs) matrix[label, prediction] = count;
        return matrix;
    }
}
