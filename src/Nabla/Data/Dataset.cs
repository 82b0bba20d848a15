namespace Nabla;

/// <summary>
/// Examples to learn from or to be tested on: inputs, and for each a class or, for regression, the numbers that should come out.
/// Images stay bytes in memory, or in a file mapped into memory, and become <c>x/255</c> only where they are used.
/// </summary>
/// <remarks>
/// A data set is a value: it keeps copies of what it is given, so that nothing changes after it was looked through, and any number of
/// threads may share it.
/// </remarks>
public sealed class Dataset
{
    private readonly byte[]? _pixels;
    private readonly MappedPixels? _mapped;
    private readonly float[]? _values;
    private readonly int[] _labels;
    private readonly float[]? _targets;
    private readonly Lazy<LitPixels?> _litPixels;

    private Dataset(byte[]? pixels, MappedPixels? mapped, float[]? values, int[] labels, float[]? targets, int inputs, int classes, int outputs)
    {
        _pixels = pixels;
        _mapped = mapped;
        _values = values;
        _labels = labels;
        _targets = targets;
        Inputs = inputs;
        Classes = classes;
        Outputs = outputs;
        _litPixels = new Lazy<LitPixels?>(() => pixels is null ? null : LitPixels.Of(pixels, inputs, LitPixels.MostBytes));
    }

    /// <summary>A short name to print, such as <c>MNIST</c>.</summary>
    public string Name { get; init; } = "data";

    /// <summary>Number of examples.</summary>
    public int Count => _targets is null ? _labels.Length : _targets.Length / Outputs;

    /// <summary>Number of inputs of an example.</summary>
    public int Inputs { get; }

    /// <summary>Number of classes; labels are 0 to <c>Classes − 1</c>. 0 for regression.</summary>
    public int Classes { get; }

    /// <summary>Outputs that a network for these examples has: one a class, or one a target number.</summary>
    public int Outputs { get; }

    /// <summary>What a network must know of them to fit them.</summary>
    public DataShape Shape => new(Name, Inputs, Outputs, IsRegression);

    /// <summary>Whether the targets are numbers (regression), not classes.</summary>
    public bool IsRegression => _targets is not null;

    /// <summary>What the classes are called, one name a class; null where they have no names but their numbers.</summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>Width of an image in pixels; 0 when the inputs are not an image.</summary>
    public int Width { get; private init; }

    /// <summary>Height of an image in pixels; 0 when the inputs are not an image.</summary>
    public int Height { get; private init; }

    /// <summary>The class of each example; empty for regression.</summary>
    public ReadOnlySpan<int> Labels => _labels;

    /// <summary>The target numbers, <see cref="Outputs"/> an example, example after example; empty for classes.</summary>
    public ReadOnlySpan<float> Targets => _targets;

    /// <summary>Whether the inputs are pixels, held as bytes.</summary>
    public bool IsImages => _pixels is not null || _mapped is not null;

    /// <summary>
    /// All pixels, image after image, row by row; empty when the inputs are not images. Of a mapped file, valid as long as this
    /// data set can be reached.
    /// </summary>
    /// <exception cref="InvalidOperationException">There are more than 2³¹ − 1; take them image by image.</exception>
    public ReadOnlySpan<byte> Pixels => _mapped is null ? _pixels : _mapped.All;

    /// <summary>All inputs, example after example; empty when the inputs are images.</summary>
    public ReadOnlySpan<float> Values => _values;

    /// <summary>The pixels that are not dark, listed once; null when the inputs are not images, or the images are huge.</summary>
    internal LitPixels? LitPixels => _litPixels.Value;

    /// <summary>One example, its input as numbers and its label as one-hot target.</summary>
    /// <param name="index">Which, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is not in [0, <see cref="Count"/>).</exception>
    public Example this[int index]
    {
        get
        {
            CheckIndex(index);
            float[] input = new float[Inputs];
            CopyInput(index, input);
            float[] target = new float[Outputs];
            if (IsRegression) Target(index).CopyTo(target);
            else target[_labels[index]] = 1;
            return new Example(input, target, Label(index));
        }
    }

    /// <summary>Images of one size, 8 bits a pixel, 0 the background.</summary>
    /// <param name="pixels">All images, one after the other, row by row; copied.</param>
    /// <param name="labels">The class of each image; copied.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="classes">Number of classes.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together, or a label is not a class.</exception>
    public static Dataset FromImages(ReadOnlySpan<byte> pixels, ReadOnlySpan<int> labels, int width, int height, int classes) =>
        TakeImages(pixels.ToArray(), labels.ToArray(), width, height, classes);

    /// <summary>The same of arrays that nobody else has, without a copy.</summary>
    internal static Dataset TakeImages(byte[] pixels, int[] labels, int width, int height, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if ((long)width * height > int.MaxValue) throw Refusal.Argument($"Images of {width}×{height} pixels are too large: {int.MaxValue:N0} pixels are the most.");
        CheckShape(pixels.Length, labels, width * height, classes);
        return new Dataset(pixels, null, null, labels, null, width * height, classes, classes) { Width = width, Height = height };
    }

    /// <summary>Images that stay in a file.</summary>
    internal static Dataset FromMapped(MappedPixels pixels, int[] labels, int width, int height, int classes)
    {
        CheckLabels(labels, classes);
        return new Dataset(null, pixels, null, labels, null, width * height, classes, classes) { Width = width, Height = height };
    }

    /// <summary>Examples of any numbers.</summary>
    /// <param name="values">All inputs, example after example; copied.</param>
    /// <param name="labels">The class of each example; copied.</param>
    /// <param name="inputs">Number of inputs of an example.</param>
    /// <param name="classes">Number of classes.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together, an input is not a finite number, or a label is not a class.</exception>
    public static Dataset FromValues(ReadOnlySpan<float> values, ReadOnlySpan<int> labels, int inputs, int classes) =>
        TakeValues(values.ToArray(), labels.ToArray(), inputs, classes);

    /// <summary>The same of arrays that nobody else has, without a copy.</summary>
    internal static Dataset TakeValues(float[] values, int[] labels, int inputs, int classes)
    {
        CheckShape(values.Length, labels, inputs, classes);
        CheckFinite(values, inputs, $"An input", $"inputs");
        return new Dataset(null, null, values, labels, null, inputs, classes, classes);
    }

    /// <summary>Examples of any numbers, for regression.</summary>
    /// <param name="values">All inputs, example after example; copied.</param>
    /// <param name="targets">What should come out, example after example; copied.</param>
    /// <param name="inputs">Number of inputs of an example.</param>
    /// <param name="outputs">Number of target numbers of an example.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together, or an input or a target is not a finite number.</exception>
    public static Dataset FromValues(ReadOnlySpan<float> values, ReadOnlySpan<float> targets, int inputs, int outputs) =>
        TakeValues(values.ToArray(), targets.ToArray(), inputs, outputs);

    /// <summary>The same of arrays that nobody else has, without a copy.</summary>
    internal static Dataset TakeValues(float[] values, float[] targets, int inputs, int outputs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        if (targets.Length % outputs != 0 || values.LongLength * outputs != targets.LongLength * inputs)
            throw Refusal.Argument($"{values.Length} numbers in examples of {inputs} do not fit {targets.Length} targets, {outputs} an example.");
        CheckFinite(values, inputs, $"An input", $"inputs");
        CheckFinite(targets, outputs, $"A target", $"targets");
        return new Dataset(null, null, values, [], targets, inputs, 0, outputs);
    }

    /// <summary>Gathers examples row by row.</summary>
    /// <param name="rows">The inputs of each example, as many as the first has, and its class.</param>
    /// <param name="classes">Number of classes.</param>
    /// <exception cref="ArgumentException">There is no row, one is of another length, or a label is not a class.</exception>
    public static Dataset FromRows(IEnumerable<(float[] Input, int Label)> rows, int classes)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var labels = new List<int>();
        var (values, inputs) = Gather(rows.Select(row =>
        {
            labels.Add(row.Label);
            return row.Input;
        }), $"inputs");
        return TakeValues(values, [.. labels], inputs, classes);
    }

    /// <summary>Gathers examples for regression row by row.</summary>
    /// <param name="rows">The inputs of each example and what should come out, each as many as the first has.</param>
    /// <exception cref="ArgumentException">There is no row, or one is of another length.</exception>
    public static Dataset FromRows(IEnumerable<(float[] Input, float[] Target)> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var targets = new List<float[]>();
        var (values, inputs) = Gather(rows.Select(row =>
        {
            targets.Add(row.Target);
            return row.Input;
        }), $"inputs");
        var (numbers, outputs) = Gather(targets, $"targets");
        return TakeValues(values, numbers, inputs, outputs);
    }

    /// <summary>The class of one example; −1 for regression.</summary>
    /// <param name="index">Which, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is not in [0, <see cref="Count"/>); so of everything that is asked about one example.</exception>
    public int Label(int index)
    {
        CheckIndex(index);
        return _targets is null ? _labels[index] : -1;
    }

    /// <summary>The target numbers of one example, for regression.</summary>
    /// <param name="index">Which, from 0.</param>
    /// <exception cref="InvalidOperationException">The targets are classes.</exception>
    public ReadOnlySpan<float> Target(int index)
    {
        if (_targets is null) throw Refusal.Operation($"The targets of '{Printable.Path(Name)}' are classes, not numbers.");
        CheckIndex(index);
        return _targets.AsSpan(index * Outputs, Outputs);
    }

    /// <summary>The pixels of one image; of a mapped file, valid as long as this data set can be reached.</summary>
    /// <param name="index">Which, from 0.</param>
    /// <exception cref="InvalidOperationException">The inputs are not images.</exception>
    public ReadOnlySpan<byte> Image(int index)
    {
        CheckIndex(index);
        return _pixels is not null ? _pixels.AsSpan(index * Inputs, Inputs)
            : _mapped is not null ? _mapped.Slice((long)index * Inputs, Inputs)
            : throw Refusal.Operation($"The inputs of '{Printable.Path(Name)}' are numbers, not images.");
    }

    /// <summary>The numbers of one input; none where the inputs are images.</summary>
    internal ReadOnlySpan<float> Input(int index)
    {
        CheckIndex(index);
        return _values.AsSpan(index * Inputs, Inputs);
    }

    /// <summary>Writes the inputs of one example, pixels scaled to [0, 1].</summary>
    /// <param name="index">Which, from 0.</param>
    /// <param name="destination">At least <see cref="Inputs"/> numbers.</param>
    /// <exception cref="ArgumentException">There is less room.</exception>
    public void CopyInput(int index, Span<float> destination)
    {
        if (destination.Length < Inputs) throw Refusal.Argument($"An input of '{Printable.Path(Name)}' has {Inputs} numbers; there is room for {destination.Length}.");
        if (_values is not null)
        {
            Input(index).CopyTo(destination);
            return;
        }

        var image = Image(index);
        for (int i = 0; i < image.Length; i++) destination[i] = image[i] / 255f;
        GC.KeepAlive(this);
    }

    /// <summary>The first examples, in order; all of them where there are fewer.</summary>
    /// <param name="count">How many.</param>
    public Dataset Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return count >= Count ? this : Select([.. Enumerable.Range(0, count)]);
    }

    /// <summary>
    /// Divides the examples in two, keeping the share of every class where there are classes: those to learn from, and a part set aside, drawn by the seed. Both keep
    /// the order of the whole.
    /// </summary>
    /// <param name="part">The part to set aside, in [0, 1).</param>
    /// <param name="seed">Decides which.</param>
    /// <returns>The examples to learn from, and those set aside; null where the part comes to none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="part"/> is not in [0, 1), or nothing would be left.</exception>
    public (Dataset Kept, Dataset? Aside) Split(double part, ulong seed)
    {
        var (kept, aside) = StratifiedSplit.Of(Count, Label, part, seed);
        return aside.Length == 0 ? (this, null) : (Select(kept), Select(aside));
    }

    /// <summary>Some of the examples, in a chosen order.</summary>
    /// <param name="indices">Which, each from 0 to <c>Count − 1</c>.</param>
    /// <exception cref="ArgumentException">There are more of them than fit into memory.</exception>
    public Dataset Select(ReadOnlySpan<int> indices)
    {
        long numbers = (long)indices.Length * Math.Max(Inputs, Outputs);
        if (numbers > Array.MaxLength)
            throw Refusal.Argument($"{indices.Length:N0} examples of '{Printable.Path(Name)}' have {numbers:N0} numbers; {Array.MaxLength:N0} are the most. Take fewer.");
        byte[]? pixels = IsImages ? new byte[indices.Length * Inputs] : null;
        float[]? values = _values is null ? null : new float[indices.Length * Inputs];
        int[] labels = _targets is null ? new int[indices.Length] : [];
        float[]? targets = _targets is null ? null : new float[indices.Length * Outputs];
        for (int i = 0; i < indices.Length; i++)
        {
            if (pixels is not null) Image(indices[i]).CopyTo(pixels.AsSpan(i * Inputs));
            if (values is not null) Input(indices[i]).CopyTo(values.AsSpan(i * Inputs));
            if (targets is null) labels[i] = Label(indices[i]);
            else Target(indices[i]).CopyTo(targets.AsSpan(i * Outputs));
        }

        return Like(pixels, null, values, labels, targets);
    }

    /// <summary>
    /// Weights that make all classes count alike in all: <c>n/(K·n_c)</c> for a class of n_c of the n examples, K the number of classes.
    /// A class without examples has 1.
    /// </summary>
    public IReadOnlyList<double> BalancedClassWeights()
    {
        int[] counts = new int[Classes];
        foreach (int label in _labels) counts[label]++;
        return [.. counts.Select(count => count == 0 ? 1 : (double)Count / ((double)Classes * count))];
    }

    /// <summary>The same images with rows and columns exchanged, as EMNIST keeps its own.</summary>
    /// <exception cref="InvalidOperationException">The inputs are not images.</exception>
    /// <exception cref="ArgumentException">There are more of them than fit into memory.</exception>
    public Dataset Transposed()
    {
        if ((long)Count * Inputs > Array.MaxLength)
            throw Refusal.Argument($"{Count:N0} examples of '{Printable.Path(Name)}' have {(long)Count * Inputs:N0} numbers; {Array.MaxLength:N0} are the most. Take fewer.");
        byte[] pixels = new byte[Count * Inputs];
        for (int i = 0; i < Count; i++)
        {
            var image = Image(i);
            for (int p = 0; p < Inputs; p++) pixels[i * Inputs + p % Width * Height + p / Width] = image[p];
        }

        return TakeImages(pixels, _labels, Height, Width, Classes).Named(Name, ClassNames);
    }

    /// <summary>The same inputs with other labels of the same classes.</summary>
    /// <param name="labels">A class for each example; copied.</param>
    /// <exception cref="ArgumentException">The targets are numbers, there are more or fewer labels than examples, or one is not a class.</exception>
    public Dataset WithLabels(ReadOnlySpan<int> labels)
    {
        if (IsRegression) throw Refusal.Argument($"The targets of '{Printable.Path(Name)}' are numbers; there are no classes.");
        CheckLabels(labels, Classes);
        if (labels.Length != Count) throw Refusal.Argument($"{labels.Length} labels do not fit {Count} examples.");
        return Like(_pixels, _mapped, _values, labels.ToArray(), null);
    }

    /// <summary>The same examples under another name.</summary>
    internal Dataset Named(string name, IReadOnlyList<string>? classNames = null) => Like(_pixels, _mapped, _values, _labels, _targets, name, classNames);

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Name}: {Count:N0} examples, {(IsImages ? $"{Width}×{Height} pixels" : $"{Inputs} inputs")}, "
            + $"{(IsRegression ? $"{Outputs} target{(Outputs == 1 ? "" : "s")}" : $"{Classes} classes")}";

    private Dataset Like(
        byte[]? pixels, MappedPixels? mapped, float[]? values, int[] labels, float[]? targets, string? name = null, IReadOnlyList<string>? classNames = null) =>
        new(pixels, mapped, values, labels, targets, Inputs, Classes, Outputs)
        {
            Name = name ?? Name,
            Width = Width,
            Height = Height,
            ClassNames = classNames ?? ClassNames,
        };

    private static (float[] Values, int Length) Gather(IEnumerable<float[]> rows, Said what)
    {
        var values = new List<float>();
        int length = 0, count = 0;
        foreach (float[] row in rows)
        {
            if (row is null) throw Refusal.Argument($"The {what} of row {count} are null.");
            if (count++ == 0) length = row.Length;
            if (row.Length != length) throw Refusal.Argument($"Row {count - 1} has {row.Length} {what}, but the first has {length}.");
            values.AddRange(row);
        }

        return count > 0 ? ([.. values], length) : throw Refusal.Argument($"There are no rows.");
    }

    private void CheckIndex(int index)
    {
        if ((uint)index >= (uint)Count) throw Refusal.Range(nameof(index), index, $"The examples of '{Printable.Path(Name)}' are numbered from 0 to {Count - 1}.");
    }

    // A number that is none would be one in every sum.
    private static void CheckFinite(ReadOnlySpan<float> numbers, int perExample, Said what, Said all)
    {
        int at = numbers.IndexOfAnyExceptInRange(float.MinValue, float.MaxValue);
        if (at >= 0) throw Refusal.Argument($"{what} of example {at / perExample} is {numbers[at]}; {all} are finite numbers.");
    }

    private static void CheckShape(int length, int[] labels, int inputs, int classes)
    {
        CheckLabels(labels, classes);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        if (length != (long)labels.Length * inputs)
            throw Refusal.Argument($"{labels.Length} labels of {inputs} inputs each need {(long)labels.Length * inputs} numbers; {length} were given.");
    }

    private static void CheckLabels(ReadOnlySpan<int> labels, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        for (int i = 0; i < labels.Length; i++)
        {
            if ((uint)labels[i] >= (uint)classes)
                throw Refusal.Argument($"Label {labels[i]} of example {i} is not a class from 0 to {classes - 1}.");
        }
    }
}
