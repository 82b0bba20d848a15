namespace Nabla;

/// <summary>
/// The built-in digits: images like MNIST's, drawn by this library itself. Each is one of several ways in which people
/// write the digit, varied in shape, slant, width of the pen, pressure and tremor, and normalised as MNIST was. Nothing
/// is read and nothing is downloaded, and a network that has learned from them alone reads real handwriting.
/// </summary>
/// <remarks>
/// Image <c>i</c> of a seed is the same however many are made, on any number of threads and on every machine: it has a
/// generator of its own, and takes nothing but additions, multiplications, divisions and square roots.
/// </remarks>
public static class Digits
{
    /// <summary>Makes digits to learn from and other digits to be tested on.</summary>
    /// <param name="seed">Any number; each gives different images.</param>
    /// <param name="train">How many to learn from, at least 1.</param>
    /// <param name="test">How many to be tested on, at least 1.</param>
    /// <param name="cancellation">Stops within a moment.</param>
    /// <returns>Images of 28×28 pixels in 10 classes, each class as likely as another.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1, or more than about 2.7 million.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static (Dataset Train, Dataset Test) Load(
        ulong seed = 1, int train = 60_000, int test = 10_000, CancellationToken cancellation = default) =>
        (Draw(train, seed, RngStream.TrainDigits, Environment.ProcessorCount, cancellation),
         Draw(test, seed, RngStream.TestDigits, Environment.ProcessorCount, cancellation));

    /// <summary>Makes digits: the first of those that <see cref="Load"/> gives to learn from.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="seed">Any number; each gives different images.</param>
    /// <returns>Images of 28×28 pixels in 10 classes, each class as likely as another.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1, or more than about 2.7 million.</exception>
    public static Dataset Make(int count, ulong seed = 1) => Draw(count, seed, RngStream.TrainDigits, Environment.ProcessorCount);

    internal static Dataset Draw(int count, ulong seed, ulong stream, int threads, CancellationToken cancellation = default)
    {
        const int Pixels = MnistFrame.Size * MnistFrame.Size;
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Array.MaxLength / Pixels);
        byte[] pixels = new byte[count * Pixels];
        int[] labels = new int[count];

        // A browser may have no threads to wait for.
        if (threads == 1 || OperatingSystem.IsBrowser())
        {
            var painter = new DigitPainter();
            for (int i = 0; i < count; i++) DrawInto(painter, i);
        }
        else
        {
            Parallel.For(
                0,
                count,
                new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
                () => new DigitPainter(),
                (i, _, painter) => DrawInto(painter, i),
                _ => { });
        }

        return Gather(pixels, labels);

        DigitPainter DrawInto(DigitPainter painter, int i)
        {
            cancellation.ThrowIfCancellationRequested();
            labels[i] = DrawOne(painter, seed, stream, i, pixels.AsSpan(i * Pixels, Pixels));
            return painter;
        }
    }

    /// <summary>Draws one image of a seed.</summary>
    /// <returns>Its digit.</returns>
    internal static int DrawOne(DigitPainter painter, ulong seed, ulong stream, int image, Span<byte> pixels)
    {
        var rng = new Rng(seed, stream, (ulong)image);
        int digit = rng.NextInt(10);
        painter.Paint(rng, digit, pixels);
        return digit;
    }

    /// <summary>Images that were drawn one by one, as a data set.</summary>
    internal static Dataset Gather(byte[] pixels, int[] labels) =>
        Dataset.TakeImages(pixels, labels, MnistFrame.Size, MnistFrame.Size, classes: 10).Named("built-in digits");
}
