namespace Nabla;

/// <summary>
/// Examples to learn from or to be tested on: inputs, and the class of each. Images stay bytes in memory and
/// become <c>x/255</c> only where they are used.
/// </summary>
public sealed class Dataset
{
    private readonly byte[]? _pixels;
    private readonly float[]? _values;
    private readonly int[] _labels;
    private readonly Lazy<LitPixels?> _litPixels;

    private Dataset(byte[]? pixels, float[]? values, int[] labels, int inputs, int classes)
    {
        _pixels = pixels;
        _values = values;
        _labels = labels;
        Inputs = inputs;
        Classes = classes;
        _litPixels = new Lazy<LitPixels?>(() => pixels is null || inputs > ushort.MaxValue + 1 ? null : new LitPixels(pixels, inputs));
    }

    /// <summary>A short name to print, such as <c>MNIST</c>.</summary>
    public string Name { get; init; } = "data";

    /// <summary>Number of examples.</summary>
    public int Count => _labels.Length;

    /// <summary>Number of inputs of an example.</summary>
    public int Inputs { get; }

    /// <summary>Number of classes; labels are 0 to <c>Classes − 1</c>.</summary>
    public int Classes { get; }

    /// <summary>Width of an image in pixels; 0 when the inputs are not an image.</summary>
    public int Width { get; private init; }

    /// <summary>Height of an image in pixels; 0 when the inputs are not an image.</summary>
    public int Height { get; private init; }

    /// <summary>The class of each example.</summary>
    public ReadOnlySpan<int> Labels => _labels;

    /// <summary>Whether the inputs are pixels, held as bytes.</summary>
    public bool IsImages => _pixels is not null;

    /// <summary>All pixels, image after image, row by row; empty when the inputs are not images.</summary>
    public ReadOnlySpan<byte> Pixels => _pixels;

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
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            float[] input = new float[Inputs];
            CopyInput(index, input);
            float[] target = new float[Classes];
            target[_labels[index]] = 1;
            return new Example(input, target, _labels[index]);
        }
    }

    /// <summary>Images of one size, 8 bits a pixel, 0 the background.</summary>
    /// <param name="pixels">All images, one after the other, row by row. The array is used, not copied.</param>
    /// <param name="labels">The class of each image.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="classes">Number of classes.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together, or a label is not a class.</exception>
    public static Dataset FromImages(byte[] pixels, int[] labels, int width, int height, int classes)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        CheckShape(pixels.Length, labels, checked(width * height), classes);
        return new Dataset(pixels, null, labels, width * height, classes) { Width = width, Height = height };
    }

    /// <summary>Examples of any numbers.</summary>
    /// <param name="values">All inputs, example after example. The array is used, not copied.</param>
    /// <param name="labels">The class of each example.</param>
    /// <param name="inputs">Number of inputs of an example.</param>
    /// <param name="classes">Number of classes.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together, or a label is not a class.</exception>
    public static Dataset FromValues(float[] values, int[] labels, int inputs, int classes)
    {
        ArgumentNullException.ThrowIfNull(values);
        CheckShape(values.Length, labels, inputs, classes);
        return new Dataset(null, values, labels, inputs, classes);
    }

    /// <summary>The pixels of one image.</summary>
    /// <param name="index">Which, from 0.</param>
    /// <exception cref="InvalidOperationException">The inputs are not images.</exception>
    public ReadOnlySpan<byte> Image(int index) => _pixels is null
        ? throw new InvalidOperationException($"The inputs of '{Name}' are numbers, not images.")
        : _pixels.AsSpan(index * Inputs, Inputs);

    /// <summary>Writes the inputs of one example, pixels scaled to [0, 1].</summary>
    /// <param name="index">Which, from 0.</param>
    /// <param name="destination">At least <see cref="Inputs"/> numbers.</param>
    public void CopyInput(int index, Span<float> destination)
    {
        if (_values is not null)
        {
            _values.AsSpan(index * Inputs, Inputs).CopyTo(destination);
            return;
        }

        var image = Image(index);
        for (int i = 0; i < image.Length; i++) destination[i] = image[i] / 255f;
    }

    /// <summary>The first examples, in order; all of them where there are fewer.</summary>
    /// <param name="count">How many.</param>
    public Dataset Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        count = Math.Min(count, Count);
        return new Dataset(_pixels?[..(count * Inputs)], _values?[..(count * Inputs)], _labels[..count], Inputs, Classes)
        {
            Name = Name,
            Width = Width,
            Height = Height,
        };
    }

    /// <summary>
    /// Divides the examples in two, keeping the share of every class: those to learn from, and a part set aside, drawn by the seed. Both keep
    /// the order of the whole.
    /// </summary>
    /// <param name="part">The part to set aside, in [0, 1).</param>
    /// <param name="seed">Decides which.</param>
    /// <returns>The examples to learn from, and those set aside; null where the part comes to none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="part"/> is not in [0, 1), or nothing would be left.</exception>
    public (Dataset Kept, Dataset? Aside) Split(double part, ulong seed)
    {
        if (!(part is >= 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(part), part, "It must be at least 0 and less than 1.");
        bool[] aside = new bool[Count];
        var rng = new Rng(seed, RngStream.Split);
        foreach (var group in Enumerable.Range(0, Count).GroupBy(i => _labels[i]).OrderBy(group => group.Key))
        {
            int[] members = [.. group];
            rng.Shuffle<int>(members);
            foreach (int i in members.AsSpan(0, (int)Math.Round(part * members.Length, MidpointRounding.AwayFromZero))) aside[i] = true;
        }

        int[] taken = [.. Enumerable.Range(0, Count).Where(i => aside[i])];
        if (taken.Length == 0) return (this, null);
        if (taken.Length == Count) throw new ArgumentOutOfRangeException(nameof(part), part, "It leaves no example to learn from.");
        return (Select([.. Enumerable.Range(0, Count).Where(i => !aside[i])]), Select(taken));
    }

    /// <summary>Some of the examples, in a chosen order.</summary>
    /// <param name="indices">Which, each from 0 to <c>Count − 1</c>.</param>
    public Dataset Select(ReadOnlySpan<int> indices)
    {
        byte[]? pixels = _pixels is null ? null : new byte[(long)indices.Length * Inputs];
        float[]? values = _values is null ? null : new float[(long)indices.Length * Inputs];
        int[] labels = new int[indices.Length];
        for (int i = 0; i < indices.Length; i++)
        {
            labels[i] = _labels[indices[i]];
            _pixels?.AsSpan(indices[i] * Inputs, Inputs).CopyTo(pixels.AsSpan(i * Inputs));
            _values?.AsSpan(indices[i] * Inputs, Inputs).CopyTo(values.AsSpan(i * Inputs));
        }

        return new Dataset(pixels, values, labels, Inputs, Classes) { Name = Name, Width = Width, Height = Height };
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

    /// <summary>The same inputs with other labels of the same classes.</summary>
    /// <param name="labels">A class for each example.</param>
    /// <exception cref="ArgumentException">There are more or fewer labels than examples, or one is not a class.</exception>
    public Dataset WithLabels(int[] labels)
    {
        CheckShape(_pixels?.Length ?? _values!.Length, labels, Inputs, Classes);
        return new Dataset(_pixels, _values, labels, Inputs, Classes) { Name = Name, Width = Width, Height = Height };
    }

    /// <summary>The same examples under another name.</summary>
    internal Dataset Named(string name) =>
        new(_pixels, _values, _labels, Inputs, Classes) { Name = name, Width = Width, Height = Height };

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Name}: {Count:N0} examples, {(IsImages ? $"{Width}×{Height} pixels" : $"{Inputs} inputs")}, {Classes} classes";

    private static void CheckShape(int length, int[] labels, int inputs, int classes)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        if (length != (long)labels.Length * inputs)
            throw new ArgumentException($"{labels.Length} labels of {inputs} inputs each need {(long)labels.Length * inputs} numbers; {length} were given.");
        for (int i = 0; i < labels.Length; i++)
        {
            if ((uint)labels[i] >= (uint)classes)
                throw new ArgumentException($"Label {labels[i]} of example {i} is not a class from 0 to {classes - 1}.");
        }
    }
}
