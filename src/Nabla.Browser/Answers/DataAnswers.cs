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

/// <summary>What was found in a photograph.</summary>
/// <param name="Digits">The digits in the order in which they are read; none where nothing is drawn, or no photograph was given.</param>
/// <param name="AreTouching">Whether digits touch each other and cannot be told apart: then it is the largest piece alone.</param>
internal sealed record PhotoReading(IReadOnlyList<PhotoDigit> Digits, bool AreTouching);

/// <summary>A digit in a photograph.</summary>
/// <param name="X">Where its ink begins: columns of the photograph from the left.</param>
/// <param name="Y">Rows from the top.</param>
/// <param name="Width">Columns that its ink takes.</param>
/// <param name="Height">Rows that its ink takes.</param>
/// <param name="Pixels">What the network gets of it, 28×28, row by row, 0 to 255.</param>
/// <param name="Prediction">The class that the network sees.</param>
/// <param name="Output">The output activation of that class.</param>
internal sealed record PhotoDigit(int X, int Y, int Width, int Height, IReadOnlyList<int> Pixels, int Prediction, double Output);
