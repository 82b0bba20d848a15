namespace Nabla.Browser;

/// <summary>The data sets that are here, by name.</summary>
internal sealed class DataShelf
{
    /// <summary>The built-in digits.</summary>
    public const string Digits = "digits";

    private const int MostDigits = 100_000;

    private readonly Dictionary<string, (Dataset Train, Dataset Test)> _sets = new(StringComparer.Ordinal);
    private DigitsUnderWay? _digits;

    /// <summary>Sets that can come from files. Their names alone: the catalogue would bring mirrors and digests into the page.</summary>
    public static IReadOnlyList<string> Published { get; } = ["mnist", "fashion-mnist", "kmnist"];

    /// <summary>All that a run can have.</summary>
    public static IReadOnlyList<string> All { get; } = [Digits, .. Published];

    public DataInfo Info => new(
    [
        .. _sets.Select(set => new DataSetInfo(
            set.Key, set.Value.Train.Count, set.Value.Test.Count, set.Value.Train.Width, set.Value.Train.Height, set.Value.Train.Classes)),
    ]);

    /// <summary>What <c>auto</c> means now.</summary>
    public string Usual => _sets.ContainsKey(Published[0]) ? Published[0] : Digits;

    /// <summary>Draws more digits; the set changes only when all are there.</summary>
    public double Draw(int train, int test, Slice slice)
    {
        if (train is < 1 or > MostDigits || test is < 1 or > MostDigits)
            throw Refusal.Argument($"Of digits there can be 1 to {MostDigits:N0} to learn from and as many to test; {train} and {test} were asked for.");
        bool isHere = _sets.TryGetValue(Digits, out var now);
        if (isHere && now.Train.Count >= train && now.Test.Count >= test) return 1;
        if (isHere) (train, test) = (Math.Max(train, now.Train.Count), Math.Max(test, now.Test.Count));
        if (_digits?.IsFor(train, test) != true) _digits = new DigitsUnderWay(train, test, isHere ? now : null);
        if (!_digits.Advance(slice)) return _digits.Done;
        _sets[Digits] = _digits.Result();
        _digits = null;
        return 1;
    }

    public void Add(string name, byte[] trainImages, byte[] trainLabels, byte[] testImages, byte[] testLabels)
    {
        if (!Published.Contains(name)) throw Refusal.Argument($"There is no data set '{name}' that comes from files. Known: {Said.Names([.. Published])}.");
        var set = Idx.Read(name, trainImages, trainLabels, testImages, testLabels, minimumClasses: 10);
        if (set.Train.Width * set.Train.Height != 784 || set.Train.Classes != 10)
        {
            throw Refusal.Data($"The files hold images of {set.Train.Width}×{set.Train.Height} pixels in {set.Train.Classes} classes; "
                + $"'{name}' has 28×28 in 10.");
        }

        _sets[name] = set;
    }

    /// <summary>The first examples of a set; null where there are too few.</summary>
    public (Dataset Train, Dataset Test)? Find(string name, int? train, int? test)
    {
        if (!_sets.TryGetValue(name, out var set)) return null;
        // Of digits there are always more; a published set ends.
        if (name == Digits && (set.Train.Count < train || set.Test.Count < test)) return null;
        return (set.Train.Take(train ?? set.Train.Count), set.Test.Take(test ?? set.Test.Count));
    }
}
