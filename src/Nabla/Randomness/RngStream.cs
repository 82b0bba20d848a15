namespace Nabla;

/// <summary>
/// The streams that a run draws from. A stream's number never changes: it is part of what a seed means.
/// </summary>
internal static class RngStream
{
    /// <summary>Initial weights and biases; the index is the layer.</summary>
    public const ulong Parameters = 1;

    /// <summary>The order of the examples; the index is the epoch, from 1.</summary>
    public const ulong Order = 2;

    /// <summary>Which neurons are dropped out; the index is the step, from 0.</summary>
    public const ulong DropOut = 3;

    /// <summary>Which examples are set aside.</summary>
    public const ulong Split = 4;

    /// <summary>How images are varied; the index is the epoch times 2³² plus the example.</summary>
    public const ulong Variations = 5;

    /// <summary>The order of labels that mean nothing.</summary>
    public const ulong ShuffledLabels = 8;

    /// <summary>Pictures of noise; the index is the kind of noise.</summary>
    public const ulong Noise = 9;

    /// <summary>The noise that dreams begin with; the index is the neuron.</summary>
    public const ulong DreamStart = 10;

    /// <summary>Random directions in the space of the parameters; the index is the direction.</summary>
    public const ulong Directions = 11;

    /// <summary>The built-in digits to learn from; the index is the image.</summary>
    public const ulong TrainDigits = 16;

    /// <summary>The built-in digits to be tested on; the index is the image.</summary>
    public const ulong TestDigits = 17;

    /// <summary>The points at which a person's own formula is checked; the index is the point.</summary>
    public const ulong FormulaPoints = 32;

    /// <summary>The points of a plane, with their noise.</summary>
    public const ulong PlanePoints = 40;

    /// <summary>The questions of challenges; the index is made from the challenge's name.</summary>
    public const ulong Challenges = 41;
}
