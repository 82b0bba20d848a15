namespace Nabla.Browser;

internal sealed partial class Laboratory
{
    /// <summary>Draws the built-in digits, the first so many; those that are drawn already are kept.</summary>
    /// <param name="train">How many to learn from.</param>
    /// <param name="test">How many to be tested on.</param>
    /// <param name="milliseconds">How long a slice may take.</param>
    public Sliced<DataInfo> MakeDigits(int train, int test, double milliseconds)
    {
        double done = _shelf.Draw(train, test, new Slice(milliseconds));
        return new Sliced<DataInfo>(done, done < 1 ? null : _shelf.Info);
    }

    /// <summary>Takes a published set from its four IDX files, plain or gzipped.</summary>
    /// <param name="name">mnist, fashion-mnist or kmnist.</param>
    /// <param name="trainImages">Images to learn from.</param>
    /// <param name="trainLabels">Their labels.</param>
    /// <param name="testImages">Images to be tested on.</param>
    /// <param name="testLabels">Their labels.</param>
    public DataInfo SetImages(string name, byte[] trainImages, byte[] trainLabels, byte[] testImages, byte[] testLabels)
    {
        _shelf.Add(name, trainImages, trainLabels, testImages, testLabels);
        return _shelf.Info;
    }

    /// <summary>The pixels of some images of the run, image after image.</summary>
    public byte[] Pixels(ExampleSet set, int from, int count)
    {
        if (set == ExampleSet.Drawing) return Drawn.Pixels;
        var data = Data(set);
        if (from < 0 || count < 0 || (long)from + count > data.Count)
            throw Refusal.Argument($"There are no {count} images from {from} on; there are {data.Count}.");
        return data.Pixels.Slice(from * data.Inputs, count * data.Inputs).ToArray();
    }

    /// <summary>The classes of all examples of a set of the run.</summary>
    public int[] Labels(ExampleSet set) => Data(set).Labels.ToArray();

    /// <summary>Takes a drawing, bright ink on black, as the example 'drawing'.</summary>
    /// <param name="pixels">Row by row, 0 to 255.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="normalise">Whether to crop, scale and centre it as MNIST was; otherwise it is only scaled down.</param>
    /// <param name="label">Which digit it is meant to be; null for no target.</param>
    public Drawing Draw(byte[] pixels, int width, int height, bool normalise, int? label) =>
        Take(label, () => DrawnExample.Of(pixels, width, height, normalise, label));

    /// <summary>Takes a digit of a photograph, dark on light paper or light on dark, as the example 'drawing', brought into MNIST's form.</summary>
    /// <param name="rgba">Row by row, four bytes a pixel: red, green, blue and how opaque it is.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="which">Which of the digits in it, in the order in which they are read, from 0.</param>
    /// <param name="label">Which digit it is meant to be; null for no target.</param>
    public Drawing Photograph(byte[] rgba, int width, int height, int which, int? label) => Take(label, () =>
    {
        var photo = Photo.Of(rgba, width, height, one: Run.Train.ClassNames is not null);
        var example = photo.Example(which, label);
        _photo = photo;
        return example;
    });

    /// <summary>All that was found in the last photograph, as the network of this moment reads it.</summary>
    public PhotoReading ReadPhoto()
    {
        var predictor = new Predictor(Now.Network);
        return new PhotoReading([.. (_photo?.Digits ?? []).Select(Read)], _photo?.AreTouching ?? false);

        PhotoDigit Read(FoundDigit digit)
        {
            var outputs = predictor.Outputs(digit.Image.Pixels);
            int seen = Evaluator.Largest(outputs);
            return new PhotoDigit(digit.X, digit.Y, digit.Width, digit.Height, Array.ConvertAll(digit.Image.Pixels, pixel => (int)pixel), seen, outputs[seen]);
        }
    }

    private Drawing Take(int? label, Func<DrawnExample> drawing)
    {
        if (label < 0 || label >= Run.Train.Classes) throw Refusal.Argument($"There is no class {label}; they are 0 to {Run.Train.Classes - 1}.");
        _drawing = drawing();
        var outputs = Explain(new ExampleRef(ExampleSet.Drawing, 0));
        return new Drawing(
            Array.ConvertAll(_drawing.Pixels, pixel => (int)pixel), Run.Train.Width, Run.Train.Height, _drawing.IsBlank, label,
            outputs.Layers[^1].A, outputs.Prediction);
    }
}
