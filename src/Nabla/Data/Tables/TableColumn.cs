using System.Globalization;

namespace Nabla;

/// <summary>The cells of a column: numbers as numbers, words once each.</summary>
internal sealed class TableColumn(string name)
{
    private static readonly string[] MissingMarks = ["", "?", "NA", "N/A", "null"];

    // 32-bit floats as long as they hold every number exactly, which those of a digit or two are: a cell of two bytes takes four.
    private LongList<float>? _floats = new();
    private readonly LongList<double> _numbers = new();

    // Only once there is a word: its place in the pool, the pool, and the place of each cell's word in it, or −1.
    private Dictionary<string, int>? _placeOf;
    private List<string>? _pool;
    private LongList<int>? _words;

    public string Name { get; } = name;

    public int WordCount { get; private set; }

    public int MissingCount { get; private set; }

    public void Add(string cell)
    {
        string text = cell.Trim();
        bool isMissing = MissingMarks.Contains(text, StringComparer.OrdinalIgnoreCase);
        double number = double.NaN;
        bool isNumber = !isMissing && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
        if (isMissing) MissingCount++;
        if (!isMissing && !isNumber) AddWord(text);
        else _words?.Add(-1);
        AddNumber(isNumber ? number : double.NaN);
    }

    public bool IsMissing(int row) => double.IsNaN(Number(row)) && !IsWord(row);

    public bool IsWord(int row) => _words is not null && _words[row] >= 0;

    /// <summary>The number of a cell; NaN where it is none.</summary>
    public double Number(int row) => _floats is { } floats ? floats[row] : _numbers[row];

    /// <summary>A cell as a category: its word, or its number written the shortest way.</summary>
    public string Text(int row) => IsWord(row) ? _pool![_words![row]] : Number(row).ToString("R", CultureInfo.InvariantCulture);

    private int Count => _floats?.Count ?? _numbers.Count;

    private void AddNumber(double number)
    {
        if (_floats is { } floats)
        {
            if (double.IsNaN(number) || BitConverter.DoubleToInt64Bits((float)number) == BitConverter.DoubleToInt64Bits(number))
            {
                floats.Add((float)number);
                return;
            }

            for (int i = 0; i < floats.Count; i++) _numbers.Add(floats[i]);
            _floats = null;
        }

        _numbers.Add(number);
    }

    private void AddWord(string text)
    {
        WordCount++;
        if (_words is null)
        {
            (_placeOf, _pool, _words) = (new(StringComparer.Ordinal), [], new LongList<int>());
            for (int i = 0; i < Count; i++) _words.Add(-1);
        }

        if (!_placeOf!.TryGetValue(text, out int place))
        {
            _placeOf[text] = place = _pool!.Count;
            _pool.Add(text);
        }

        _words.Add(place);
    }
}
