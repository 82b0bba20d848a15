using System.Text.Json.Serialization;

namespace Nabla.Browser;

/// <summary>What is surprising about how an example is read.</summary>
[JsonConverter(typeof(KebabNames<SurpriseKind>))]
internal enum SurpriseKind
{
    /// <summary>One pixel more or less, and it is read as something else.</summary>
    Pixel,

    /// <summary>Moved by a few pixels, it is read as something else.</summary>
    Moved,

    /// <summary>Of pure noise the network is as sure.</summary>
    Noise,

    /// <summary>Much of its ink can be erased, and it is read as before.</summary>
    Erased,

    /// <summary>Which pixel matters most.</summary>
    Strongest,
}

/// <summary>Something true of how an example is read, and the picture that shows it.</summary>
/// <param name="Kind">What.</param>
/// <param name="Prediction">What the example is read as.</param>
/// <param name="Value">The activation of that output.</param>
/// <param name="Other">What the picture is read as.</param>
/// <param name="OtherValue">The activation of that output; of the strongest pixel, that of the output of the example.</param>
/// <param name="Picture">The picture, 0 to 1, row by row.</param>
/// <param name="Across">How many pixels it is moved to the right.</param>
/// <param name="Down">How many pixels it is moved down.</param>
/// <param name="Pixel">The pixel that is changed, from 0; null where it is not one.</param>
/// <param name="Part">The part of the ink that is erased.</param>
/// <param name="Draws">How many pictures of noise were drawn until then.</param>
/// <param name="Neuron">The neuron of the first layer whose activation changes most.</param>
internal sealed record Surprise(
    SurpriseKind Kind, int Prediction, double Value, int Other, double OtherValue,
    IReadOnlyList<double> Picture, int Across, int Down, int? Pixel, double Part, int Draws, int Neuron);
