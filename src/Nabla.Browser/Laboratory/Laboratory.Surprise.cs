namespace Nabla.Browser;

internal sealed partial class Laboratory
{
    private const int SurpriseSeed = 1;

    private Work<Surprise>? _surprising;

    /// <summary>Something true of how an example is read that nobody expects.</summary>
    /// <param name="example">The example.</param>
    /// <param name="milliseconds">How long a slice may take.</param>
    public Sliced<Surprise> Surprise(ExampleRef example, double milliseconds)
    {
        var (shown, input) = (Now, Explainer(example).At(1).Input);
        return Work<Surprise>.Slice(
            ref _surprising, (shown, example, _drawing), milliseconds,
            work => new SurpriseFinder(shown.Reference, [.. input], Run.Train.Width, Noise).Find(surprise => work.Result = surprise));

        // The same pictures as in the chapter that shows them.
        Dataset Noise() => NoisePictures.Draw(Run.Test, (int)NoiseKind.Uniform, SurpriseSeed, SurpriseFinder.MostNoise);
    }
}
