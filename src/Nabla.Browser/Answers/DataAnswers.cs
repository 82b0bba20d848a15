using System.Text.Json.Serialization;

namespace Nabla.Browser;

/// <summary>Where an example is.</summary>
[JsonConverter(typeof(KebabNames<ExampleSet>))]
internal enum ExampleSet
{
    /// <summary>Among those that the run learns from.</summary>
    Train,

    /// <summary>Among those that it is tested on.</summary>
    Test,

    /// <summary>What was drawn.</summary>
    Drawing,
}

/// <summary>An example.</summary>
/// <param name="Set">Where it is.</param>
/// <param name="Index">Which, from 0; 0 for the drawing.</param>
internal sealed record ExampleRef(ExampleSet Set, int Index);

/// <summary>The data sets that are here.</summary>
/// <param name="Sets">Each of them.</param>
internal sealed record DataInfo(IReadOnlyList<DataSetInfo> Sets);

/// <summary>A data set.</summary>
/// <param name="Name">Its name in a run's name.</param>
/// <param name="Train">Examples to learn from.</param>
/// <param name="Test">Examples to be tested on.</param>
/// <param name="Width">Width of an image in pixels.</param>
/// <param name="Height">Height of an image in pixels.</param>
/// <param name="Classes">Number of classes.</param>
internal sealed record DataSetInfo(string Name, int Train, int Test, int Width, int Height, int Classes);

/// <summary>A drawing, as the network gets it.</summary>
/// <param name="Pixels">Its pixels, row by row, 0 to 255.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
/// <param name="Blank">Whether nothing is drawn.</param>
/// <param name="Label">Which digit it is meant to be; null where nobody said.</param>
/// <param name="Outputs">The output activations.</param>
/// <param name="Prediction">The class that the network sees.</param>
internal sealed record Drawing(
    IReadOnlyList<int> Pixels, int Width, int Height, bool Blank, int? Label, IReadOnlyList<double> Outputs, int Prediction);
