using System.Globalization;

namespace Nabla;

/// <summary>
/// How images are varied before they are learned from: another way for each image in each epoch, drawn by the seed. A pixel p of the
/// varied image has the brightness that the image has at
/// <c>q = R(−θ)·(p − c − t)/s + c + α·Δ(p)</c>, interpolated bilinearly, and 0 outside of it; c is the middle, t the shift, θ the
/// rotation, s the scale of each axis, and Δ the smoothed random field of an elastic distortion.
/// </summary>
/// <remarks>
/// Elastic distortion: P. Simard, D. Steinkraus and J. Platt, "Best Practices for Convolutional Neural Networks Applied to Visual
/// Document Analysis", ICDAR 2003. Δx and Δy are drawn evenly from (−1, 1) for every pixel, convolved with a Gaussian of standard
/// deviation σ (here as if the image were a tile of many, so that the field is alike everywhere), and scaled by α. The combination with
/// rotation and scaling: D. Cireşan et al., "Deep, Big, Simple Neural Nets for Handwritten Digit Recognition", Neural Computation 2010.
/// </remarks>
public sealed record Augmentation
{
    private const double UsualShift = 2, UsualRotation = 15, UsualScale = 0.15, UsualElastic = 34, UsualSmoothness = 4;

    // A wider Gaussian than this takes longer than any training is worth.
    private const double MostSmoothness = 100;

    /// <summary>The farthest shift along each axis in pixels, at least 0; 0 unless set. Drawn evenly from both directions.</summary>
    public double Shift { get; init; }

    /// <summary>The largest rotation θ in degrees, from 0 to 180; 0 unless set. Drawn evenly from both directions.</summary>
    public double Rotation { get; init; }

    /// <summary>How far the scale s of each axis may be from 1, in [0, 1); 0 unless set. Drawn evenly, for each axis by itself.</summary>
    public double Scale { get; init; }

    /// <summary>The strength α of elastic distortion, at least 0; 0 unless set. Simard et al. found 34 best.</summary>
    public double Elastic { get; init; }

    /// <summary>The σ in pixels by which the field of an elastic distortion is smoothed, positive; 4 unless set, as Simard et al. found best.</summary>
    public double Smoothness { get; init; } = UsualSmoothness;

    /// <summary>What may be written, with what it means alone.</summary>
    private static readonly (string Name, double Usual, Func<Augmentation, double> Get, Func<Augmentation, double, Augmentation> With)[] Parts =
    [
        ("elastic", UsualElastic, a => a.Elastic, (a, x) => a with { Elastic = x }),
        ("sigma", UsualSmoothness, a => a.Smoothness, (a, x) => a with { Smoothness = x }),
        ("rotate", UsualRotation, a => a.Rotation, (a, x) => a with { Rotation = x }),
        ("shift", UsualShift, a => a.Shift, (a, x) => a with { Shift = x }),
        ("scale", UsualScale, a => a.Scale, (a, x) => a with { Scale = x }),
    ];

    /// <summary>Reads what <see cref="ToString"/> writes; a name alone has its usual value: <c>elastic,rotate=15,shift=2,scale=0.15</c>.</summary>
    /// <param name="text">Names of elastic (34 unless given), sigma (4), rotate (15), shift (2) and scale (0.15), joined by commas.</param>
    /// <exception cref="FormatException">It says something else, or a value out of its range.</exception>
    public static Augmentation Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var augmentation = new Augmentation();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string item in text.Split(',', StringSplitOptions.TrimEntries))
        {
            string[] sides = item.Split('=', 2, StringSplitOptions.TrimEntries);
            int at = Array.FindIndex(Parts, part => part.Name == sides[0]);
            if (at < 0) throw Refusal.Format($"'{Printable.Name(sides[0])}' is no augmentation; known: {Said.Names([.. Parts.Select(part => part.Name)])}.");
            if (!seen.Add(sides[0])) throw Refusal.Format($"'{Printable.Name(sides[0])}' is there twice; give it once.");
            double value = Parts[at].Usual;
            if (sides.Length == 2 && !double.TryParse(sides[1], NumberStyles.Float, CultureInfo.InvariantCulture, out value))
                throw Refusal.Format($"'{Printable.Name(sides[1])}' is no number; write {sides[0]}={Parts[at].Usual.ToString(CultureInfo.InvariantCulture)}.");
            augmentation = Parts[at].With(augmentation, value);
        }

        return augmentation.Problems().FirstOrDefault() is { } problem ? throw Refusal.Format(problem) : augmentation;
    }

    /// <summary>
    /// Images as an epoch of training sees them: image i varied by the numbers of <c>(seed, epoch, i)</c>, whatever the other images.
    /// </summary>
    /// <param name="data">Images.</param>
    /// <param name="examples">Which of them.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <returns>The varied images, in the order of <paramref name="examples"/>.</returns>
    /// <exception cref="ArgumentException">The data are not images, or a value is out of its range.</exception>
    public Dataset Apply(Dataset data, ReadOnlySpan<int> examples, ulong seed, int epoch)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (Problems().FirstOrDefault() is { } problem) throw Refusal.Argument(problem);
        if (!data.IsImages) throw Refusal.Argument($"The inputs of '{Printable.Path(data.Name)}' are numbers, not images; only images can be augmented.");
        long bytes = (long)examples.Length * data.Inputs;
        if (bytes > Array.MaxLength) throw Refusal.Argument($"{examples.Length:N0} images have {bytes:N0} pixels; {Array.MaxLength:N0} are the most. Take fewer.");
        byte[] pixels = new byte[bytes];
        int[] labels = new int[examples.Length];
        var augmenter = new Augmenter(this, data.Width, data.Height, seed);
        for (int i = 0; i < examples.Length; i++)
        {
            augmenter.Draw(data.Image(examples[i]), epoch, examples[i], pixels.AsSpan(i * data.Inputs, data.Inputs));
            labels[i] = data.Labels[examples[i]];
        }

        return Dataset.TakeImages(pixels, labels, data.Width, data.Height, data.Classes).Named(data.Name);
    }

    /// <summary>What is set, as <see cref="Parse"/> reads it; empty where nothing is.</summary>
    public override string ToString()
    {
        var plain = new Augmentation();
        return string.Join(',', Parts.Where(part => part.Get(this) != part.Get(plain))
            .Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Name}={part.Get(this)}")));
    }

    /// <summary>What is wrong with these settings, each with its mend; empty where all is well.</summary>
    internal IEnumerable<Said> Problems()
    {
        if (!(Shift >= 0 && double.IsFinite(Shift))) yield return $"The shift of images is {Shift} pixels; it must be 0 or more, such as 2.";
        if (!(Rotation is >= 0 and <= 180)) yield return $"The rotation of images is {Rotation} degrees; it must be from 0 to 180, such as 15.";
        if (!(Scale is >= 0 and < 1)) yield return $"The scaling of images is {Scale}; it must be at least 0 and less than 1, such as 0.15.";
        if (!(Elastic >= 0 && double.IsFinite(Elastic))) yield return $"The elastic distortion of images is {Elastic}; it must be 0 or more, such as 34.";
        if (!(Smoothness is > 0 and <= MostSmoothness))
            yield return $"The sigma of elastic distortion is {Smoothness} pixels; it must be more than 0 and at most {MostSmoothness}, such as 4.";
    }
}
