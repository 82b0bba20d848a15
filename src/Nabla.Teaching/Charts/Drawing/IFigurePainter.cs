namespace Nabla.Charts;

/// <summary>Knows how large a figure is, and draws it.</summary>
internal interface IFigurePainter
{
    int Width { get; }

    int Height { get; }

    void Paint(ICanvas canvas);
}
