namespace Nabla.Browser;

/// <summary>Built-in digits that are being drawn, the same ones as <see cref="Digits.Load"/> gives.</summary>
internal sealed class DigitsUnderWay
{
    private const int Pixels = ImageNormalizer.Size * ImageNormalizer.Size;
    private const ulong Seed = 1;

    private readonly DigitPainter _painter = new();
    private readonly Part _train;
    private readonly Part _test;
    private readonly int _already;

    /// <param name="train">How many to learn from.</param>
    /// <param name="test">How many to be tested on.</param>
    /// <param name="from">The first of them, where those are drawn already.</param>
    public DigitsUnderWay(int train, int test, (Dataset Train, Dataset Test)? from)
    {
        _train = new Part(RngStream.TrainDigits, train, from?.Train);
        _test = new Part(RngStream.TestDigits, test, from?.Test);
        _already = _train.Drawn + _test.Drawn;
    }

    /// <summary>The part that is done, 0 to 1.</summary>
    public double Done => (double)(_train.Drawn + _test.Drawn - _already) / (_train.Count + _test.Count - _already);

    public bool IsFor(int train, int test) => _train.Count == train && _test.Count == test;

    /// <summary>Draws until all are there or the time is up.</summary>
    public bool Advance(Slice slice)
    {
        while (!slice.IsOver)
        {
            if (!_train.DrawNext(_painter) && !_test.DrawNext(_painter)) return true;
        }

        return _train.Drawn == _train.Count && _test.Drawn == _test.Count;
    }

    public (Dataset Train, Dataset Test) Result() => (_train.Result(), _test.Result());

    private sealed class Part
    {
        private readonly ulong _stream;
        private readonly byte[] _pixels;
        private readonly int[] _labels;

        public Part(ulong stream, int count, Dataset? from)
        {
            _stream = stream;
            _pixels = new byte[count * Pixels];
            _labels = new int[count];
            if (from is null) return;
            from.Pixels.CopyTo(_pixels);
            from.Labels.CopyTo(_labels);
            Drawn = from.Count;
        }

        public int Count => _labels.Length;

        public int Drawn { get; private set; }

        public bool DrawNext(DigitPainter painter)
        {
            if (Drawn == Count) return false;
            _labels[Drawn] = Digits.DrawOne(painter, Seed, _stream, Drawn, _pixels.AsSpan(Drawn * Pixels, Pixels));
            Drawn++;
            return true;
        }

        public Dataset Result() => Digits.Gather(_pixels, _labels);
    }
}
