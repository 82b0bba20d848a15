namespace Nabla;

/// <summary>A digit that was found in a picture.</summary>
/// <param name="Image">What MNIST would have of it: 28×28 pixels, bright ink on black.</param>
/// <param name="X">Where its ink begins in the picture: columns from the left, from 0.</param>
/// <param name="Y">Rows from the top, from 0.</param>
/// <param name="Width">Columns of the picture that its ink takes.</param>
/// <param name="Height">Rows of the picture that its ink takes.</param>
public sealed record FoundDigit(GrayImage Image, int X, int Y, int Width, int Height);
