namespace Nabla.Browser;

internal sealed partial class Laboratory
{
    /// <summary>Draws the built-in digits, the first so many; those that are drawn already are kept.</summary>
    /// <param name="train">How many to learn from.</param>
    /// <param name="test">How many to be tested on.</param>
    /// <param name="milliseconds">How long a slice may take.</param>
    public Sliced<DataInfo> MakeDigits(int train, int test, double milliseconds) => throw new NotSupportedException();

    /// <summary>Takes a published set from its four IDX files, plain or gzipped.</summary>
    /// <param name="name">mnist, fashion-mnist or kmnist.</param>
    /// <param name="trainImages">Images to learn from.</param>
    /// <param name="trainLabels">Their labels.</param>
    /// <param name="testImages">Images to be tested on.</param>
    /// <param name="testLabels">Their labels.</param>
    public DataInfo SetImages(string name, byte[] trainImages, byte[] trainLabels, byte[] testImages, byte[] testLabels) =>
        throw new NotSupportedException();

    /// <summary>The data sets that are here.</summary>
    public DataInfo DataInfo() => throw new NotSupportedException();

    /// <summary>The pixels of some images of the run, image after image.</summary>
    public byte[] Pixels(ExampleSet set, int from, int count) => throw new NotSupportedException();

    /// <summary>The classes of all examples of a set of the run.</summary>
    public int[] Labels(ExampleSet set) => throw new NotSupportedException();

    /// <summary>Takes a drawing, bright ink on black, as the example 'drawing'.</summary>
    /// <param name="pixels">Row by row, 0 to 255.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="normalise">Whether to crop, scale and centre it as MNIST was; otherwise it is only scaled down.</param>
    /// <param name="label">Which digit it is meant to be; null for no target.</param>
    public Drawing Draw(byte[] pixels, int width, int height, bool normalise, int? label) => throw new NotSupportedException();
}
