using Spectre.Console;
using Spectre.Console.Rendering;

namespace Nabla.Cli;

/// <summary>Draws a picture with half blocks: a column a pixel wide, a line two pixels high.</summary>
/// <param name="picture">The picture.</param>
/// <param name="color">Whether there are colours.</param>
/// <param name="shade">The colour of a level; greys where null.</param>
internal sealed class HalfBlocks(Picture picture, bool color, Func<byte, Color>? shade = null) : Renderable
{
    private readonly Func<byte, Color> _shade = shade ?? Gray;

    /// <summary>The picture in black and white, a line of text for two rows of pixels.</summary>
    public static IEnumerable<string> Lines(Picture picture)
    {
        for (int y = 0; y < picture.Height; y += 2)
        {
            char[] line = new char[picture.Width];
            for (int x = 0; x < line.Length; x++)
            {
                line[x] = (picture[x, y] >= 96, picture[x, y + 1] >= 96) switch
                {
                    (true, true) => '█',
                    (true, false) => '▀',
                    (false, true) => '▄',
                    _ => ' ',
                };
            }

            yield return new string(line);
        }
    }

    protected override Measurement Measure(RenderOptions options, int maxWidth) => new(picture.Width, picture.Width);

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        if (!color)
        {
            foreach (string line in Lines(picture))
            {
                yield return new Segment(line);
                yield return Segment.LineBreak;
            }

            yield break;
        }

        for (int y = 0; y < picture.Height; y += 2)
        {
            // Below a last row without a partner is nothing, not the least shade.
            for (int x = 0; x < picture.Width; x++)
                yield return y + 1 < picture.Height ? Cell(picture[x, y], picture[x, y + 1]) : new Segment("▀", new Style(_shade(picture[x, y])));
            yield return Segment.LineBreak;
        }
    }

    // The brighter half is the one in ink, so that the shape survives where only the characters are copied.
    private Segment Cell(byte upper, byte lower) =>
        upper == lower ? new Segment(upper == 0 ? " " : "█", new Style(_shade(upper), _shade(lower)))
        : upper > lower ? new Segment("▀", new Style(_shade(upper), _shade(lower)))
        : new Segment("▄", new Style(_shade(lower), _shade(upper)));

    // Not quite black, so that the picture's edge shows on a black terminal.
    private static Color Gray(byte pixel)
    {
        byte grey = (byte)(18 + pixel * 237 / 255);
        return new Color(grey, grey, grey);
    }
}
